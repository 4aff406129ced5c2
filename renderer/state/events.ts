/** What the core tells without being asked, brought to where it is shown. */
import type { ChecksProgress, ChooseAsked, CoreEvent, JobProgress } from '../../shared/api/events.ts';
import type { BookState } from '../../shared/api/types.ts';
import { onCoreEvent } from '../api.ts';
import { notify, notifyTrouble } from '../ui/toasts.tsx';
import { forgetAhead } from './ask-ahead.ts';
import type { BookStores } from './book-stores.ts';
import { follows, showTogether } from './following.ts';
import { isSlow, outdatedBy } from './outdated.ts';
import { queries } from './query.ts';
import { savedOtherwise } from './save-state.ts';
import { createSignal } from './signal.ts';

/** The question the in-window file chooser is answering. */
export const asked = createSignal<ChooseAsked | null>(null);
/** The newest word on each running job, by its id. */
export const jobs = createSignal<ReadonlyMap<string, JobProgress>>(new Map());

/** The newest word on the checks of a budget. */
export const checksTold = createSignal<ChecksProgress | null>(null);

let resting: ReturnType<typeof setTimeout> | undefined;

/** How long edits must rest: while the core checks a large book, nothing else is answered. */
function restFor(slowest: number): number {
  return Math.max(300, Math.min(6_000, slowest * 4));
}

let slowest = 0;

/** Asks again for the slow answers on screen and notes how long they took. */
async function refreshSlow(): Promise<void> {
  const from = performance.now();
  await queries.invalidateQueries({ predicate: isSlow });
  slowest = performance.now() - from;
}

/** Whether a state is that of another book than the one known, or of the same one opened anew. */
function isOpening(state: BookState): boolean {
  return queries.getQueryData<BookState | null>(['book.state', {}])?.opening !== state.opening;
}

/** Takes a newer state of the book; an older one that arrives late is no news. */
export function takeState(state: BookState): void {
  const known = queries.getQueryData<BookState | null>(['book.state', {}]);
  const opened = known == null || state.opening > known.opening;
  if (!opened && (state.opening < known.opening || state.revision < known.revision)) return;
  queries.setQueryData(['book.state', {}], state);
  // What another window saves while this one only looks on is not ours.
  if (!opened && !known.readOnly && state.revision > known.revision) savedOtherwise();
}

/** Asks again for everything on screen that an edit may have changed. */
function refresh(changed: Extract<CoreEvent, { name: 'book.changed' }>['payload']): void {
  const outdated = outdatedBy(changed.entities);
  // What nobody looks at is not shown again before it has been asked for anew: never an old figure, however briefly.
  queries.removeQueries({ type: 'inactive', predicate: outdated });
  const answers = queries.invalidateQueries({ predicate: outdated });
  follows(answers);
  clearTimeout(resting);
  resting = setTimeout(() => void refreshSlow(), restFor(slowest));
}

/** Starts listening; answers a function that stops. `stores` answers those of the open book. */
export function listen(stores: () => BookStores | null): () => void {
  return onCoreEvent((event) => {
    switch (event.name) {
      case 'book.changed':
        forgetAhead();
        refresh(event.payload);
        if (isOpening(event.payload.state)) takeState(event.payload.state);
        else void showTogether(() => takeState(event.payload.state));
        stores()?.onChanged(event);
        return;
      case 'book.closed':
        // The start page lists the books anew: the one that was just open is among them.
        queries.removeQueries({ queryKey: ['book.recent'] });
        queries.setQueryData(['book.state', {}], null);
        return;
      case 'notice':
        if (event.payload.kind === 'info') notify(event.payload.sentence);
        else notifyTrouble(event.payload);
        return;
      case 'checks.changed':
        checksTold.set(event.payload);
        return;
      case 'job.progress':
        jobs.set(withJob(jobs.get(), event.payload));
        return;
      case 'choose.asked':
        asked.set(event.payload);
    }
  });
}

function withJob(known: ReadonlyMap<string, JobProgress>, job: JobProgress): ReadonlyMap<string, JobProgress> {
  const next = new Map(known);
  if (job.finished) next.delete(job.jobId);
  else next.set(job.jobId, job);
  return next;
}
