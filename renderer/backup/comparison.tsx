/** What restoring a backup would change: totals of each budget, then record by record. */
import type { BackupComparison, BackupEntry, BackupRecord } from '../../shared/api/backup-types.ts';
import type { FailureCode } from '../../shared/api/failure.ts';
import type { Fen } from '../../shared/money/fen.ts';
import { formatYuan } from '../../shared/money/format.ts';
import { useCall } from '../state/query.ts';
import { Shown } from '../ui/states.tsx';
import { BackupPassword } from './backup-password.tsx';

const SEALED: ReadonlySet<FailureCode> = new Set(['BOOK_SEALED', 'BOOK_WRONG_PASSWORD']);

const KINDS: Readonly<Record<BackupRecord['kind'], string>> = {
  onlyNow: '备份后录入，恢复后没有',
  onlyThen: '备份后删除，恢复后找回',
  changed: '备份后改过，恢复后改回',
};

interface ComparisonProps {
  readonly entry: BackupEntry;
  /** The password the user gave for this backup; null: it has none, or the book's. */
  readonly password: string | null;
  readonly onPassword: (password: string) => void;
}

export function Comparison({ entry, password, onPassword }: ComparisonProps) {
  const asked = useCall('backup.compare', { id: entry.id, password });
  if (asked.kind === 'failed' && SEALED.has(asked.failure.code)) {
    return <BackupPassword wrong={password !== null} onPassword={onPassword} />;
  }
  return (
    <Shown asked={asked} what="这份备份">
      {(found) => <Found {...found} />}
    </Shown>
  );
}

function Found({ budgets, counts, records, more }: BackupComparison) {
  const known = budgets.some(({ present }) => present !== null);
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">单位预算（元）</th>
            <th scope="col">{known ? '明细（备份 → 现在）' : '明细'}</th>
            <th scope="col">收入</th>
            <th scope="col">支出</th>
          </tr>
        </thead>
        <tbody>
          {budgets.map(({ name, past, present }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{both(`${past.lines} 条`, present === null ? null : `${present.lines} 条`)}</td>
              <td>{both(yuan(past.income), present === null ? null : yuan(present.income))}</td>
              <td>{both(yuan(past.expenditure), present === null ? null : yuan(present.expenditure))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {known && counts.length === 0 ? <p>这份备份和现在的账套内容相同。</p> : null}
      {counts.length === 0 ? null : (
        <p>
          {counts
            .map(
              ({ entity, onlyNow, onlyThen, changed }) =>
                `${entity}：${[part(onlyNow, '少'), part(onlyThen, '多'), part(changed, '改')].filter(Boolean).join('、')}`,
            )
            .join('；')}
          。
        </p>
      )}
      <ul className="backup-records">
        {records.map((record, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one backup never changes its order
          <li key={index}>
            <span className={`tag is-${record.kind}`}>{KINDS[record.kind]}</span> {record.entity} {record.name}
            {record.fields.map(({ label, past, present }) => (
              <div key={label} className="backup-field">
                {label}：<del>{shown(present)}</del> → <ins>{shown(past)}</ins>
              </div>
            ))}
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p className="muted">另有 {more} 条不同，未一一列出。</p>}
    </>
  );
}

const yuan = (amount: Fen) => formatYuan(amount, { group: true });
const part = (count: number, verb: string) => (count === 0 ? '' : `${verb} ${count} 条`);
const both = (past: string, present: string | null) =>
  present === null || past === present ? past : `${past} → ${present}`;
const MOST_TEXT = 80;
const shown = (text: string) =>
  text === '' ? '（空）' : text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
