/** What a page shows while it has nothing to show. */
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { Asked } from '../state/query.ts';

export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="state is-loading" role="status">
      <span className="spinner" aria-hidden="true" />
      正在读取{what}…
    </div>
  );
}

/** A failure with its remedy; `retry` adds a button. */
export function FailureBox({
  failure,
  retry,
}: {
  readonly failure: Failure;
  readonly retry?: (() => void) | undefined;
}) {
  return (
    <div className="failure" role="alert">
      <strong>{failure.sentence}</strong>
      {failure.remedy === '' ? null : <span>{failure.remedy}</span>}
      {retry === undefined ? null : (
        <button type="button" className="button" onClick={retry}>
          重试
        </button>
      )}
    </div>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state is-empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** Draws an answer of the core, or what there is instead. */
export function Shown<T>(props: {
  readonly asked: Asked<T>;
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}) {
  const { asked } = props;
  switch (asked.kind) {
    case 'loading':
      return <Loading what={props.what} />;
    case 'failed':
      return <FailureBox failure={asked.failure} retry={asked.retry} />;
    case 'ready':
      return props.children(asked.value);
  }
}
