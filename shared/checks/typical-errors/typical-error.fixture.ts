/** What is said of one of the 45 typical errors of published budgets (field notes §4). */
import type { RecordExample } from '../record-spec.ts';

export interface TypicalError {
  /** Its number in the notes. */
  readonly no: number;
  readonly error: string;
  /** Rules that find it, in a book or in a published workbook. */
  readonly rules: readonly string[];
  /** A book with the error as it was seen, and the rules that must find it there. */
  readonly seen?: readonly { readonly by: string; readonly book: RecordExample }[];
  /** Why a book cannot hold it, or what of it no rule can know. */
  readonly why?: string;
  /** Tests that hold what `why` says: `path › part of the name`. */
  readonly held?: readonly string[];
}
