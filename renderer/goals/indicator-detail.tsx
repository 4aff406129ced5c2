/** The active indicator taken apart: operator, number, unit, and what the form has no column for. */

import type { KeptFinding } from '../../shared/checks/finding.ts';
import { indicator } from '../../shared/entities/indicator.ts';
import { placesOf } from '../../shared/goals/forms.ts';
import { mend } from '../checks/mend.ts';
import { partsOf } from './cell-text.ts';
import { runIndicatorAction } from './indicator-actions.ts';
import type { IndicatorControls } from './indicator-controls.ts';
import type { CellTarget } from './use-cell-editing.ts';

interface DetailProps {
  readonly target: CellTarget;
  /** What the checks say of this sheet. */
  readonly findings: readonly KeptFinding[];
  readonly controls: IndicatorControls;
}

const HIDDEN = ['nature', 'direction'] as const;

/** What can be done with the line, for those who use the mouse. */
const TOOLS = [
  { action: 'insertRow', label: '加一行', keys: 'Ctrl+I' },
  { action: 'removeRows', label: '删除行', keys: 'Ctrl+-' },
  { action: 'moveUp', label: '上移', keys: 'Alt+Shift+↑' },
  { action: 'moveDown', label: '下移', keys: 'Alt+Shift+↓' },
  { action: 'copyToAnnual', label: '复制到年度', keys: 'Alt+→' },
] as const;

function Tools({ controls }: { readonly controls: IndicatorControls }) {
  const twoPeriods = controls.columns.some(({ period }) => period === 'implementation');
  return (
    <span className="goal-tools">
      {TOOLS.filter(({ action }) => twoPeriods || action !== 'copyToAnnual').map(({ action, label, keys }) => (
        <button
          key={action}
          type="button"
          className="link"
          title={keys}
          disabled={controls.readOnly}
          // The focus stays with the cell.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runIndicatorAction(action, controls)}
        >
          {label}
        </button>
      ))}
    </span>
  );
}

export function IndicatorDetail({ target: { line, column }, findings, controls }: DetailProps) {
  const { session, shows, form, readOnly } = controls;
  const half = line.halves[column.period];
  if (half === null) {
    return (
      <p className="goal-detail">
        <Tools controls={controls} />
        输入名称和指标值；指标值可写成“≥95%”“≤7.6万元”“2027年6月底前”，自动拆成符号、数值和单位。
      </p>
    );
  }
  const { row } = half;
  const { operator, value, measure } = partsOf(row.values);
  const set = (values: Readonly<Record<string, string | null>>, label: string) =>
    session.lay([{ key: row.key, values, typed: {}, problems: {}, waits: false }], `修改绩效指标“${label}”`);
  const own = findings.filter(
    ({ location }) => location.kind === 'row' && location.entity === 'indicator' && location.id === row.id,
  );
  const places = placesOf(form);
  const place = places.findIndex((one) => one.level1 === half.level1 && one.level2.name === half.level2);
  return (
    <div className="goal-detail" role="group" aria-label="当前指标">
      <span>
        {column.periodName} · 符号 <b>{operator ?? '无'}</b>　数值 <b>{value === '' ? '未填' : value}</b>　单位{' '}
        <b>{measure ?? '无'}</b>
      </span>
      <label>
        二级指标{' '}
        <select
          className="select"
          disabled={readOnly}
          value={place}
          onChange={(event) => {
            const to = places[Number.parseInt(event.target.value, 10)];
            if (to !== undefined) set({ level1: to.level1, level2: to.level2.name }, '二级指标');
          }}
        >
          {place < 0 ? <option value={-1}>{half.level2}（本表式没有）</option> : null}
          {places.map(({ level1, level2 }, index) => (
            <option key={`${level1}${level2.name}`} value={index}>
              {level2.name}
            </option>
          ))}
        </select>
      </label>
      {HIDDEN.filter((field) => !shows.has(field)).map((field) => {
        const spec = indicator.fields[field];
        const current = row.values[field];
        return (
          <label key={field}>
            {spec.label}{' '}
            <select
              className="select"
              disabled={readOnly}
              value={typeof current === 'string' ? current : ''}
              onChange={(event) => set({ [field]: event.target.value || null }, spec.label)}
            >
              <option value="">未填</option>
              {spec.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      <Tools controls={controls} />
      {row.reason === null ? null : <p className="goal-mark is-error">{row.reason}</p>}
      {own.map((finding) => (
        <p key={finding.key} className={`goal-mark is-${finding.severity}`}>
          {finding.message}
          {finding.fix === undefined || readOnly ? null : (
            <button type="button" className="link" onClick={() => void mend(finding)}>
              {finding.fix.label}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
