/** The money of a sheet in 元, the periods side by side: sums that follow, and a warning where sheet and lines part. */
import type { FormLayout, Period } from '../../shared/goals/form-spec.ts';
import {
  type FundAmount,
  type FundingBlock,
  moneyAcross,
  moneyFromLines,
  sumOfSources,
} from '../../shared/goals/funding.ts';
import { type Fen, fen, subtractFen, sumFen } from '../../shared/money/fen.ts';
import { yuan } from '../projects/yuan.ts';
import { usePlace } from '../state/window-state.ts';
import { MoneyBox } from './boxes.tsx';
import { isOneYear, type SheetEditor } from './use-sheet-editor.ts';

interface FundingProps {
  readonly block: FundingBlock;
  readonly layout: FormLayout;
  readonly editor: SheetEditor;
  /** Expenditure of the project (or the unit) by its lines; null while it is not known. */
  readonly lines: readonly FundAmount[] | null;
}

export function FundingView({ block, layout, editor, lines }: FundingProps) {
  const rows = [
    { label: null, fields: fieldsOfTotal(block) },
    ...block.sources.map(({ label, fields }) => ({ label, fields })),
  ];
  return (
    <div className="goal-row is-funding">
      <span className="goal-label">{block.label}</span>
      <div className="goal-funding">
        {layout.periods.map(({ period, short }) => (
          <div key={period} className="goal-funding-period" data-period={period}>
            {rows.map(({ label, fields }, index) => {
              const field = fields[period];
              const shown = label ?? block.total[period]?.label ?? '';
              return (
                <div key={shown} className={label === null ? 'goal-amount is-total' : 'goal-amount'}>
                  <span className="goal-source">
                    {index === 1 && block.lead !== '' ? <span className="goal-lead">{block.lead}</span> : null}
                    {shown}
                  </span>
                  {field === undefined ? null : (
                    <MoneyBox editor={editor} field={field} label={label === null ? shown : `${short}${shown}`} />
                  )}
                </div>
              );
            })}
            <Sums block={block} period={period} editor={editor} lines={lines} both={layout.periods.length > 1} />
          </div>
        ))}
      </div>
    </div>
  );
}

const fieldsOfTotal = ({ total }: FundingBlock) =>
  Object.fromEntries(Object.entries(total).map(([period, { field }]) => [period, field])) as Partial<
    Record<Period, NonNullable<FundingBlock['total'][Period]>['field']>
  >;

interface SumsProps extends Omit<FundingProps, 'layout'> {
  readonly period: Period;
  readonly both: boolean;
}

/** What the amounts of a period do not agree with, each with the way to mend it. */
function Sums({ block, period, both, editor, lines }: SumsProps) {
  const { unit } = usePlace();
  const total = block.total[period]?.field;
  if (total === undefined) return null;
  const stated = editor.money[total] ?? null;
  const sum = sumOfSources(block, period, editor.money);
  const spent = lines === null ? null : sumFen(lines.map(({ amount }) => amount));
  const take = () => {
    if (lines === null) return;
    editor.setMoney(moneyFromLines(block, period, unit.level, lines, editor.money), '年度资金取自支出明细');
  };
  const same = moneyAcross(block, 'annual', 'implementation', editor.money);
  const differs = Object.entries(same).some(([field, amount]) => (editor.values[field] ?? null) !== amount);
  // More money over all years than in this one is as it should be.
  const doubtful = stated === null || isOneYear(editor.values) || stated < (editor.money.annualTotal ?? 0);
  return (
    <div className="goal-sums">
      {sum !== null && sum !== stated ? (
        <p className="goal-mark is-error">
          各来源合计 {yuan(sum)}，{apart(sum, stated ?? fen(0), '总额')}
          {editor.readOnly ? null : (
            <button
              type="button"
              className="link"
              onClick={() => editor.setMoney({ [total]: sum }, '总额改为各来源合计')}
            >
              总额改为合计
            </button>
          )}
        </p>
      ) : null}
      {period === 'annual' && spent !== null ? (
        <p className={spent === stated ? 'goal-mark is-ok' : 'goal-mark is-error'}>
          支出明细合计 {yuan(spent)}，{spent === stated ? '与本表一致。' : apart(spent, stated ?? fen(0), '本表')}
          {spent === stated || editor.readOnly ? null : (
            <button type="button" className="link" onClick={take}>
              取自明细
            </button>
          )}
        </p>
      ) : null}
      {period === 'implementation' && both && differs && doubtful && !editor.readOnly ? (
        <p className="goal-mark">
          <button type="button" className="link" onClick={() => editor.setMoney(same, '实施期资金与年度相同')}>
            与年度相同
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** `比总额多 5.00 元。` */
function apart(left: Fen, right: Fen, what: string): string {
  return `比${what}${left > right ? '多' : '少'} ${yuan(fen(Math.abs(subtractFen(left, right))))}。`;
}
