/** The entries of a folder as a list that the keyboard walks: arrows, Home, End, first letters, Enter. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ChooserEntry } from '../../shared/api/types.ts';

interface EntryListProps {
  readonly entries: readonly ChooserEntry[];
  readonly extensions: readonly string[];
  readonly chosen: ChooserEntry | null;
  readonly onChoose: (entry: ChooserEntry) => void;
  readonly onActivate: (entry: ChooserEntry) => void;
  readonly takeFocus: boolean;
}

export function EntryList({ entries, extensions, chosen, onChoose, onActivate, takeFocus }: EntryListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takeFocus) list.current?.focus();
  }, [takeFocus]);
  const at = entries.findIndex((entry) => entry.id === chosen?.id);
  const choose = (index: number) => {
    const entry = entries[Math.max(0, Math.min(entries.length - 1, index))];
    if (entry === undefined) return;
    onChoose(entry);
    document.getElementById(`entry-${entry.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at < 0 ? 0 : at - 1);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(entries.length - 1);
    else if (event.key === 'Enter' && chosen !== null) onActivate(chosen);
    else if (event.key.length === 1 && !event.ctrlKey) {
      const next = entries.findIndex(
        (entry, index) => index > at && entry.name.toLowerCase().startsWith(event.key.toLowerCase()),
      );
      if (next >= 0) choose(next);
      return;
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="文件和文件夹"
      aria-activedescendant={chosen === null ? undefined : `entry-${chosen.id}`}
      tabIndex={0}
      className="entries"
      onKeyDown={onKeyDown}
    >
      {entries.length === 0 ? (
        <p className="muted">
          这里没有文件夹{extensions.length === 0 ? '' : `，也没有 .${extensions.join('、.')} 文件`}。
        </p>
      ) : null}
      {entries.map((entry) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
        <div
          key={entry.id}
          id={`entry-${entry.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={entry.id === chosen?.id}
          className={entry.id === chosen?.id ? 'entry is-current' : 'entry'}
          onClick={() => onChoose(entry)}
          onDoubleClick={() => onActivate(entry)}
        >
          <span className="entry-kind" aria-hidden="true">
            {entry.kind === 'folder' ? '📁' : '📄'}
          </span>
          <span className="entry-name">{entry.name}</span>
          <span className="muted">{entry.kind === 'folder' ? '文件夹' : sizeText(entry.bytes)}</span>
          <span className="muted">{new Date(entry.modifiedAt).toLocaleDateString('zh-CN')}</span>
        </div>
      ))}
    </div>
  );
}

/** Bytes as people read them. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilo = Math.round(bytes / 1024);
  return kilo < 1024 ? `${kilo} KB` : `${Math.round(kilo / 102.4) / 10} MB`;
}
