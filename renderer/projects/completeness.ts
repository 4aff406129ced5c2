import type { Completeness } from '../../shared/projects/types.ts';

/** How complete a project is, in a word and a colour. */
export const COMPLETENESS: Readonly<
  Record<Completeness, { readonly label: string; readonly tone: 'ok' | 'warning' | 'error' }>
> = {
  complete: { label: '齐全', tone: 'ok' },
  partial: { label: '部分', tone: 'warning' },
  missing: { label: '缺', tone: 'error' },
};
