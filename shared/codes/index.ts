export type { CodeBook } from './code-book.ts';
export { createCodeBook, type UserCodeLike } from './create-code-book.ts';
export { type CodeRowProblem, type CodeRows, codesFromRows } from './import-rows.ts';
