/** What many features search with: a path for `drawIcon`, that the first look at a call does not wait for. */
export const SEARCH = 'R4 4 17 17 12M15.3 15.3L20 20';
