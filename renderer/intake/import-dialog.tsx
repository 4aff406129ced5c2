/** 从 Excel 导入: what the file would do to the book, row by row, before anything is done. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { entities } from '../../shared/entities/index.ts';
import type { IntakeReport } from '../../shared/intake/types.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Preview, type PreviewFilter } from './preview.tsx';
import type { RemoteModel } from './remote-model.ts';

interface ImportDialogProps {
  readonly fileName: string;
  readonly models: readonly RemoteModel[];
  readonly lookup: CellLookup;
  /** Id of the job while the file is being taken into the book. */
  readonly applying: boolean;
  readonly onClose: () => void;
  readonly onApply: (skipBad: boolean) => void;
  readonly onMakeProjects: (names: readonly string[]) => void;
}

const FILTERS: readonly PreviewFilter[] = [
  { id: 'all', label: '全部', states: [] },
  { id: 'added', label: '新增', states: ['a'] },
  { id: 'changed', label: '修改', states: ['c'] },
  { id: 'same', label: '不变', states: ['s'] },
  { id: 'bad', label: '待改', states: ['b', 'r'] },
  { id: 'skipped', label: '跳过', states: ['-'] },
];

export function ImportDialog(props: ImportDialogProps) {
  const { models } = props;
  const [place, setPlace] = useState(0);
  const [skipBad, setSkipBad] = useState(false);
  const model = models[place] ?? models[0];
  const report = useReport(models);
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the dialog opens and when another part is shown
  useEffect(() => {
    if (model !== undefined && !asksUnit(model)) input.current?.focus({ preventScroll: true });
  }, [place]);
  if (model === undefined) return null;
  const { added, changed, refused } = report;
  const ready = !props.applying && added + changed > 0 && (refused === 0 || skipBad) && !models.some(asksUnit);
  const apply = () => {
    if (ready) props.onApply(skipBad);
  };
  const nothing = added + changed + refused === 0;
  return (
    <Dialog
      title={`从 Excel 导入：${props.fileName}`}
      width={Math.min(1480, window.innerWidth - 32)}
      onClose={props.onClose}
      footer={
        <>
          <ReportLine report={report} />
          {refused > 0 ? (
            <label className="intake-skip">
              <input type="checkbox" checked={skipBad} onChange={(event) => setSkipBad(event.currentTarget.checked)} />
              跳过 {refused} 条待改的，其余照常导入
            </label>
          ) : null}
          <button type="button" className="button" onClick={props.onClose}>
            {nothing ? '关闭' : '取消'}
          </button>
          <button type="button" className="button is-primary" disabled={!ready} title="Ctrl+Enter" onClick={apply}>
            {props.applying ? '正在导入…' : `导入 ${added + changed} 条`}
          </button>
        </>
      }
    >
      <Preview
        key={model.entity}
        model={model}
        lookup={props.lookup}
        remembered
        filters={FILTERS}
        input={input}
        onApply={apply}
        onMakeProjects={props.onMakeProjects}
        options={
          <span className="intake-target">
            {models.length > 1 ? (
              <span className="segmented" role="radiogroup" aria-label="记录种类">
                {models.map(({ entity }, index) => (
                  <label key={entity} className={index === place ? 'is-on' : undefined}>
                    <input type="radio" name="intake-part" checked={index === place} onChange={() => setPlace(index)} />
                    {entities[entity].label}
                  </label>
                ))}
              </span>
            ) : null}
            <SheetChoice model={model} />
          </span>
        }
      />
    </Dialog>
  );
}

function SheetChoice({ model }: { readonly model: RemoteModel }) {
  const { sheets, sheet } = model.part;
  if (sheets.length < 2) return null;
  return (
    <label>
      工作表
      <select
        className="select"
        value={sheet ?? -1}
        onChange={(event) => model.setSheet(Number.parseInt(event.currentTarget.value, 10))}
      >
        {sheets.map(({ name, rows }, index) => (
          <option key={name} value={index}>
            {name}（{rows} 行）
          </option>
        ))}
      </select>
    </label>
  );
}

function ReportLine({ report }: { readonly report: IntakeReport }) {
  const { added, changed, same, refused } = report;
  if (added + changed + refused === 0 && same > 0) {
    return (
      <span className="intake-counts" role="status">
        共 <b>{same}</b> 条，与账套中的完全一致，没有要导入的。
      </span>
    );
  }
  return (
    <span className="intake-counts" role="status">
      新增 <b>{added}</b> · 修改 <b>{changed}</b> · 不变 <b>{same}</b> ·{' '}
      <span className={refused > 0 ? 'is-problem' : undefined}>
        待改 <b>{refused}</b>
      </span>
    </span>
  );
}

const asksUnit = (model: RemoteModel) => model.summary().needsUnit && model.summary().unit === null;

/** The reports of all parts together. */
function useReport(models: readonly RemoteModel[]): IntakeReport {
  const first = models[0];
  useSyncExternalStore(
    (listener) => {
      const stops = models.map((model) => model.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    () => models.reduce((sum, model) => sum + model.version(), first === undefined ? -1 : 0),
  );
  const total = { added: 0, changed: 0, same: 0, refused: 0 };
  for (const { part } of models) {
    for (const key of ['added', 'changed', 'same', 'refused'] as const) total[key] += part.report[key];
  }
  return total;
}
