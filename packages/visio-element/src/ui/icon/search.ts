/** What many features search with: a path for `drawIcon`, that the first look at a call does not wait for. */
export const SEARCH = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20';
