/** 粘贴预览: a block from a workbook, read and looked over, then taken into the grid as one step. */
import { useEffect, useRef } from 'react';
import type { IntakeCounts } from '../../shared/intake/sheet.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { fen } from '../../shared/money/fen.ts';
import { formatYuan } from '../../shared/money/format.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { LocalModel } from './local-model.ts';
import { Preview, type PreviewFilter, useSummary } from './preview.tsx';

export type PasteTarget = 'append' | 'overwrite';

interface PastePreviewProps {
  readonly model: LocalModel;
  readonly lookup: CellLookup;
  readonly remembered: boolean;
  readonly recordName: string;
  /** Row on screen, from 1, that overwriting would begin at; null when nothing is there to overwrite. */
  readonly overwriteFrom: number | null;
  /** How many rows there are from there on. */
  readonly rowsBelow: number;
  readonly target: PasteTarget;
  readonly onTarget: (target: PasteTarget) => void;
  readonly onClose: () => void;
  readonly onApply: () => void;
  readonly onMakeProjects: (names: readonly string[]) => void;
}

const FILTERS: readonly PreviewFilter[] = [
  { id: 'all', label: '全部', states: [] },
  { id: 'bad', label: '待改', states: ['b'] },
  { id: 'skipped', label: '跳过', states: ['-'] },
];

export function PastePreview(props: PastePreviewProps) {
  const { model, overwriteFrom, target, onTarget } = props;
  const summary = useSummary(model);
  const input = useRef<HTMLInputElement>(null);
  const { good, bad } = summary.counts;
  const ready = model.sheet.finished && good + bad > 0 && !(summary.needsUnit && summary.unit === null);
  const apply = () => {
    if (ready) props.onApply();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    // Without a unit the question for it keeps the focus that the dialog gave it.
    if (!(summary.needsUnit && summary.unit === null)) input.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Dialog
      title={`粘贴预览：${props.recordName}`}
      width={Math.min(1480, window.innerWidth - 32)}
      onClose={props.onClose}
      footer={
        <>
          <Counts
            counts={summary.counts}
            done={model.sheet.done}
            rows={summary.rows}
            over={target === 'overwrite' ? Math.min(props.rowsBelow, good + bad) : 0}
          />
          <button type="button" className="button" onClick={props.onClose}>
            取消
          </button>
          <button type="button" className="button is-primary" disabled={!ready} title="Ctrl+Enter" onClick={apply}>
            {bad === 0 ? `粘贴 ${good} 行` : `粘贴 ${good + bad} 行（${bad} 行待改）`}
          </button>
        </>
      }
    >
      <Preview
        model={model}
        lookup={props.lookup}
        remembered={props.remembered}
        filters={FILTERS}
        input={input}
        onApply={apply}
        onMakeProjects={props.onMakeProjects}
        options={
          overwriteFrom === null ? undefined : (
            <fieldset className="intake-target">
              <legend>粘贴到</legend>
              <label>
                <input
                  type="radio"
                  name="intake-target"
                  checked={target === 'append'}
                  onChange={() => onTarget('append')}
                />
                追加到末尾
              </label>
              <label>
                <input
                  type="radio"
                  name="intake-target"
                  checked={target === 'overwrite'}
                  onChange={() => onTarget('overwrite')}
                />
                从第 {overwriteFrom} 行起覆盖
              </label>
            </fieldset>
          )
        }
      />
    </Dialog>
  );
}

interface CountsProps {
  readonly counts: IntakeCounts;
  readonly done: number;
  readonly rows: number;
  /** Rows that are laid over rows already there. */
  readonly over: number;
}

function Counts({ counts, done, rows, over }: CountsProps) {
  const { good, bad, problems, skipped, amount } = counts;
  return (
    <span className="intake-counts" role="status">
      {done < rows ? (
        <>
          正在读取 {done} / {rows} 行 <progress value={done} max={rows} />
        </>
      ) : (
        <>
          {over > 0 ? (
            <>
              将覆盖 <b>{over}</b> 行、
            </>
          ) : (
            '将'
          )}
          新增 <b>{good + bad - over}</b> 行 · 跳过 <b>{skipped}</b> 行 ·{' '}
          <span className={problems > 0 ? 'is-problem' : undefined}>
            待改 <b>{problems}</b> 处
          </span>
          {amount === null || amount === 0 ? null : (
            <>
              {' '}
              · 金额合计 <b>{formatYuan(fen(amount), { group: true })}</b> 元{bad > 0 ? '（不含待改行）' : ''}
            </>
          )}
        </>
      )}
    </span>
  );
}
