/** Knows a table by its title, its form label or its sheet's name. */
import { squeeze } from '../intake/text.ts';
import { NOTE_WORDS } from './row-words.ts';
import { TELLING_BRACKETS, TITLE_ENDS, TITLES } from './titles.ts';

/** Longer texts are sentences. */
const LONGEST = 60;

/** The number of the table a title names, or null. @param strict the text must say that it is a table */
export function tableOfTitle(text: string, strict = true): number | null {
  const key = titleKey(text);
  if (key.length < 4 || key.length > LONGEST || isNote(text)) return null;
  if (strict && !TITLE_ENDS.some((end) => key.includes(end))) return null;
  let best: { readonly no: number; readonly weight: number } | null = null;
  for (const { no, has, lacks } of TITLES) {
    if (!has.every((word) => key.includes(word)) || lacks.some((word) => key.includes(word))) continue;
    const weight = has.join('').length;
    if (best === null || weight > best.weight) best = { no, weight };
  }
  return best?.no ?? null;
}

/** Title without blanks, quotes and brackets, but for brackets that make one table of another. */
function titleKey(text: string): string {
  return squeeze(text)
    .replace(/不含(?:上年)?结转(?:资金)?/g, '')
    .replace(/[([【〔](.*?)[)\]】〕]/g, (_, inside: string) =>
      TELLING_BRACKETS.some((word) => inside.includes(word)) ? inside : '',
    )
    .replace(/[“”"']/g, '');
}

/** A remark such as `注：…`. */
export function isNote(text: string): boolean {
  const squeezed = squeeze(text);
  return NOTE_WORDS.some((word) => squeezed.startsWith(`${word}:`) || squeezed.startsWith(`${word}1:`));
}

/** The number in a form label: 预算公开表5, 公开05表, 附表5, 表5; null for other texts. */
export function tableOfLabel(text: string): number | null {
  const squeezed = squeeze(text);
  const [, behind, before] =
    /^(?:附件?|[^\d]{0,8}?公开)?表(\d{1,2})[:：]?$|^[^\d]{0,8}?公开(\d{1,2})表[:：]?$/.exec(squeezed) ?? [];
  const digits = behind ?? before;
  return digits === undefined ? null : numberOfTable(digits);
}

/** The number a sheet's name begins with: 表5…, 5.…, 05…, 公开05表. */
export function tableOfSheetName(name: string): number | null {
  const [, digits] = /^(?:附?表|公开表?|预算公开表|sheet)?\s*0*(\d{1,2})(?!\d)/i.exec(squeeze(name)) ?? [];
  return digits === undefined ? null : numberOfTable(digits);
}

function numberOfTable(digits: string): number | null {
  const no = Number.parseInt(digits, 10);
  return no >= 1 && no <= 13 ? no : null;
}
