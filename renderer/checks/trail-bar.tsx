/** Over a page that one has come to from 审核: what was found here, and the ways on and back. */
import { useEffect } from 'react';
import { isTyping } from '../commands/use-shortcuts.ts';
import { useSignal } from '../state/signal.ts';
import { type Place, usePlace } from '../state/window-state.ts';
import { SEVERITIES } from './groups.ts';
import { mend } from './mend.ts';
import { isOnTrail, ofBook, stepTrail, type Trail, trail } from './trail.ts';
import { useFindingsView } from './use-findings.ts';

export function TrailBar() {
  const place = usePlace();
  const known = ofBook(useSignal(trail), place);
  return known === null || !isOnTrail(known, place.page) ? null : <Bar known={known} place={place} />;
}

function Bar({ known, place }: { readonly known: Trail; readonly place: Place }) {
  const view = useFindingsView();
  const back = () => place.show('checks');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is asked for when the key is pressed
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open], .history') !== null) return;
      event.preventDefault();
      back();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [place]);
  const now = view?.findings.get(known.finding.key);
  const finding = now ?? known.finding;
  const state = now === undefined ? 'mended' : now.waived === undefined ? now.severity : 'waived';
  const label = now === undefined ? '✓ 已改正' : now.waived === undefined ? SEVERITIES[now.severity].label : '已放行';
  const { fix } = finding;
  const locked = place.book.readOnly || place.budget.status !== 'draft';
  return (
    <section className={`trail is-${state}`} aria-label="正在处理的审核结果">
      <p title={`${finding.message}\n依据：${finding.basis}`} role="status">
        <b>{label}</b>
        {finding.message}
      </p>
      {fix === undefined || now === undefined || now.waived !== undefined ? null : (
        <button type="button" className="button" disabled={locked} onClick={() => void mend(finding)}>
          {fix.label}
        </button>
      )}
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
    </section>
  );
}
