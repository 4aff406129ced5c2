/** What the window needs to know of a document besides its pages. */
import type { Missing } from '../narrative/missing.ts';
import type { Narrative } from '../narrative/narrative.ts';
import type { DocumentOptions } from './options.ts';

export interface OutlineEntry {
  readonly anchor: string;
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface DocumentState {
  readonly revision: number;
  readonly title: string;
  readonly outline: readonly OutlineEntry[];
  readonly narrative: Narrative;
  readonly options: DocumentOptions;
  readonly missing: readonly Missing[];
  /** The word printed across the pages. */
  readonly watermark: string | null;
}

/** The pages as they will be printed. */
export interface PrintedPages {
  readonly revision: number;
  /** Base64. */
  readonly pdf: string;
  /** Page of each heading, counted from the first sheet. */
  readonly pages: Readonly<Record<string, number>>;
}
