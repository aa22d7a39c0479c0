/** All of it, for pages that load one classic script: registers the elements. What this exports is `window.Visio` there. */
export * from 'visio-core';
export * from './index.js';
export * from './call-button/index.js';
