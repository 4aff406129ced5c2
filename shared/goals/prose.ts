/** What can be checked in the texts of a goal sheet without understanding them. */
import { Decimal } from 'decimal.js';

const SHORTEST = 20;

/** A longer text that does not end as a sentence: cut off on its way here, or not finished. */
export function isCutOff(text: string | null): boolean {
  const last = text?.trim() ?? '';
  return last.length >= SHORTEST && !/[。！？；.!?;…）)】」”"’']$/.test(last);
}

/** Brackets of either width as half-width ones: names differ in them by chance. */
export function plainBrackets(name: string): string {
  return name.replaceAll('（', '(').replaceAll('）', ')');
}

/** A name that ends on a mark or a word that something must follow, or within brackets. */
export function isNameOpen(name: string): boolean {
  const plain = plainBrackets(name.trim());
  return /[,，、；;：:(的与和及或]$/.test(plain) || plain.split('(').length > plain.split(')').length;
}

/**
 * A total followed by 其中 and its parts in 万元 that do not add up to it, e.g. `总投资10万元，其中设备6万元、安装3万元`.
 * Only sentences with at least two parts are looked at.
 * @returns the total as written and the sum of the parts, in 万元; null where all agree
 */
export function wrongSum(text: string): { readonly total: string; readonly sum: string } | null {
  for (const sentence of text.split(/[。；;]/)) {
    const [before, after] = sentence.split(/[，,]其中/);
    const total = before?.match(/([0-9]+(?:\.[0-9]+)?)万元[^0-9]*$/)?.[1];
    const parts = [...(after ?? '').matchAll(/([0-9]+(?:\.[0-9]+)?)万元/g)].map(([, amount]) => amount ?? '0');
    if (total === undefined || parts.length < 2) continue;
    const sum = parts.reduce((all, part) => all.plus(part), new Decimal(0));
    // 其中 may name some parts only; nearly all or more than all are meant to be the whole.
    if (!sum.equals(total) && sum.greaterThan(new Decimal(total).times(0.9))) return { total, sum: sum.toString() };
  }
  return null;
}
