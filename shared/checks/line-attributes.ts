/** What rules ask about a line beyond its own fields. */
import type { CodeBook } from '../codes/code-book.ts';
import { fundMisfit } from '../codes/fund-scope.ts';
import { budgetLine } from '../entities/budget-line.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { defaultUse } from '../facts/group.ts';
import type { Catalogue } from '../shape/shape.ts';
import type { Scalar } from './record-spec.ts';

type Line = RowOfEntity<'line'>;

/** Fields that only expenditure uses, by label, and what an income line filled of them. */
const SPENDING_FIELDS = ['nature', 'deptEconomic', 'govEconomic', 'use', 'projectId'] as const;

const FULL_DIGITS: Readonly<Record<'functional' | 'deptEconomic' | 'govEconomic' | 'revenue', readonly number[]>> = {
  functional: budgetLine.fields.functional.digits,
  deptEconomic: budgetLine.fields.deptEconomic.digits,
  govEconomic: budgetLine.fields.govEconomic.digits,
  revenue: budgetLine.fields.revenue.digits,
};

/** @returns the attributes of a line; lookups of the same codes are answered from memory */
export function lineAttributes(
  codes: CodeBook,
  unitKind: RowOfEntity<'unit'>['kind'],
): (line: Line) => Readonly<Record<string, Scalar>> {
  const state = remembered((catalogue: keyof typeof FULL_DIGITS, code: string) => codeState(codes, catalogue, code));
  const fundScope = remembered(fundMisfit);
  const mapped = remembered((_: 'deptEconomic', code: string) => codes.govEconomic(code, unitKind));
  return (line) => {
    const mappedGov = line.deptEconomic === null ? null : mapped('deptEconomic', line.deptEconomic);
    const misfit = line.functional === null ? null : fundScope('functional', line.fund, line.functional);
    const revenueMisfit = line.revenue === null ? null : fundScope('revenue', line.fund, line.revenue);
    const useResolved = line.use ?? defaultUse(line.deptEconomic);
    return {
      functionalState: line.functional === null ? 'none' : state('functional', line.functional),
      deptEconomicState: line.deptEconomic === null ? 'none' : state('deptEconomic', line.deptEconomic),
      govEconomicState: line.govEconomic === null ? 'none' : state('govEconomic', line.govEconomic),
      revenueState: line.revenue === null ? 'none' : state('revenue', line.revenue),
      mappedGov,
      govState: govState(line, mappedGov),
      fundFit: misfit === null ? 'fits' : misfit.certain ? 'impossible' : 'unusual',
      fundReason: misfit?.reason ?? null,
      revenueFit: revenueMisfit === null ? 'fits' : revenueMisfit.certain ? 'impossible' : 'unusual',
      revenueReason: revenueMisfit?.reason ?? null,
      spendingFields: spendingFields(line),
      sign: line.amount < 0 ? 'negative' : line.amount === 0 ? 'zero' : 'positive',
      useResolved,
      useUnusual: line.use !== null && line.deptEconomic !== null && isUnusualUse(line.deptEconomic, line.use),
      sameAs: sameAs(line),
    };
  };
}

function codeState(codes: CodeBook, catalogue: keyof typeof FULL_DIGITS, code: string): string {
  if (!FULL_DIGITS[catalogue].includes(code.length)) return 'malformed';
  return codes.name(catalogue, code) === null ? 'unlisted' : 'listed';
}

function govState({ deptEconomic, govEconomic }: Line, mapped: string | null): string {
  if (deptEconomic === null) return 'none';
  if (govEconomic === null) return mapped === null ? 'unmapped' : 'matches';
  return mapped === null || mapped === govEconomic ? 'matches' : 'differs';
}

function spendingFields(line: Line): string | null {
  const labels = SPENDING_FIELDS.filter((field) => line[field] !== null).map(
    (field) => `“${budgetLine.fields[field].label}”`,
  );
  return labels.length === 0 ? null : labels.join('');
}

/** 303 may hold both (离退休公用); 301 as 公用 or goods as 人员 is seldom right. */
function isUnusualUse(deptEconomic: string, use: string): boolean {
  return use !== defaultUse(deptEconomic) && !deptEconomic.startsWith('303');
}

/** Everything the user typed, as one text: lines that share it are the same line twice. */
function sameAs(line: Line): string {
  const { side, origin, fund, functional, revenue, nature, deptEconomic, govEconomic, use, projectId, amount, note } =
    line;
  return [
    side,
    origin,
    fund,
    functional,
    revenue,
    nature,
    deptEconomic,
    govEconomic,
    use,
    projectId,
    amount,
    note,
  ].join('\u0001');
}

function remembered<A extends Catalogue, B extends readonly string[], R>(
  ask: (catalogue: A, ...rest: B) => R,
): (catalogue: A, ...rest: B) => R {
  const answers = new Map<string, R>();
  return (catalogue, ...rest) => {
    const question = `${catalogue} ${rest.join(' ')}`;
    const known = answers.get(question);
    if (known !== undefined || answers.has(question)) return known as R;
    const answer = ask(catalogue, ...rest);
    answers.set(question, answer);
    return answer;
  };
}
