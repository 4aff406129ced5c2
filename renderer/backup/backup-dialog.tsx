/** 备份与恢复: the backups there are, what restoring one would change, and making one by hand. */
import { useEffect, useState } from 'react';
import type { BackupEntry, BackupList } from '../../shared/api/backup-types.ts';
import { BACKUP_PAUSE } from '../../shared/api/pauses.ts';
import type { BookState } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { shownTime } from '../history/shown-time.ts';
import { takeState } from '../state/events.ts';
import { queries, useCall } from '../state/query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { JobLine } from '../ui/job-line.tsx';
import { PauseChoice } from '../ui/pause-choice.tsx';
import { Empty, Shown } from '../ui/states.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { whileBusy } from '../ui/while-busy.ts';
import { Comparison } from './comparison.tsx';
import '../styles/backup.css';

interface BackupDialogProps {
  readonly readOnly: boolean;
  /** Waits until everything typed is in the book. */
  readonly settled: () => Promise<void>;
  readonly onClose: () => void;
  readonly onRestored: (state: BookState) => void;
}

export function BackupDialog(props: BackupDialogProps) {
  const asked = useCall('backup.list', {});
  // Files come and go without a word from the book: the next look reads the folder anew.
  useEffect(
    () => () => queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('backup.') }),
    [],
  );
  // The dialog gives the focus to the first control it opens with, so the list comes first.
  return (
    <Dialog key={asked.kind} title="备份与恢复" width={980} onClose={props.onClose}>
      <Shown asked={asked} what="备份">
        {(list) => <Backups {...props} list={list} />}
      </Shown>
    </Dialog>
  );
}

function Backups({ list, readOnly, settled, onRestored }: BackupDialogProps & { readonly list: BackupList }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  /** Of backups that were made under another password than the book has now, by their ids. */
  const [passwords, setPasswords] = useState<Readonly<Record<string, string>>>({});
  // One that was chosen and is gone meanwhile gives its place to none: it may be the one that is about to be restored.
  const entry = (chosen === null ? list.backups[0] : list.backups.find(({ id }) => id === chosen)) ?? null;
  const restore = async (id: string) => {
    try {
      await settled();
      const password = passwords[id] ?? null;
      const state = await call('backup.restore', { id, password });
      takeState(state);
      onRestored(state);
      notify(
        password === null
          ? '已恢复。恢复前的账套也留作一份备份，可以再恢复回来。'
          : '已恢复，账套的密码也回到这份备份的密码。恢复前的账套仍用原来的密码，留作一份备份。',
      );
    } catch (error) {
      setSure(false);
      notifyFailure(failureOf(error));
    }
  };
  return (
    <>
      <p className="muted">
        账套“{list.book}”每次打开后、修改一段时间后、导入和升级之前自动备份：最近 10 份都留，再往前每天留一份（14
        天）、每月留一份（12 个月）。
      </p>
      {list.open ? <ByHand first={list.backups.length === 0} settled={settled} /> : null}
      {list.backups.length === 0 ? (
        <Empty title="还没有备份。">打开账套几秒钟后会自动备份一次。</Empty>
      ) : (
        <div className="backups">
          <BackupRows
            backups={list.backups}
            chosen={entry?.id ?? null}
            onChoose={(id) => {
              setChosen(id);
              setSure(false);
            }}
          />
          <section className="backup-detail" aria-label="恢复后的变化">
            {entry === null ? null : (
              <Comparison
                key={entry.id}
                entry={entry}
                password={passwords[entry.id] ?? null}
                onPassword={(password) => setPasswords({ ...passwords, [entry.id]: password })}
              />
            )}
          </section>
        </div>
      )}
      <div className="backup-foot">
        {list.open ? (
          <span>
            修改每满 <PauseChoice pause={BACKUP_PAUSE} label="修改多久备份一次" /> 备份一次
          </span>
        ) : null}
        <span className="spring" />
        {entry === null ? null : (
          <>
            {sure ? (
              <>
                <span className="notice">整个账套将换成 {shownTime(entry.at)} 的样子；现在的账套会先留作备份。</span>
                <button type="button" className="button" onClick={() => setSure(false)}>
                  不恢复
                </button>
              </>
            ) : null}
            <button
              type="button"
              className="button is-primary"
              disabled={readOnly}
              onClick={() => {
                if (sure) return void restore(entry.id);
                // The one that is asked about, even if a newer one comes meanwhile.
                setChosen(entry.id);
                setSure(true);
              }}
            >
              {sure ? '确定恢复' : '恢复到这一份…'}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function BackupRows(props: {
  readonly backups: readonly BackupEntry[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <fieldset className="backup-list">
      <legend>备份（新的在前）</legend>
      {props.backups.map(({ id, at, reason, bytes }) => (
        <label key={id} className={id === props.chosen ? 'is-on' : ''}>
          <input type="radio" name="backup" checked={id === props.chosen} onChange={() => props.onChoose(id)} />
          <span className="backup-time">{shownTime(at)}</span>
          <span>{reason}</span>
          <span className="muted">{sizeText(bytes)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ByHandProps {
  /** Whether there is nothing else to choose: the keyboard begins here, not where an arrow key changes a setting. */
  readonly first: boolean;
  readonly settled: () => Promise<void>;
}

/** A copy at a place of the user's choice, and the whole examination. */
function ByHand({ first, settled }: ByHandProps) {
  const [jobId, setJobId] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const make = async () => {
    const id = crypto.randomUUID();
    setJobId(id);
    try {
      await settled();
      const written = await call('backup.make', { jobId: id });
      // It may stand among those that are listed.
      await queries.refetchQueries({ queryKey: ['backup.list'] });
      setSaid(`已备份到“${written.folder}”文件夹：${written.name}（${sizeText(written.bytes)}），并已核对无误。`);
    } catch (error) {
      notifyFailure(failureOf(error));
    } finally {
      setJobId(null);
    }
  };
  const examine = async () => {
    try {
      const wrong = await call('book.examine', {});
      setSaid(
        wrong.length === 0
          ? '账套已全面检查：内容完整，没有发现损坏。'
          : `检查发现 ${wrong.length} 处损坏（${wrong[0]}）。请马上备份到别处，再恢复最近一份备份。`,
      );
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  return (
    <div className="backup-hand">
      <button
        type="button"
        className="button"
        data-first={first ? '' : undefined}
        {...whileBusy(jobId !== null, () => void make())}
      >
        另存一份备份…
      </button>
      <button type="button" className="button" onClick={() => void examine()}>
        检查账套是否完好
      </button>
      {jobId === null ? null : <JobLine jobId={jobId} frame={(line) => line} />}
      <span role="status">{said}</span>
    </div>
  );
}

function sizeText(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.round(kilobytes / 102.4) / 10} MB`;
}
