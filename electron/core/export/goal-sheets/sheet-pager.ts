/** Divides goal sheets into pages, and only those again that have changed: dividing takes most of a document's making. */
import { createHash } from 'node:crypto';
import type { PrintedSheet } from '../../../../shared/document/goals/printed-sheet.ts';
import { type PagedSheet, pagedSheet } from '../../../../shared/document/goals/sheet-pages.ts';

export type Pager = (sheet: PrintedSheet) => PagedSheet;

export function createPager(): Pager {
  const known = new Map<number, { readonly of: string; readonly paged: PagedSheet }>();
  return (sheet) => {
    const of = createHash('sha256').update(JSON.stringify(sheet)).digest('base64');
    const found = known.get(sheet.id);
    if (found?.of === of) return found.paged;
    const paged = pagedSheet(sheet);
    known.set(sheet.id, { of, paged });
    return paged;
  };
}
