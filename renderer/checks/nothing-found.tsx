/** Everything was checked and nothing found: says so, and what was looked at. */
import { useCall } from '../state/query.ts';
import { ReadinessBar } from './readiness-bar.tsx';
import { useFindingsView } from './use-findings.ts';
import { useGoToLack, useReadiness } from './use-readiness.ts';

/** What is looked at, by what rules look at one by one. */
const LOOKED_AT: readonly { readonly label: string; readonly scopes: readonly string[] }[] = [
  { label: '13张公开表之间和表内的勾稽', scopes: ['table', 'tables', 'fund'] },
  { label: '收入、支出明细的填写', scopes: ['line'] },
  { label: '单位、上年数和国有资产', scopes: ['unit', 'budget', 'prior', 'asset'] },
  { label: '项目', scopes: ['project'] },
  { label: '绩效目标和指标', scopes: ['goalSheet', 'indicator'] },
  { label: '政府采购', scopes: ['procurement'] },
  { label: '预算说明', scopes: ['paragraph', 'typedFigure', 'narrative'] },
];

export function NothingFound() {
  const asked = useReadiness();
  const goToLack = useGoToLack(() => undefined);
  const rules = useCall('check.rules', {});
  const lines = useFindingsView()?.progress?.total ?? 0;
  const ready = asked.kind === 'ready' && asked.value.ready;
  const all = rules.kind === 'ready' ? rules.value : [];
  return (
    <div className="review">
      <ReadinessBar
        readiness={asked.kind === 'ready' ? asked.value : null}
        onStep={goToLack}
        onRefused={() => undefined}
      />
      <div className="state is-empty is-clean">
        <strong>都查过了，没有发现问题，辛苦！</strong>
        <p>
          {lines} 条明细、{all.length} 条规则，一条不落：
        </p>
        <ul>
          {LOOKED_AT.map(({ label, scopes }) => (
            <li key={label}>
              ✓ {label}
              <span className="muted">　{all.filter(({ scope }) => scopes.includes(scope)).length} 条规则</span>
            </li>
          ))}
        </ul>
        <p className="muted">{ready ? '可以上报了；' : ''}以后改动数据，这里随时重新审核。</p>
      </div>
    </div>
  );
}
