/** 品目 as people write them: the book takes any text, grids and sheets look it up in the catalogue. */
import { procurementItem } from '../entities/procurement-item.ts';
import type { Field } from '../shape/shape.ts';
import type { ChoiceIndex } from './choice-index.ts';

/** A cell that chooses from the catalogue. */
export const GOODS = {
  kind: 'code',
  label: '品目',
  catalogue: 'procurement',
  digits: [9],
  optional: true,
  help: '按编码、名称或拼音首字母查找；目录里没有的留空，在“采购内容”里写明。',
} as const satisfies Field;

export function isGoodsText(field: Field): boolean {
  return field === procurementItem.fields.catalogueCode;
}

/**
 * The code that a cell of somebody's sheet means: `A02010105-台式计算机`, or the whole name of one entry.
 * @returns null for any other text
 */
export function goodsCodeIn(text: string, index: ChoiceIndex): string | null {
  const code = /^\s*([ABC][0-9]{8})(?![0-9])/i.exec(text)?.[1];
  if (code !== undefined) return code.toUpperCase();
  const [found, another] = index.find(text);
  return found === undefined || another !== undefined ? null : found.code;
}
