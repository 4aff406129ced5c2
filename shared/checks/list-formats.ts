/** What a list of findings can be written as. */
import type { Option } from '../shape/shape.ts';

export const LIST_FORMATS = [
  { value: 'xlsx', label: 'Excel（xlsx）' },
  { value: 'pdf', label: 'PDF' },
] as const satisfies readonly Option[];

export type ListFormat = (typeof LIST_FORMATS)[number]['value'];
