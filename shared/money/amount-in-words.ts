/** 大写金额 as written on vouchers and forms (《支付结算办法》附件《正确填写票据和结算凭证的基本规定》，待核). */
import type { Fen } from './fen.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿'] as const;

/** @returns e.g. `壹万零贰佰元伍角整`, `零元整`; a negative amount begins with 负 */
export function amountInWords(amount: Fen): string {
  const size = Math.abs(amount);
  const cents = size % 10;
  const dimes = ((size - cents) / 10) % 10;
  const yuan = (size - cents - dimes * 10) / 100;
  const whole = yuan === 0 ? '' : `${wholeInWords(yuan)}元`;
  return `${amount < 0 ? '负' : ''}${whole}${partsInWords(whole !== '', dimes, cents)}`;
}

function partsInWords(afterYuan: boolean, dimes: number, cents: number): string {
  if (dimes === 0 && cents === 0) return afterYuan ? '整' : '零元整';
  const tenth = dimes > 0 ? `${DIGITS[dimes]}角` : afterYuan ? '零' : '';
  return cents > 0 ? `${tenth}${DIGITS[cents]}分` : `${tenth}整`;
}

/** Groups of four digits from the right; a zero inside the number is said once. */
function wholeInWords(yuan: number): string {
  const groups = String(yuan).match(/[0-9]{1,4}(?=(?:[0-9]{4})*$)/g) ?? [];
  let words = '';
  let zeroPending = false;
  groups.forEach((group, index) => {
    for (let place = 0; place < group.length; place += 1) {
      const digit = group.charCodeAt(place) - 0x30;
      if (digit === 0) {
        zeroPending = words !== '';
        continue;
      }
      words += `${zeroPending ? '零' : ''}${DIGITS[digit]}${PLACES[group.length - 1 - place]}`;
      zeroPending = false;
    }
    if (speaks(group)) words += unitOf(groups, index);
  });
  return words;
}

/** The fourth group from the right is 万亿, said as 万 where the 亿 of the next group follows it. */
function unitOf(groups: readonly string[], index: number): string {
  const place = groups.length - 1 - index;
  return GROUPS[place] ?? (speaks(groups[index + 1] ?? '') ? '万' : '万亿');
}

function speaks(group: string): boolean {
  return /[^0]/.test(group);
}
