/** What a document still lacks, in the order in which it is printed. */

import type { NarrativeInput } from './input.ts';
import { type Narrative, paragraphsOf, wordsOf } from './narrative.ts';

export interface Missing {
  /** A sentence. */
  readonly text: string;
  /** Where to mend it: a paragraph of the narrative, or the form of the unit. */
  readonly at: { readonly kind: 'paragraph'; readonly section: string } | { readonly kind: 'unit' };
}

const UNIT = { kind: 'unit' } as const;

/** Lists what is missing. */
export function missingOf(narrative: Narrative, { budget, assets }: NarrativeInput): readonly Missing[] {
  const blank = (text: string | null) => text === null || text.trim() === '';
  const missing: Missing[] = [];
  if (blank(budget.duties)) missing.push({ text: '单位职责没有填写。', at: UNIT });
  if (blank(budget.organisation)) missing.push({ text: '机构设置没有填写。', at: UNIT });
  const figures = Object.values(narrative.figures).flatMap((figure) => {
    if (figure === undefined || figure.missing === null) return [];
    const instead = figure.text === '' ? '说明中暂缺这一句' : `说明中写的是${figure.text}`;
    return [`${figure.missing}没有录入，${instead}。`];
  });
  for (const text of new Set(figures)) missing.push({ text, at: UNIT });
  if (assets.length === 0) missing.push({ text: '国有资产没有录入，说明中写的是没有占有使用。', at: UNIT });
  for (const paragraph of paragraphsOf(narrative)) {
    if (paragraph.asked !== null && wordsOf(paragraph) === null) {
      missing.push({ text: paragraph.asked.reason, at: { kind: 'paragraph', section: paragraph.section } });
    }
  }
  return missing;
}
