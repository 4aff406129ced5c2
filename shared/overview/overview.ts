/** 概览: the structure of a budget and its change against last year, read off the tables. */
import type { NamedAmount, Overview, YearComparison } from '../api/types.ts';
import type { KeptFinding } from '../checks/finding.ts';
import { countFindings } from '../checks/open-findings.ts';
import type { PriorFigure } from '../entities/prior-figure.ts';
import { PRIOR_MEASURES } from '../entities/prior-figure.ts';
import { FUNDS, NATURES } from '../entities/vocabulary.ts';
import type { Facts } from '../facts/facts.ts';
import { type Fen, fen, ZERO_FEN } from '../money/fen.ts';
import { growth } from '../money/ratio.ts';
import { MEASURE_CELLS, type PriorMeasure } from './measures.ts';

export interface OverviewInput {
  readonly facts: Facts;
  readonly prior: readonly PriorFigure[];
  readonly findings: readonly KeptFinding[];
  readonly projects: number;
  readonly goalSheets: number;
  /** Sum of the procurement items in 分. */
  readonly procurement: Fen;
}

/** Gathers the overview; every amount is an exact sum in 分. */
export function overviewOf(input: OverviewInput): Overview {
  const { facts, findings } = input;
  const totals = facts.totals();
  return {
    totals,
    incomeByFund: incomeByFund(facts),
    expenditureByClass: expenditureByClass(facts),
    expenditureByNature: NATURES.map(({ value, label }) => ({
      key: value,
      label,
      amount: value === 'basic' ? totals.expenditureBasic : totals.expenditureProject,
    })),
    yearOnYear: yearOnYear(input),
    findings: countFindings(findings),
    projects: input.projects,
    goalSheets: input.goalSheets,
    procurement: input.procurement,
  };
}

/** Income of the current year by fund, then what was carried over; a fund without income is left out. */
function incomeByFund(facts: Facts): NamedAmount[] {
  const rows = [...FUNDS, { value: 'carryover', label: '上年结转' }];
  return rows
    .map(({ value, label }) => ({ key: value, label, amount: amountAt(facts, 1, 0, value, 1) }))
    .filter(({ amount }) => amount !== 0);
}

/** Expenditure by class in published order; a class without expenditure is left out. */
function expenditureByClass(facts: Facts): NamedAmount[] {
  const { codes } = facts.context;
  return facts.table(1).rows.flatMap(({ keys }) => {
    const key = keys[1];
    if (key?.startsWith('class:') !== true) return [];
    const code = key.slice('class:'.length);
    const amount = amountAt(facts, 1, 1, key, 3);
    return amount === 0 ? [] : [{ key: code, label: codes.name('functional', code) ?? '未列科目', amount }];
  });
}

function yearOnYear({ facts, prior, procurement }: OverviewInput): YearComparison[] {
  return PRIOR_MEASURES.map(({ value: measure, label }) => {
    const current = measureFigure(facts, measure, procurement);
    const last = prior.find((figure) => figure.measure === measure);
    const change = growth(current, last?.amount ?? null, last?.rounded ?? false);
    return { measure, label, current, prior: last?.amount ?? null, ...change };
  });
}

/**
 * A total that is compared from year to year, exact in 分.
 * @param procurement sum of the procurement items
 */
export function measureFigure(facts: Facts, measure: PriorMeasure, procurement: Fen): Fen {
  if (measure === 'procurement.total') return procurement;
  const { table, block, row, column } = MEASURE_CELLS[measure];
  return amountAt(facts, table, block, row, column);
}

function amountAt(facts: Facts, table: number, block: number, row: string, column: number): Fen {
  return fen(facts.cell({ table, block, row, column }) ?? ZERO_FEN);
}
