/** Short notices at the lower edge: what was done, or what failed and what to do. Read out by assistive technology. */
import { useLayoutEffect, useRef } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import { createSignal, useSignal } from '../state/signal.ts';

interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
  readonly remedy: string;
}

const toasts = createSignal<readonly Toast[]>([]);
let nextId = 1;
const SHOWN_MS = { done: 4_000, failed: 12_000 } as const;

function show(kind: Toast['kind'], text: string, remedy: string): void {
  const toast = { id: nextId++, kind, text, remedy };
  toasts.set([...toasts.get().filter((each) => each.text !== text), toast]);
  setTimeout(() => dismiss(toast.id), SHOWN_MS[kind]);
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));

/** Says that something was done. */
export function notify(text: string): void {
  show('done', text, '');
}

/** Says that something went wrong, and what to do. */
export function notifyTrouble({ sentence, remedy }: Pick<Failure, 'sentence' | 'remedy'>): void {
  show('failed', sentence, remedy);
}

/** Says that something failed. A cancelled action needs no words. */
export function notifyFailure(failure: Failure): void {
  if (failure.code !== 'CANCELLED') notifyTrouble(failure);
}

export function Toasts() {
  const shown = useSignal(toasts);
  const layer = useRef<HTMLDivElement>(null);
  // An open menu lies over the whole page: what is said while one is open is brought in front of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something is said
  useLayoutEffect(() => {
    const element = layer.current;
    if (element?.matches(':popover-open')) element.hidePopover();
    element?.showPopover();
  }, [shown]);
  return (
    <div ref={layer} popover="manual" className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={`toast is-${toast.kind}`}>
          <span>
            {toast.text}
            {toast.remedy === '' ? null : <em>{toast.remedy}</em>}
          </span>
          <button type="button" className="toast-close" aria-label="关闭提示" onClick={() => dismiss(toast.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
