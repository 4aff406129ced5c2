import type { Row } from './entity.ts';

/** 说明文字: what the user wrote in place of, or besides, a generated paragraph of the narrative. */
export const narrativeText = {
  name: 'narrative',
  label: '说明文字',
  parent: 'budget',
  fields: {
    section: { kind: 'text', label: '章节', maxLength: 80 },
    text: { kind: 'text', label: '文字', maxLength: 50000, multiline: true },
  },
} as const;
export type NarrativeText = Row<typeof narrativeText>;
