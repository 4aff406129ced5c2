/** One entry of the history: what was done, by whom and when; opened, it shows each record's fields and the ways back. */
import type { HistoryChange, HistoryEntry } from '../../shared/api/types.ts';
import { named, restoreRecord } from './restore.ts';
import { shownTime } from './shown-time.ts';

interface EntryProps {
  readonly entry: HistoryEntry;
  readonly open: boolean;
  /** The last entry that is done: the book stands here. */
  readonly here: boolean;
  readonly readOnly: boolean;
  readonly onToggle: () => void;
  readonly onGoBack: () => void;
}

export function EntryView({ entry, open, here, readOnly, onToggle, onGoBack }: EntryProps) {
  return (
    <li className={entry.undone ? 'history-entry is-undone' : 'history-entry'}>
      <button type="button" className="history-head" aria-expanded={open} onClick={onToggle}>
        <span className="history-label">
          {entry.label}
          {here ? <span className="tag is-here">当前</span> : null}
          {entry.undone ? <span className="tag">已撤销</span> : null}
        </span>
        <span className="history-meta">
          {shownTime(entry.at)} · {entry.by}
          {entry.rows === null ? '' : ` · ${entry.rows} 条记录`}
        </span>
        {open ? null : <span className="history-short">{inShort(entry)}</span>}
      </button>
      {open ? (
        <div className="history-details">
          {entry.rows === null ? <p className="muted">这一步改动的记录很多，不逐条列出。</p> : null}
          <ul>
            {entry.changes.map((change) => (
              <ChangeView
                key={`${change.entity} ${change.rowId} ${change.kind}`}
                entry={entry}
                change={change}
                readOnly={readOnly}
              />
            ))}
          </ul>
          {entry.rows !== null && entry.rows > entry.changes.length ? (
            <p className="muted">另有 {entry.rows - entry.changes.length} 条记录未列出。</p>
          ) : null}
          {here ? null : (
            <button type="button" className="button" disabled={readOnly} onClick={onGoBack}>
              回到这里
            </button>
          )}
        </div>
      ) : null}
    </li>
  );
}

const DONE = { insert: '新增', update: '修改', remove: '删除' } as const;
const SIDES = {
  insert: [['after', '恢复这一条']],
  update: [
    ['before', '恢复到改前'],
    ['after', '恢复到改后'],
  ],
  remove: [['before', '恢复这一条']],
} as const;

interface ChangeProps {
  readonly entry: HistoryEntry;
  readonly change: HistoryChange;
  readonly readOnly: boolean;
}

function ChangeView({ entry, change, readOnly }: ChangeProps) {
  return (
    <li className="history-change">
      <div className="history-record">
        <span>
          {DONE[change.kind]}
          {change.label}
          {named(change)}
        </span>
        {SIDES[change.kind].map(([side, label]) => (
          <button
            key={side}
            type="button"
            className="link"
            disabled={readOnly}
            title="只恢复这一条记录，别的不动；可撤销"
            onClick={() => void restoreRecord(entry, change, side)}
          >
            {label}
          </button>
        ))}
      </div>
      {change.fields.length === 0 ? null : (
        <dl>
          {change.fields.map(({ label, before, after }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <del>{before === '' ? '（空）' : before}</del> → <ins>{after === '' ? '（空）' : after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** The first change in one line. */
function inShort({ changes }: HistoryEntry): string {
  const [first] = changes;
  const [field] = first?.fields ?? [];
  if (first === undefined) return '';
  if (field === undefined) return `${DONE[first.kind]}${first.label}${named(first)}`;
  return `${first.label}${named(first)} ${field.label}：${field.before || '（空）'} → ${field.after || '（空）'}`;
}
