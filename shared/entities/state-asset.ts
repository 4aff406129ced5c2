import type { Row } from './entity.ts';
import { ASSET_KINDS } from './vocabulary.ts';

/** 国有资产占有使用情况: one counted kind of asset. */
export const stateAsset = {
  name: 'asset',
  label: '国有资产',
  parent: 'budget',
  fields: {
    kind: { kind: 'enum', label: '资产类别', options: ASSET_KINDS },
    name: { kind: 'text', label: '名称', maxLength: 100, optional: true },
    quantity: { kind: 'decimal', label: '数量', scale: 4 },
    measure: { kind: 'text', label: '计量单位', maxLength: 20 },
    value: { kind: 'fen', label: '账面原值', optional: true },
    note: { kind: 'text', label: '说明', maxLength: 500, optional: true },
  },
} as const;
export type StateAsset = Row<typeof stateAsset>;
