/** The columns of 采购, and what a new purchase starts with. Labels, kinds and help come from the field list. */
import { procurementItem } from '../../shared/entities/procurement-item.ts';
import { GOODS } from '../../shared/intake/goods.ts';
import type { CellValue, Choice, Values } from '../../shared/intake/values.ts';
import type { GridColumn } from '../grid/column.ts';

const { fields } = procurementItem;

const ORGANISATION = {
  kind: 'text',
  label: '组织形式',
  maxLength: 20,
  help: '按适用的采购规则判断，依据见右侧。',
} as const;

/** What columns ask of the rules. */
export interface ColumnRules {
  /** How a purchase is organised, in words; empty while too little of it is known. */
  readonly organisation: (id: number | null, values: Values) => string;
  /** Methods to offer, the permitted ones first. */
  readonly methods: (values: Values) => readonly Choice[];
  /** Quantity times price, shown in grey where no amount is filled in. */
  readonly priced: (values: Values) => string;
}

export function procurementColumns(rules: ColumnRules): readonly GridColumn[] {
  return [
    { key: 'catalogueCode', field: GOODS, width: 166, frozen: true },
    { key: 'name', field: fields.name, width: 118 },
    { key: 'category', field: fields.category, title: '类别', width: 72 },
    { key: 'quantity', field: fields.quantity, width: 56 },
    { key: 'measure', field: fields.measure, title: '单位', width: 54 },
    { key: 'unitPrice', field: fields.unitPrice, width: 100, summed: false },
    { key: 'amount', field: fields.amount, title: '金额', width: 108, derived: rules.priced },
    { key: 'organisation', field: ORGANISATION, width: 82, computed: rules.organisation },
    { key: 'method', field: fields.method, width: 118, suggest: rules.methods },
    { key: 'projectId', field: fields.projectId, width: 176 },
    { key: 'smeReserved', field: fields.smeReserved, title: '预留中小企业', width: 118 },
    { key: 'microReserved', field: fields.microReserved, title: '其中小微', width: 112 },
    { key: 'imported', field: fields.imported, title: '进口', width: 56, align: 'center' },
    { key: 'worksRelated', field: fields.worksRelated, title: '随工程', width: 68, align: 'center' },
    { key: 'period', field: fields.period, title: '计划时间', width: 88 },
    { key: 'lineId', field: fields.lineId, width: 250 },
    { key: 'note', field: fields.note, width: 260 },
  ];
}

const EMPTY: Readonly<Record<string, CellValue>> = Object.fromEntries(Object.keys(fields).map((key) => [key, null]));

/** A new purchase is paid by the same project as the one above it. */
export function newPurchase(above: Values | null): Values {
  return { ...EMPTY, imported: false, projectId: above?.projectId ?? null };
}
