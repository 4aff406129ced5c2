/** Addresses in printed pages that lead to nothing outside: whoever shows the pages knows what they mean. */

/** Begins the address of what a paragraph comes from. */
export const SOURCE = 'source:';
/** Begins the address of a place in another part of the document, which is printed separately. */
export const ELSEWHERE = 'place:';
