/** 打印绩效目标表: which sheets, as what, in one file or several, and how they will look. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { PrintableSheet, Written } from '../../shared/api/types.ts';
import { SHEET_FORMATS, type SheetFormat } from '../../shared/document/goals/formats.ts';
import { call, failureOf } from '../api.ts';
import { useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { Dialog } from '../ui/dialog.tsx';
import { JobLine } from '../ui/job-line.tsx';
import { Empty, FailureBox, Loading } from '../ui/states.tsx';
import { notifyFailure } from '../ui/toasts.tsx';
import { whileBusy } from '../ui/while-busy.ts';
import { PageView } from './page-view.tsx';
import { SheetTicks } from './sheet-ticks.tsx';
import type { Ticks } from './ticks.ts';
import '../styles/goal-print.css';

interface PrintDialogProps {
  /** The sheet to begin with; null ticks all. */
  readonly sheetId: number | null;
  readonly onClose: () => void;
}

const TITLE = '打印绩效目标表';

export function PrintDialog({ sheetId, onClose }: PrintDialogProps) {
  const { budget } = usePlace();
  const asked = useCall('goalSheets.printable', { budgetId: budget.id });
  if (asked.kind === 'ready' && asked.value.length > 0) {
    return <Printing sheets={asked.value} sheetId={sheetId} onClose={onClose} />;
  }
  return (
    <Dialog title={TITLE} onClose={onClose}>
      {asked.kind === 'failed' ? <FailureBox failure={asked.failure} retry={asked.retry} /> : null}
      {asked.kind === 'loading' ? <Loading what="绩效目标表" /> : null}
      {asked.kind === 'ready' ? (
        <Empty title="这份预算还没有绩效目标表">先在“绩效目标”中新建并填写，再来打印。</Empty>
      ) : null}
    </Dialog>
  );
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly jobId: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly written: Written };

function Printing({ sheets, sheetId, onClose }: PrintDialogProps & { readonly sheets: readonly PrintableSheet[] }) {
  const { budget, stores } = usePlace();
  const [ticks, setTicks] = useState<Ticks>(() => new Set(sheetId === null ? sheets.map(({ id }) => id) : [sheetId]));
  const [shown, setShown] = useState(sheetId ?? sheets[0]?.id ?? 0);
  const [format, setFormat] = useState<SheetFormat>('pdf');
  const [each, setEach] = useState(false);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const chosen = sheets.filter(({ id }) => ticks.has(id)).map(({ id }) => id);
  const running = state.kind === 'running';
  const close = () => {
    // Nobody is there any more to see how it goes on, or to stop it.
    if (state.kind === 'running') call('job.cancel', { jobId: state.jobId }).catch(() => undefined);
    onClose();
  };
  const start = async () => {
    const jobId = crypto.randomUUID();
    setState({ kind: 'running', jobId });
    try {
      await stores.settled();
      const ask = { budgetId: budget.id, sheets: chosen, format, each: each && chosen.length > 1, jobId };
      setState({ kind: 'done', written: await call('export.goalSheets', ask) });
    } catch (error) {
      const failure = failureOf(error);
      setState(failure.code === 'CANCELLED' ? { kind: 'idle' } : { kind: 'failed', failure });
    }
  };
  return (
    <Dialog
      title={TITLE}
      width={1160}
      onClose={close}
      footer={
        <div className="goal-print-foot">
          <fieldset disabled={running}>
            <legend className="visually-hidden">打印成什么</legend>
            <Choice
              label="格式"
              options={SHEET_FORMATS}
              value={format}
              onChoose={(value) => setFormat(SHEET_FORMATS.find((one) => one.value === value)?.value ?? 'pdf')}
            />
            <Choice
              label="文件"
              options={FILES}
              value={each && chosen.length > 1 ? 'each' : 'one'}
              disabled={chosen.length < 2}
              onChoose={(value) => setEach(value === 'each')}
            />
          </fieldset>
          <span className="spring" />
          <button type="button" className="button" onClick={close}>
            关闭
          </button>
          <button
            type="button"
            className="button is-primary"
            disabled={chosen.length === 0}
            {...whileBusy(running, () => void start())}
          >
            {chosen.length === 0 ? '先勾选要打印的' : `导出 ${chosen.length} 张`}
          </button>
        </div>
      }
    >
      <div className="goal-print">
        <SheetTicks sheets={sheets} ticks={ticks} shown={shown} onTicks={setTicks} onShow={setShown} />
        <Preview budgetId={budget.id} sheetId={shown} />
      </div>
      <div className="goal-print-state">
        {state.kind === 'running' ? (
          <>
            <span className="visually-hidden" role="status">
              正在导出
            </span>
            <JobLine jobId={state.jobId} unit="张" frame={(line) => line} />
          </>
        ) : null}
        {state.kind === 'failed' ? <FailureBox failure={state.failure} /> : null}
        {state.kind === 'done' ? <Done written={state.written} /> : null}
      </div>
    </Dialog>
  );
}

const FILES = [
  { value: 'one', label: '一个文件（带目录）' },
  { value: 'each', label: '一个项目一个文件' },
] as const;

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, options, value, disabled = false, onChoose }: ChoiceProps) {
  return (
    <div className="segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'is-on' : ''}>
          <input
            type="radio"
            name={`goal-print-${label}`}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

function Done({ written }: { readonly written: Written }) {
  const reveal = () =>
    call('file.reveal', { id: written.id }).catch((error: unknown) => notifyFailure(failureOf(error)));
  return (
    <p className="goal-print-done" role="status">
      <span>
        ✓ 已写入 <b>{written.name}</b>
        {written.files === undefined ? '' : `（${written.files} 个文件）`}
        <span className="muted">　{written.folder}</span>
      </span>
      <button type="button" className="button" onClick={() => void reveal()}>
        打开文件夹
      </button>
    </p>
  );
}

/** The sheet that is looked at, page below page. */
function Preview({ budgetId, sheetId }: { readonly budgetId: number; readonly sheetId: number }) {
  const asked = useCall('goalSheets.preview', { budgetId, sheetId });
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={box} className="goal-print-preview" aria-label="预览" tabIndex={0}>
      {asked.kind === 'failed' ? <FailureBox failure={asked.failure} retry={asked.retry} /> : null}
      {asked.kind === 'loading' ? <Loading what="预览" /> : null}
      {asked.kind === 'ready' && width > 0 ? <PageView section={asked.value} width={width} /> : null}
    </section>
  );
}
