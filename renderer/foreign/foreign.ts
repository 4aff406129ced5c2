/** The foreign workbook that lies over the window: opened from anywhere, with a book or without. */
import type { Failure } from '../../shared/api/failure.ts';
import type { ForeignState } from '../../shared/foreign/state-types.ts';
import { call, failureOf } from '../api.ts';
import { createSignal } from '../state/signal.ts';

type Foreign =
  | { readonly kind: 'closed' }
  | { readonly kind: 'reading'; readonly jobId: string; readonly before: ForeignState | null }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'open'; readonly state: ForeignState };

const CLOSED: Foreign = { kind: 'closed' };

export const foreign = createSignal<Foreign>(CLOSED);

/** Lets the user choose a workbook and audits it; the one that lay open is left when another is chosen. */
export async function openForeign(): Promise<void> {
  const now = foreign.get();
  if (now.kind === 'reading') return;
  const before = now.kind === 'open' ? now.state : null;
  const jobId = crypto.randomUUID();
  foreign.set({ kind: 'reading', jobId, before });
  try {
    const state = await call('foreign.open', { jobId });
    foreign.set({ kind: 'open', state });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'CANCELLED') foreign.set({ kind: 'failed', failure });
    else foreign.set(before === null ? CLOSED : { kind: 'open', state: before });
  }
}

/** Leaves the workbook, or stops reading it. */
export function closeForeign(): void {
  const now = foreign.get();
  if (now.kind === 'reading') call('job.cancel', { jobId: now.jobId }).catch(() => undefined);
  if (now.kind === 'open') call('foreign.close', { fileId: now.state.fileId }).catch(() => undefined);
  foreign.set(CLOSED);
}
