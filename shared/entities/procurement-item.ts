import type { Row } from './entity.ts';
import { PROCUREMENT_CATEGORIES } from './vocabulary.ts';

/** 政府采购预算明细. */
export const procurementItem = {
  name: 'procurement',
  label: '采购明细',
  parent: 'budget',
  fields: {
    projectId: { kind: 'ref', label: '项目', entity: 'project', optional: true },
    lineId: { kind: 'ref', label: '预算明细', entity: 'line', optional: true, help: '基本支出中的采购挂到预算明细。' },
    catalogueCode: {
      kind: 'text',
      label: '品目编码',
      maxLength: 9,
      optional: true,
      help: '政府采购品目分类目录编码，如 A02010105。',
    },
    name: { kind: 'text', label: '采购内容', maxLength: 200 },
    category: { kind: 'enum', label: '采购类别', options: PROCUREMENT_CATEGORIES },
    quantity: { kind: 'decimal', label: '数量', scale: 4, optional: true },
    measure: { kind: 'text', label: '计量单位', maxLength: 20, optional: true },
    unitPrice: { kind: 'fen', label: '单价', optional: true },
    amount: { kind: 'fen', label: '采购金额' },
    imported: { kind: 'boolean', label: '进口产品' },
    smeReserved: { kind: 'fen', label: '预留中小企业', optional: true },
    microReserved: { kind: 'fen', label: '其中小微企业', optional: true },
    method: { kind: 'text', label: '采购方式', maxLength: 40, optional: true },
    period: { kind: 'text', label: '计划采购时间', maxLength: 20, optional: true, help: '如 2027-03。' },
    note: { kind: 'text', label: '说明', maxLength: 500, optional: true },
    worksRelated: {
      kind: 'boolean',
      label: '与工程建设有关',
      optional: true,
      help: '为工程建设采购的设备、材料和勘察、设计、监理等服务，按工程的限额办理；空着按无关处理。',
    },
  },
} as const;
export type ProcurementItem = Row<typeof procurementItem>;
