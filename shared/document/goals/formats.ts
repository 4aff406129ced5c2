/** What goal sheets can be written as. */
import type { Option } from '../../shape/shape.ts';

export const SHEET_FORMATS = [
  { value: 'pdf', label: 'PDF' },
  { value: 'docx', label: 'Word（docx）' },
  { value: 'xlsx', label: 'Excel（xlsx）' },
] as const satisfies readonly Option[];

export type SheetFormat = (typeof SHEET_FORMATS)[number]['value'];
