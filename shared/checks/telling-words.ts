/**
 * What the words of a text give away: words twice, a change of nothing, other places, old names, another level, somebody's
 * number, shares that make no whole. Each answers what it found, as it stands in the text, or null.
 */
import { oldNameIn } from '../codes/old-names.ts';
import { numbersIn } from '../money/agree.ts';

/** A hundred per cent, and how far from it a sum is still meant to be one, in hundredths of a per cent. */
const WHOLE = 10_000;
const NEAR = 1_000;

/** Titles and numbers of documents say what they say. */
const TITLES = /《[^》]*》|[^。，；\s]{0,8}[〔[][0-9]{4}[〕\]][0-9]*号?/g;
const plain = (text: string) => text.replaceAll(TITLES, '');

/** 增加增加 */
export function doubledWords(text: string): string | null {
  return /([一-龥]{2,4})\1/.exec(plain(text))?.[0] ?? null;
}

/** 增加0万元, 增长0.00% */
export function changeOfNothing(text: string): string | null {
  return (
    /(?:增加|增长|上升|减少|下降|降低)(?:了)?\s*0(?:\.0+)?\s*(?:万元|元|%|％)/.exec(plain(text))?.[0].trim() ?? null
  );
}

/** Amounts that are limits, not figures of the budget, are written as the rules write them. */
const LIMIT = /^\s*(?:以上|以下|以内|\(含|（含|及以)/;

/** An amount in 万元 that has not two places, as all others have. */
export function oddPlaces(text: string): string | null {
  const bare = plain(text);
  let from = 0;
  for (const { text: written, digits, unit } of numbersIn(bare)) {
    const at = bare.indexOf(written, from);
    from = at + written.length;
    const isLimit = LIMIT.test(bare.slice(from)) || /单价$/.test(bare.slice(0, at));
    if (unit === '万元' && !isLimit && !/\.[0-9]{2}$/.test(digits)) return written;
  }
  return null;
}

/** A name that the classification no longer uses. */
export function oldNameWritten(text: string): { readonly old: string; readonly current: string } | null {
  return oldNameIn(plain(text));
}

const OTHER_LEVELS = { province: null, city: /省直|省级部门/, county: /省直|省级部门|市直|市级部门/ } as const;

/** Words of a level above the unit's own: what a copied text says of somebody else. */
export function wordsOfOtherLevel(text: string, level: keyof typeof OTHER_LEVELS): string | null {
  return OTHER_LEVELS[level]?.exec(plain(text))?.[0] ?? null;
}

/** A unit's own budget spoken of as that of its department. */
export function departmentWords(text: string): string | null {
  return /本部门|我部门|部门预算安排|部门(?:收入|支出)(?:预算)?(?:总计|合计)/.exec(plain(text))?.[0] ?? null;
}

const VAGUE_NAME =
  /^(?:20[0-9]{2}年(?:度)?)?(?:其他|其它|有关|相关|补充|单位|本单位|日常|一般|专项|一次性)*(?:公用|工作|业务|办公|运转|运行|管理)?(?:经费|费用|支出|项目|业务费|资金|补助)(?:项目)?$/;

/** A project's name that names nothing that is done. */
export function isVagueName(name: string): boolean {
  return VAGUE_NAME.test(name.replaceAll(/\s/g, ''));
}

/** A mobile number or the number of an identity card, with its middle hidden. */
export function personalNumber(text: string): string | null {
  const [, found] = /(?<![0-9])(1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx])(?![0-9])/.exec(text) ?? [];
  return found === undefined ? null : `${found.slice(0, 3)}****${found.slice(-4)}`;
}

/** The sum of the shares of one whole, where it is near a hundred per cent and still none. */
export function unevenShares(text: string): string | null {
  const shares = [...text.matchAll(/占[^，。；%0-9]{0,12}([0-9]+)(?:\.([0-9]{1,2}))?[%％]/g)].map(
    // not an amount: a share in hundredths of a per cent
    ([, whole = '', part = '']) => Number.parseInt(whole + part.padEnd(2, '0'), 10),
  );
  const sum = shares.reduce((all, share) => all + share, 0);
  const off = Math.abs(sum - WHOLE);
  // Each share is rounded by itself, by half of a hundredth at most.
  const isExplained = off * 2 <= shares.length + 1;
  return shares.length > 1 && off <= NEAR && !isExplained
    ? `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}%`
    : null;
}
