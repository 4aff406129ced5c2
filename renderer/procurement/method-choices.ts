/** The methods a cell offers: those the rules permit for the purchase, then all others that are in use. */
import type { Choice } from '../../shared/intake/values.ts';
import { permittedMethods } from '../../shared/procurement/methods.ts';
import type { Item, Purchases } from '../../shared/procurement/purchases.ts';

/** With their pinyin initials. */
const METHODS: Readonly<Record<string, string>> = {
  公开招标: 'gkzb',
  邀请招标: 'yqzb',
  竞争性谈判: 'jzxtp',
  竞争性磋商: 'jzxcs',
  询价: 'xj',
  单一来源: 'dyly',
  框架协议采购: 'kjxycg',
  电子卖场: 'dzmc',
  委托集中采购机构: 'wtjzcgjg',
  自行采购: 'zxcg',
};

/** @param item null while too little of the purchase is known */
export function methodChoices(item: Item | null, purchases: Purchases): readonly Choice[] {
  const permitted = item === null ? [] : permittedMethods(purchases.entryOf(item).decision);
  const others = Object.keys(METHODS).filter((name) => !permitted.includes(name));
  const choice = (label: string, path: string): Choice => ({
    value: label,
    label,
    code: '',
    path,
    initials: METHODS[label] ?? '',
  });
  return [
    ...permitted.map((name) => choice(name, '按规定可用')),
    ...others.map((name) => choice(name, permitted.length === 0 ? '' : '不在规定之列')),
  ];
}
