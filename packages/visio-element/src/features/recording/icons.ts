/** A recorder's button. */
export const RECORD = 'R3.5 3.5 20.5 20.5 12R9.5 9.5 14.5 14.5 12';

/** A page with lines. */
export const TRANSCRIPT = 'R5 3.5 19 20.5 2M8.5 8H15.5M8.5 12H15.5M8.5 16H12.5';
export const TRANSCRIPT_SMALL = 'R4.125 2.625 19.875 21.375 1.875M8.625 7.875H15.375M8.625 12H15.375M8.625 16.125H12.375';
