/** What is fetched when the first dialog is opened. */
import './define.js';
