/** A document in parts that are printed separately: an edit prints only the part it is in, and no browser holds all pages. */
import type { PrintDocument, Section } from './model.ts';

/** Sections of one kind that follow each other. */
export interface DocumentPart {
  /** Stays the same while the document is edited. */
  readonly name: string;
  readonly sections: readonly Section[];
}

/** Sections of a part at most: about a quarter of a second's printing. */
const MOST = 16;

/** Divides a document; the parts have all its sections in order. */
export function partsOf({ sections }: Pick<PrintDocument, 'sections'>): readonly DocumentPart[] {
  const parts: { readonly name: string; readonly sections: Section[] }[] = [];
  for (const section of sections) {
    const last = parts.at(-1);
    const [before] = last?.sections ?? [];
    const goesOn =
      last !== undefined &&
      before?.margins === section.margins &&
      before.pageNumbers === section.pageNumbers &&
      last.sections.length < MOST;
    if (goesOn) last.sections.push(section);
    else parts.push({ name: section.id, sections: [section] });
  }
  return parts;
}
