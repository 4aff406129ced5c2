/** 历史: everything that was done in the book, beside the page, with the ways back. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { HistoryEntry } from '../../shared/api/types.ts';
import { useCall } from '../state/query.ts';
import { selectionStatus } from '../state/selection-status.ts';
import { useSignal } from '../state/signal.ts';
import { usePlace } from '../state/window-state.ts';
import { Empty, Shown } from '../ui/states.tsx';
import { GoBack } from './go-back.tsx';
import { EntryView } from './history-entry.tsx';
import { useHistory } from './use-history.ts';
import '../styles/history.css';

export function HistoryPanel({ onClose }: { readonly onClose: () => void }) {
  const panel = useRef<HTMLElement>(null);
  const { record } = useSignal(selectionStatus);
  const [onlyRecord, setOnlyRecord] = useState(false);
  const filter = onlyRecord ? record : null;
  const { asked, more, fetching } = useHistory(filter);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.querySelector<HTMLElement>('input')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (stepHead(panel.current, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    }
  };
  return (
    <aside ref={panel} className="history" aria-label="历史" onKeyDown={onKeyDown}>
      <header className="history-top">
        <h2>历史</h2>
        <label className="history-only">
          <input type="checkbox" checked={onlyRecord} onChange={(event) => setOnlyRecord(event.target.checked)} />
          只看表格中所选的记录
        </label>
        <span className="spring" />
        <button type="button" className="icon-button" aria-label="关闭历史" title="关闭（Esc）" onClick={onClose}>
          ×
        </button>
      </header>
      <div className="history-list">
        {onlyRecord && record === null ? (
          <Empty title="还没有选中已保存的行。">在表格中点一行，这里就列出它的每次修改。</Empty>
        ) : (
          <Shown asked={asked} what="历史">
            {(entries) => <Entries entries={entries} />}
          </Shown>
        )}
        {more === null || asked.kind !== 'ready' ? null : (
          <button type="button" className="button" disabled={fetching} onClick={more}>
            {fetching ? '正在读取…' : '显示更早的 100 步'}
          </button>
        )}
      </div>
    </aside>
  );
}

function Entries({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { book } = usePlace();
  const state = useCall('history.state', {});
  const [open, setOpen] = useState<number | null>(null);
  const [target, setTarget] = useState<HistoryEntry | null>(null);
  if (entries.length === 0) return <Empty title="还没有修改。">每次修改都会记在这里，可以逐步撤销或恢复。</Empty>;
  const doneId = state.kind === 'ready' ? state.value.doneId : null;
  return (
    <>
      <ol>
        {entries.map((entry) => (
          <EntryView
            key={entry.id}
            entry={entry}
            open={open === entry.id}
            here={entry.id === doneId}
            readOnly={book.readOnly}
            onToggle={() => setOpen(open === entry.id ? null : entry.id)}
            onGoBack={() => setTarget(entry)}
          />
        ))}
      </ol>
      {target === null ? null : <GoBack entry={target} onClose={() => setTarget(null)} />}
    </>
  );
}

/** Moves the focus among the entries; from anywhere else in the panel to the first. */
function stepHead(panel: HTMLElement | null, by: 1 | -1): boolean {
  const heads = [...(panel?.querySelectorAll<HTMLElement>('.history-head') ?? [])];
  const at = heads.findIndex((head) => head.matches(':focus'));
  const next = heads[at + by];
  if (next === undefined || (at < 0 && by < 0)) return false;
  next.focus();
  return true;
}
