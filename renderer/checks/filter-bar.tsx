/** What of the findings is shown, and how it is grouped. */
import type { RefObject } from 'react';
import { SEVERITIES, SEVERITY_LABELS, type Severity } from '../../shared/checks/finding.ts';
import { writeSetting } from '../state/settings.ts';
import type { Counts } from './counts.ts';
import { KINDS } from './groups.ts';
import { changeReview, type FindingState, GROUPING_SETTING, GROUPINGS, type ReviewState } from './review-state.ts';

interface FilterBarProps {
  readonly state: ReviewState;
  /** Of each severity, as far as the other filters let them through. */
  readonly counts: Counts;
  readonly open: number;
  readonly waived: number;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Back to the list. */
  readonly onLeaveSearch: () => void;
}

export function FilterBar({ state, counts, open, waived, search, onLeaveSearch }: FilterBarProps) {
  const all = counts.error + counts.warning + counts.advice;
  const severities: readonly { readonly id: Severity | null; readonly label: string; readonly count: number }[] = [
    { id: null, label: '全部', count: all },
    ...SEVERITIES.map((id) => ({ id, label: SEVERITY_LABELS[id], count: counts[id] })),
  ];
  const states: readonly { readonly id: FindingState; readonly label: string }[] = [
    { id: 'open', label: `待处理 ${open}` },
    { id: 'waived', label: `已放行 ${waived}` },
    { id: 'all', label: '都看' },
  ];
  return (
    <search className="filter-bar" aria-label="筛选审核结果">
      <input
        ref={search}
        type="search"
        className="input"
        placeholder="搜索（Ctrl+F）"
        aria-label="搜索审核结果"
        value={state.query}
        onChange={(event) => changeReview({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape' && state.query !== '') changeReview({ query: '' });
          else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') onLeaveSearch();
          else return;
          event.preventDefault();
        }}
      />
      <div className="segmented" role="radiogroup" aria-label="按严重程度筛选">
        {severities.map(({ id, label, count }) => (
          <label key={label} className={state.severity === id ? 'is-on' : ''}>
            <input
              type="radio"
              name="review-severity"
              checked={state.severity === id}
              onChange={() => changeReview({ severity: id })}
            />
            {label} {count}
          </label>
        ))}
      </div>
      <div className="segmented" role="radiogroup" aria-label="待处理还是已放行">
        {states.map(({ id, label }) => (
          <label key={id} className={state.state === id ? 'is-on' : ''}>
            <input
              type="radio"
              name="review-state"
              checked={state.state === id}
              onChange={() => changeReview({ state: id })}
            />
            {label}
          </label>
        ))}
      </div>
      <select
        className="select"
        aria-label="类别"
        value={state.kind ?? ''}
        onChange={({ target: { value } }) => changeReview({ kind: KINDS.find(({ id }) => id === value)?.id ?? null })}
      >
        <option value="">全部类别</option>
        {KINDS.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <label className="filter-grouping">
        分组
        <select
          className="select"
          value={state.grouping}
          onChange={({ target: { value } }) => {
            const grouping = GROUPINGS.find(({ id }) => id === value)?.id ?? 'severity';
            changeReview({ grouping });
            writeSetting(GROUPING_SETTING, grouping);
          }}
        >
          {GROUPINGS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
