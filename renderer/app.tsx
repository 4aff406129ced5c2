/** The window: a start page without a book, the workbench with one, and what may lie over both. */
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { BookState } from '../shared/api/types.ts';
import { ForeignHost } from './foreign/foreign-host.tsx';
import { BookStores } from './state/book-stores.ts';
import { asked, listen, takeState } from './state/events.ts';
import { queries, useCall } from './state/query.ts';
import { useSignal } from './state/signal.ts';
import { FailureBox, Loading } from './ui/states.tsx';
import { Toasts } from './ui/toasts.tsx';
import { Workbench } from './workbench.tsx';

const StartPage = lazy(() => import('./start/start-page.tsx').then((module) => ({ default: module.StartPage })));
const Chooser = lazy(() => import('./chooser/chooser.tsx').then((module) => ({ default: module.Chooser })));

export function App() {
  const state = useCall('book.state', {});
  const open = useRef<{ readonly opening: number; readonly stores: BookStores } | null>(null);
  const question = useSignal(asked);
  useEffect(() => listen(() => open.current?.stores ?? null), []);
  const book = state.kind === 'ready' ? state.value : null;
  const stores = storesOf(open, book);
  return (
    <>
      {state.kind === 'failed' ? <FailureBox failure={state.failure} retry={state.retry} /> : null}
      {state.kind === 'ready' && book === null ? (
        <Suspense fallback={<Loading what="开始页" />}>
          <StartPage />
        </Suspense>
      ) : null}
      {book === null || stores === null ? null : <Workbench key={identity(book)} book={book} stores={stores} />}
      <ForeignHost />
      {question === null ? null : (
        <Suspense fallback={null}>
          <Chooser key={question.askId} asked={question} />
        </Suspense>
      )}
      <Toasts />
    </>
  );
}

/** The same book, however much was changed in it. */
const identity = (book: BookState): number => book.opening;

/** Answers that are about books, not about what is in one. */
const ABOUT_BOOKS: readonly unknown[] = ['book.state', 'book.recent'];

/** Rows are kept as long as one book is open; another book starts with none, and with no answers about the last one. */
function storesOf(
  open: React.RefObject<{ readonly opening: number; readonly stores: BookStores } | null>,
  book: BookState | null,
): BookStores | null {
  const opening = book === null ? null : identity(book);
  if ((open.current?.opening ?? null) !== opening) {
    // What was asked ahead for the first book stays.
    if (open.current !== null)
      queries.removeQueries({ predicate: ({ queryKey }) => !ABOUT_BOOKS.includes(queryKey[0]) });
    open.current?.stores.close();
    open.current = opening === null ? null : { opening, stores: new BookStores(takeState) };
  }
  return open.current?.stores ?? null;
}
