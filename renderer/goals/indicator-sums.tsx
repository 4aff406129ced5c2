/** What is said of the indicators as a whole: the sums of their scores, and which kinds are missing. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import type { FormLayout } from '../../shared/goals/form-spec.ts';
import { sumQuantities } from '../../shared/money/quantity.ts';
import type { Half, IndicatorBlock } from './grid-rows.ts';

interface SumsProps {
  readonly layout: FormLayout;
  readonly block: IndicatorBlock;
  readonly halves: readonly Half[];
  readonly findings: readonly KeptFinding[];
}

export function IndicatorSums({ layout, block, halves, findings }: SumsProps) {
  const whole = findings.filter(
    ({ location }) => location.kind === 'row' && location.entity === 'goalSheet' && location.field === null,
  );
  const { scoreTotal } = block;
  const scored = block.columns.some(({ field }) => field === 'score');
  const sums = scored ? layout.periods.map((period) => ({ ...period, sum: scoreOf(halves, period.period) })) : [];
  const wrong = scoreTotal !== undefined && sums.some(({ sum }) => sum !== '0' && sum !== String(scoreTotal));
  if (whole.length === 0 && sums.length === 0) return null;
  return (
    <div className="goal-whole">
      {sums.length === 0 ? null : (
        <p className={wrong ? 'goal-mark is-warning' : 'goal-mark'}>
          分值合计：{sums.map(({ short, sum }) => `${short} ${sum}`).join('，')}
          {scoreTotal === undefined ? '' : `（应为 ${scoreTotal}）`}
        </p>
      )}
      {whole.map(({ ruleId, severity, message }) => (
        <p key={ruleId} className={`goal-mark is-${severity}`}>
          {message}
        </p>
      ))}
    </div>
  );
}

function scoreOf(halves: readonly Half[], period: Half['period']): string {
  return sumQuantities(
    halves.flatMap((half) => {
      const { score } = half.row.values;
      return half.period === period && typeof score === 'string' ? [score] : [];
    }),
  );
}
