export type { CodeBook } from './code-book.ts';
export { createCodeBook } from './create-code-book.ts';
