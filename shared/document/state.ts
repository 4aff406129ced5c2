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

/** The pages as they will be printed, as far as they are: in parts, so that an edit prints and sends only some of them. */
export interface PrintedPages {
  readonly revision: number;
  /** False: some are not printed yet, or are of an earlier state; asking again goes on. */
  readonly complete: boolean;
  /** In order. */
  readonly parts: readonly PagesPart[];
  /** Page of each heading, counted from the first sheet. */
  readonly pages: Readonly<Record<string, number>>;
}

export interface PagesPart {
  /** Parts of one id look alike. */
  readonly id: string;
  /** How many pages it has. */
  readonly pages: number;
  /** Base64; null where the window has it already. */
  readonly pdf: string | null;
}
