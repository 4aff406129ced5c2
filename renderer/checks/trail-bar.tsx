/** Over a page that one has come to from 审核: what was found here, and the ways on and back. */
import { lazy, memo, Suspense, useState } from 'react';
import { SEVERITY_LABELS } from '../../shared/checks/finding.ts';
import { useEscape } from '../commands/use-escape.ts';
import { useSignal } from '../state/signal.ts';
import { type Place, usePlace } from '../state/window-state.ts';
import { mend } from './mend.ts';
import { isOnTrail, ofBook, stepTrail, type Trail, trail } from './trail.ts';
import { useFindingsView } from './use-findings.ts';

const WaiveDialog = lazy(() => import('./waive-dialog.tsx').then((module) => ({ default: module.WaiveDialog })));

export const TrailBar = memo(function TrailBar() {
  const place = usePlace();
  const known = ofBook(useSignal(trail), place);
  return known === null || !isOnTrail(known, place.page) ? null : <Bar known={known} place={place} />;
});

function Bar({ known, place }: { readonly known: Trail; readonly place: Place }) {
  const view = useFindingsView();
  const [waiving, setWaiving] = useState(false);
  const back = () => place.show('checks');
  useEscape(back, { shown: 'dialog[open], .history', typing: true });
  const now = view?.findings.get(known.finding.key);
  const finding = now ?? known.finding;
  // While a book is gone through anew, what is not there may yet come.
  const isMended = now === undefined && view?.progress?.finished === true;
  const state = isMended ? 'mended' : finding.waived === undefined ? finding.severity : 'waived';
  const label = isMended ? '✓ 已改正' : finding.waived === undefined ? SEVERITY_LABELS[finding.severity] : '已放行';
  const { fix } = finding;
  const locked = place.book.readOnly || place.budget.status !== 'draft';
  return (
    <section className={`trail is-${state}`} aria-label="正在处理的审核结果">
      <p title={`${finding.message}\n依据：${finding.basis}`} role="status">
        <b>{label}</b>
        {finding.message}
      </p>
      {fix === undefined || state === 'mended' || state === 'waived' ? null : (
        <button type="button" className="button" disabled={locked} onClick={() => void mend(finding)}>
          {fix.label}
        </button>
      )}
      {state === 'warning' || state === 'advice' ? (
        <button
          type="button"
          className="button"
          disabled={locked}
          title="不用改：写明理由，不再计入待处理"
          onClick={() => setWaiving(true)}
        >
          放行…
        </button>
      ) : null}
      <button type="button" className="button" title="上一处（Shift+F7）" onClick={() => stepTrail(place, -1)}>
        上一处
      </button>
      <button type="button" className="button" title="下一处（F7）" onClick={() => stepTrail(place, 1)}>
        下一处<kbd>F7</kbd>
      </button>
      <button type="button" className="button" title="回到审核结果中的这一条（Esc 或 Alt+0）" onClick={back}>
        回审核<kbd>Esc</kbd>
      </button>
      <button type="button" className="icon-button" aria-label="收起审核提示" onClick={() => trail.set(null)}>
        ×
      </button>
      {waiving && view !== null ? (
        <Suspense fallback={null}>
          <WaiveDialog finding={finding} findings={view.findings.sorted()} onClose={() => setWaiving(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
