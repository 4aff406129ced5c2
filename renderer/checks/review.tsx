/** The findings with their filters at the left, the chosen one at the right, and over both how far the budget is. */
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { useEscape } from '../commands/use-escape.ts';
import { pageFind, useFindTarget } from '../find/find-target.ts';
import { readSetting } from '../state/settings.ts';
import { useSignal } from '../state/signal.ts';
import { Empty } from '../ui/states.tsx';
import { arrange, type ReviewRow } from './arrange.ts';
import { FilterBar } from './filter-bar.tsx';
import { FindingDetail } from './finding-detail.tsx';
import { FindingList } from './finding-list.tsx';
import { Lapsed } from './lapsed.tsx';
import { LackList, ReadinessBar } from './readiness-bar.tsx';
import {
  changeReview,
  GROUPING_SETTING,
  isFiltered,
  NO_FILTER,
  type ReviewState,
  readGrouping,
  reviewState,
} from './review-state.ts';
import { useFindingCounts } from './use-findings.ts';
import { useGroupNames } from './use-group-names.ts';
import { useGoToLack, useReadiness } from './use-readiness.ts';
import { runReviewKey, useReviewActions } from './use-review-actions.ts';
import { WaiveDialog } from './waive-dialog.tsx';

interface ReviewProps {
  /** Worst first. */
  readonly findings: readonly KeptFinding[];
  /** The checks are through. */
  readonly finished: boolean;
}

export function Review({ findings, finished }: ReviewProps) {
  const state = useSignal(reviewState);
  const names = useGroupNames();
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [waiving, setWaiving] = useState<KeptFinding | null>(null);
  const { open } = useFindingCounts();
  const filtered = useDeferredValue(state);
  const arranged = useMemo(() => arrange(findings, filtered, names), [findings, filtered, names]);
  const { rows } = arranged;
  const at = useChosen(rows, { ...filtered, chosen: state.chosen });
  const row = rows[at];
  const chosen = row?.kind === 'finding' ? row.finding : null;
  const actions = useReviewActions({ findings, shown: arranged.findings, onWaive: setWaiving });
  const focusList = useCallback(() => {
    if (list.current !== null) list.current.focus({ preventScroll: true });
    // The list is not there yet; it takes the keyboard when it comes and nothing else has it.
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);
  const asked = useReadiness();
  const readiness = asked.kind === 'ready' ? asked.value : null;
  const goToLack = useGoToLack(focusList);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page appears
  useEffect(() => {
    focusList();
    readSetting(GROUPING_SETTING, readGrouping).then((grouping) => grouping !== null && changeReview({ grouping }));
  }, []);
  const onListKey = (event: KeyboardEvent) => {
    if (chosen !== null && runReviewKey(event.nativeEvent, chosen, actions)) event.preventDefault();
  };
  useEscape(focusList, { shown: 'dialog[open]' });
  useFindTarget({
    // From the search box on, the text of the page is looked through, as everywhere.
    find: () => {
      if (document.activeElement === search.current) return pageFind.set(true);
      search.current?.focus();
      search.current?.select();
    },
    replace: null,
    step: (back) => {
      const places = rows.flatMap(({ kind }, place) => (kind === 'finding' ? [place] : []));
      const next = back ? places.findLast((place) => place < at) : places.find((place) => place > at);
      const key = rows[next ?? -1]?.key;
      if (key !== undefined) changeReview({ chosen: key });
    },
  });
  const closeDialog = () => {
    setWaiving(null);
    requestAnimationFrame(focusList);
  };
  return (
    <div className="review">
      <ReadinessBar
        readiness={readiness}
        onStep={goToLack}
        onRefused={() => {
          changeReview({ ...NO_FILTER, severity: 'error', chosen: null });
          focusList();
        }}
      />
      <FilterBar
        state={state}
        counts={arranged.counts}
        open={open.error + open.warning + open.advice}
        waived={open.waived}
        search={search}
        onLeaveSearch={focusList}
      />
      <div className="review-desk">
        {rows.length === 0 ? (
          <NothingShown finished={finished} filtered={isFiltered(state)} waived={open.waived} />
        ) : (
          <FindingList
            rows={rows}
            at={at}
            scroller={list}
            onChoose={({ key }) => changeReview({ chosen: key })}
            onFold={(key, shown) => {
              const closed = new Set(state.closed);
              if (shown) closed.delete(key);
              else closed.add(key);
              changeReview({ closed });
            }}
            onOpen={(each) => actions.go(each.finding)}
            onKey={onListKey}
          />
        )}
        <FindingDetail
          finding={chosen}
          actions={actions}
          otherwise={<LackList readiness={readiness} onStep={goToLack} />}
        />
      </div>
      <Lapsed finished={finished} locked={actions.locked} />
      {waiving === null ? null : <WaiveDialog finding={waiving} findings={findings} onClose={closeDialog} />}
    </div>
  );
}

/**
 * Place of the chosen row. Where it has been mended, the finding that stands there now; where the list is another one
 * that does not have it, the first.
 */
function useChosen(
  rows: readonly ReviewRow[],
  { chosen, query, severity, state, kind, grouping }: ReviewState,
): number {
  const last = useRef({ at: 0, list: '' });
  const list = [query, severity, state, kind, grouping].join('|');
  const found = chosen === null ? -1 : rows.findIndex(({ key }) => key === chosen);
  const near = last.current.list === list && chosen !== null ? Math.min(last.current.at, rows.length - 1) : 0;
  const onFinding = rows[near]?.kind === 'group' && near + 1 < rows.length ? near + 1 : near;
  const at = rows.length === 0 ? -1 : found >= 0 ? found : onFinding;
  last.current = { at: Math.max(0, at), list };
  return at;
}

interface NothingShownProps {
  readonly finished: boolean;
  readonly filtered: boolean;
  readonly waived: number;
}

function NothingShown({ finished, filtered, waived }: NothingShownProps) {
  if (!finished) return <Empty title="正在审核，还没有发现问题。">结果边查边列出来，可以先做别的。</Empty>;
  if (filtered) {
    return (
      <Empty title="没有符合条件的结果。">
        <button type="button" className="button" onClick={() => changeReview(NO_FILTER)}>
          清除筛选
        </button>
      </Empty>
    );
  }
  return (
    <Empty title="没有待处理的问题了，辛苦！">
      {waived === 0 ? null : (
        <button type="button" className="button" onClick={() => changeReview({ ...NO_FILTER, state: 'waived' })}>
          看已放行的 {waived} 条
        </button>
      )}
    </Empty>
  );
}
