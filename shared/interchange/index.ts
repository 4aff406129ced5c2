export type { InterchangeDocument } from './document.ts';
export { type InterchangeProblem, readInterchange } from './read.ts';
export { documentToRows, type InterchangeRows, type LocalRow, rowsToDocument } from './rows.ts';
export { interchangeText } from './text.ts';
