/** What rules ask about a line beyond its own fields. Each is worked out when it is asked for. */
import type { CodeBook } from '../codes/code-book.ts';
import { type FundMisfit, fundMisfit } from '../codes/fund-scope.ts';
import { budgetLine } from '../entities/budget-line.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { FUNDS } from '../entities/vocabulary.ts';
import { defaultUse } from '../facts/group.ts';
import { PLACE } from './live/line-places.ts';
import type { Attributes } from './records.ts';

type Line = RowOfEntity<'line'>;
type Coded = 'functional' | 'deptEconomic' | 'govEconomic' | 'revenue';

/** Fields that only expenditure uses. */
const SPENDING_FIELDS = ['nature', 'deptEconomic', 'govEconomic', 'use', 'projectId'] as const;

/** @returns attributes by name; lookups of the same codes are answered from memory */
export function lineAttributes(codes: CodeBook, unitKind: RowOfEntity<'unit'>['kind']): Attributes<Line> {
  const stateOf = (field: Coded) => {
    const state = memo((code) => codeState(codes, field, code));
    return (line: Line) => {
      const code = line[field];
      return code === null ? 'none' : state(code);
    };
  };
  const misfitOf = (field: 'functional' | 'revenue') => {
    const byFund = new Map(FUNDS.map(({ value }) => [value, memo((code) => fundMisfit(field, value, code))]));
    return (line: Line) => {
      const code = line[field];
      return code === null ? null : (byFund.get(line.fund)?.(code) ?? null);
    };
  };
  const [misfit, revenueMisfit] = [misfitOf('functional'), misfitOf('revenue')];
  const mapped = memo((code) => codes.govEconomic(code, unitKind));
  const mappedGov = ({ deptEconomic }: Line) => (deptEconomic === null ? null : mapped(deptEconomic));
  return {
    functionalState: stateOf('functional'),
    deptEconomicState: stateOf('deptEconomic'),
    govEconomicState: stateOf('govEconomic'),
    revenueState: stateOf('revenue'),
    mappedGov,
    govState: (line) => govState(line, mappedGov(line)),
    fundFit: (line) => fitText(misfit(line)),
    fundReason: (line) => misfit(line)?.reason ?? null,
    revenueFit: (line) => fitText(revenueMisfit(line)),
    revenueReason: (line) => revenueMisfit(line)?.reason ?? null,
    spendingFields,
    sign: ({ amount }) => (amount < 0 ? 'negative' : amount === 0 ? 'zero' : 'positive'),
    useResolved: ({ use, deptEconomic }) => use ?? defaultUse(deptEconomic),
    useUnusual,
    place: () => PLACE,
    sameAs,
    sameUse,
  };
}

function codeState(codes: CodeBook, field: Coded, code: string): string {
  const digits: readonly number[] = budgetLine.fields[field].digits;
  if (!digits.includes(code.length)) return 'malformed';
  return codes.name(field, code) === null ? 'unlisted' : 'listed';
}

function govState({ deptEconomic, govEconomic }: Line, mapped: string | null): string {
  if (deptEconomic === null) return 'none';
  if (govEconomic === null) return mapped === null ? 'unmapped' : 'matches';
  return mapped === null || mapped === govEconomic ? 'matches' : 'differs';
}

/** Labels of the expenditure-only fields that are filled. */
function spendingFields(line: Line): string | null {
  const filled = SPENDING_FIELDS.filter((field) => line[field] !== null);
  return filled.length === 0 ? null : filled.map((field) => `“${budgetLine.fields[field].label}”`).join('');
}

/** 303 may hold both (离退休公用); 301 as 公用 or goods as 人员 is seldom right. */
function useUnusual({ use, deptEconomic }: Line): boolean {
  return use !== null && deptEconomic !== null && use !== defaultUse(deptEconomic) && !deptEconomic.startsWith('303');
}

/** Everything the user typed, as one text: lines that share it are the same line twice. */
function sameAs(line: Line): string {
  const { side, origin, fund, functional, revenue, nature, deptEconomic, govEconomic, use, projectId, amount, note } =
    line;
  return `${side}|${origin}|${fund}|${functional}|${revenue}|${nature}|${deptEconomic}|${govEconomic}|${use}|${projectId}|${amount}|${note}`;
}

/** Whose money, for what: lines that share it differ in code and amount alone. */
function sameUse({ side, origin, fund, deptEconomic, projectId, note }: Line): string {
  return `${side}|${origin}|${fund}|${deptEconomic}|${projectId}|${note}`;
}

function fitText(misfit: FundMisfit | null): string {
  return misfit === null ? 'fits' : misfit.certain ? 'impossible' : 'unusual';
}

/** Remembers answers by question. */
function memo<R>(ask: (question: string) => R): (question: string) => R {
  const answers = new Map<string, R>();
  return (question) => {
    const ready = answers.get(question);
    if (ready !== undefined) return ready;
    const answer = ask(question);
    answers.set(question, answer);
    return answer;
  };
}
