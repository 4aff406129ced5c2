/** What is to be said of a row of 采购: the decision, the findings with their fixes, and the money behind it. */
import type { KeptFinding, Waived } from '../../shared/checks/finding.ts';
import { checkItem, type ItemFinding } from '../../shared/checks/item-checks.ts';
import type { PurchaseParts } from '../../shared/checks/records.ts';
import { type Assessment, assess } from '../../shared/procurement/assess.ts';
import type { Item, Purchases } from '../../shared/procurement/purchases.ts';
import type { GridRow } from '../grid/compose-row.ts';
import type { CellMark, RowMarks } from '../grid/grid-row.tsx';
import { itemFrom } from './item.ts';
import { type Budgeted, type Money, moneyFor } from './money.ts';

/** `waived`: why it is left as it is; null as long as it is open. */
export interface JudgedFinding extends ItemFinding {
  readonly waived: Waived | null;
}

export interface Judged {
  readonly item: Item;
  readonly assessment: Assessment;
  readonly findings: readonly JudgedFinding[];
  readonly money: readonly Money[];
}

export interface JudgeParts extends Omit<PurchaseParts, 'assessmentOf'> {
  readonly purchases: Purchases;
  readonly budgeted: Budgeted;
  /** What the book's checks say of a purchase and its user has waived, by rule. */
  readonly waivedOf: (id: number) => ReadonlyMap<string, KeptFinding>;
  /** A sentence about money that is overspent. */
  readonly overspent: (money: Money) => string;
}

export interface Judge {
  /** Null while too little of the row is known. */
  readonly judge: (row: GridRow) => Judged | null;
  readonly marksOf: (row: GridRow) => RowMarks | undefined;
}

interface Known {
  readonly version: number;
  readonly judged: Judged | null;
  marks: RowMarks | null;
}

const NO_MARKS: RowMarks = {};
const RANK: Readonly<Record<CellMark['severity'], number>> = { error: 0, warning: 1, advice: 2 };

/** Remembers what it said of a row until that row, or another purchase, changes. */
export function makeJudge(parts: JudgeParts): Judge {
  const { purchases } = parts;
  const known = new WeakMap<GridRow, Known>();
  const recall = (row: GridRow): Known => {
    const last = known.get(row);
    if (last?.version === purchases.version) return last;
    const made: Known = { version: purchases.version, judged: judgeRow(row, parts), marks: null };
    known.set(row, made);
    return made;
  };
  return {
    judge: (row) => recall(row).judged,
    marksOf: (row) => {
      const found = recall(row);
      found.marks ??= marksFrom(found.judged, parts.overspent);
      return found.marks;
    },
  };
}

function judgeRow(row: GridRow, { purchases, budgeted, ...others }: JudgeParts): Judged | null {
  const item = itemFrom(row.id, row.values);
  if (item === null) return null;
  const assessment = assess(item, purchases);
  return {
    item,
    assessment,
    findings: checkItem(item, { ...others, assessmentOf: () => assessment }).map((finding) => ({
      ...finding,
      waived: waivedBy(others.waivedOf(row.id ?? 0), finding),
    })),
    money: moneyFor(assessment.entry, purchases, budgeted),
  };
}

/** A waiver holds as long as the same is said. */
function waivedBy(waived: ReadonlyMap<string, KeptFinding>, { ruleId, message }: ItemFinding): Waived | null {
  const found = waived.get(ruleId);
  return found?.message === message ? (found.waived ?? null) : null;
}

/** The worst of each cell; a method that an amount no longer allows is told at both. */
function marksFrom(judged: Judged | null, overspent: JudgeParts['overspent']): RowMarks {
  if (judged === null) return NO_MARKS;
  const marks: Record<string, CellMark> = {};
  const put = (field: string, mark: CellMark) => {
    const there = marks[field];
    if (there === undefined || RANK[mark.severity] < RANK[there.severity]) marks[field] = mark;
  };
  for (const { field, severity, message, basis, waived } of judged.findings) {
    if (field === null || waived !== null) continue;
    put(field, { severity, message, basis });
    if (field === 'method' && severity !== 'advice') put('amount', { severity, message, basis });
  }
  for (const money of judged.money) {
    if (money.bought > money.budgeted) put('amount', { severity: 'error', message: overspent(money) });
  }
  return marks;
}
