/** What is seen without a book: open one, make one, or try a sample. */
import { lazy, Suspense, useState } from 'react';
import type { In } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { call, failureOf } from '../api.ts';
import { openForeign } from '../foreign/foreign.ts';
import { locked } from '../password/locked.ts';
import { takeState } from '../state/events.ts';
import { useCall } from '../state/query.ts';
import { useSignal } from '../state/signal.ts';
import { FailureBox, Loading, Shown } from '../ui/states.tsx';
import { whileBusy } from '../ui/while-busy.ts';

const NewBook = lazy(() => import('./new-book.tsx').then((module) => ({ default: module.NewBook })));

const AboutDialog = lazy(() => import('../about/about-dialog.tsx').then((module) => ({ default: module.AboutDialog })));
const BackupDialog = lazy(() =>
  import('../backup/backup-dialog.tsx').then((module) => ({ default: module.BackupDialog })),
);

const Unlock = lazy(() => import('../password/unlock.tsx').then((module) => ({ default: module.Unlock })));

const SAMPLES = [
  {
    which: 'lanxian-2025',
    title: '县环卫中心 2025',
    text: '真实的县级事业单位预算：79条明细、47个项目、40张绩效目标表。',
  },
  {
    which: 'invented-2025',
    title: '虚构部门 2025',
    text: '虚构的行政部门：五种资金、上年结转、“三公”经费、机关运行经费齐全。',
  },
] as const;

export function StartPage() {
  const recent = useCall('book.recent', {});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [making, setMaking] = useState(false);
  const [about, setAbout] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const lockedNow = useSignal(locked);
  const [sealed, setSealed] = useState<string | null>(null);
  const attempt = async (open: () => Promise<Parameters<typeof takeState>[0]>) => {
    setBusy(true);
    setFailure(null);
    try {
      takeState(await open());
    } catch (error) {
      const reason = failureOf(error);
      if (reason.code === 'BOOK_SEALED') setSealed(reason.sentence);
      else if (reason.code !== 'CANCELLED') setFailure(reason);
    } finally {
      setBusy(false);
    }
  };
  const open = (input: In<'book.open'>) => attempt(() => call('book.open', input));
  return (
    <main className="start">
      <div className="start-head">
        <h1>单位预算</h1>
        <p>录入一次，13张预算公开表、审核和导出随之生成。全程离线，数据只在您选择的账套文件里。</p>
      </div>
      {failure === null ? null : <FailureBox failure={failure} />}
      {failure?.code === 'BOOK_DAMAGED' ? (
        <p>
          <button type="button" className="button is-primary" onClick={() => setRestoring(true)}>
            从备份恢复…
          </button>
        </p>
      ) : null}
      <div className="start-columns">
        <section className="card">
          <h2>开始</h2>
          <button type="button" className="start-action" {...whileBusy(busy, () => setMaking(true))}>
            <b>新建账套</b>
            <span>为一个单位新建预算账套</span>
          </button>
          <button type="button" className="start-action" {...whileBusy(busy, () => open({ recentId: null }))}>
            <b>打开账套</b>
            <span>打开已有的账套文件（.ysb）</span>
          </button>
          <button type="button" className="start-action" {...whileBusy(busy, () => void openForeign())}>
            <b>检查外来公开表</b>
            <span>打开别处的13张公开表（.xlsx），核对勾稽关系；不用账套</span>
          </button>
          <h2>示例账套</h2>
          {SAMPLES.map((sample) => (
            <button
              key={sample.which}
              type="button"
              className="start-action"
              {...whileBusy(busy, () => attempt(() => call('book.openSample', { which: sample.which })))}
            >
              <b>{sample.title}</b>
              <span>{sample.text}</span>
            </button>
          ))}
        </section>
        <section className="card">
          <h2>最近打开</h2>
          <Shown asked={recent} what="最近打开的账套">
            {(books) =>
              books.length === 0 ? (
                <p className="muted">还没有打开过账套。</p>
              ) : (
                <ul className="recent">
                  {books.map((book) => (
                    <li key={book.id}>
                      <button
                        type="button"
                        className="start-action"
                        {...whileBusy(busy, () => open({ recentId: book.id }))}
                      >
                        <b>
                          {book.name.replace(/\.ysb$/i, '')}
                          {book.missing ? <span className="tag is-warning">文件不在原处</span> : null}
                        </b>
                        <span>
                          {book.folder} ·{' '}
                          {new Date(book.openedAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })}
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              )
            }
          </Shown>
        </section>
      </div>
      <p className="start-foot">
        <button type="button" className="link" onClick={() => setAbout(true)}>
          关于本程序、许可和支持信息
        </button>
      </p>
      {busy ? <Loading what="账套" /> : null}
      {about ? (
        <Suspense fallback={null}>
          <AboutDialog onClose={() => setAbout(false)} />
        </Suspense>
      ) : null}
      {sealed === null && lockedNow === null ? null : (
        <Suspense fallback={null}>
          <Unlock
            sentence={sealed ?? lockedNow ?? ''}
            onClose={() => {
              setSealed(null);
              locked.set(null);
            }}
            onOpened={(state) => {
              locked.set(null);
              takeState(state);
            }}
          />
        </Suspense>
      )}
      {restoring ? (
        <Suspense fallback={<Loading what="备份" />}>
          <BackupDialog
            readOnly={false}
            settled={async () => undefined}
            onClose={() => setRestoring(false)}
            onRestored={() => setRestoring(false)}
          />
        </Suspense>
      ) : null}
      {making ? (
        <Suspense fallback={<Loading what="表单" />}>
          <NewBook
            onClose={() => setMaking(false)}
            onCreate={(input) => call('book.create', input)}
            onCreated={takeState}
          />
        </Suspense>
      ) : null}
    </main>
  );
}
