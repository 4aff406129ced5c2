/** What is wrong with words that explain a change: empty phrases, what is left of a template, another year, the other direction. */

/** Phrases that name no reason; an explanation made of nothing else says nothing. */
const VAGUE = ['根据实际', '实际需要', '工作需要', '正常变动', '据实支出', '业务需要', '政策原因', '其他原因'] as const;
const LEAST_WORDS = 6;

/** The empty phrase of an explanation, or null. */
export function vagueWords(text: string): string | null {
  const words = text.replaceAll(/[\s，。；、：]|(?:变动的)?(?:主要)?原因(?:是|为)?/g, '');
  if ([...words].length < LEAST_WORDS) return words === '' ? '（空白）' : text.trim();
  const phrase = VAGUE.find((each) => words.includes(each));
  // A long sentence with such a phrase in it may still say something.
  return phrase !== undefined && [...words].length < 3 * LEAST_WORDS ? phrase : null;
}

const PLACEHOLDER = /[X×ｘx]{2,}|待填|待补|（(?:增加|填写|补充)[^）]*）|_{2,}|…{2,}/u;

/** What is left of a template, or null. */
export function placeholderIn(text: string): string | null {
  return PLACEHOLDER.exec(text)?.[0] ?? null;
}

/** Years of documents and their numbers, and dates up to which something holds, may be any. */
const EXEMPT = /《[^》]*》|[〔[【（(]\s*20\d\d\s*[〕\]】）)]|截至20\d\d年/g;

/** A year that is neither the budget's nor next to it, or null. */
export function oddYears(text: string, year: number): string | null {
  for (const [, written = ''] of text.replaceAll(EXEMPT, '').matchAll(/(20\d\d)年/g)) {
    // not an amount: a year
    if (Math.abs(Number.parseInt(written, 10) - year) > 1) return written;
  }
  return null;
}

const MORE = /增加|增长|增多|上升|提高|扩大|新增|加大/;
const LESS = /减少|下降|压减|降低|缩减|压缩|取消|核减/;

/** A word of the direction that the figures did not take, where no word of theirs stands beside it; or null. */
export function wordsAgainst(text: string, direction: '增长' | '下降'): string | null {
  const [with_, against] = direction === '增长' ? [MORE, LESS] : [LESS, MORE];
  return with_.test(text) ? null : (against.exec(text)?.[0] ?? null);
}
