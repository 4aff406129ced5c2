/** 以本年为基础编制下一年: what goes along, what is carried over, and what comes of it. */
import { useState } from 'react';
import type { CarryoverChoice, CarryPreview, Stage } from '../../shared/carry-forward/types.ts';
import type { RowOfEntity } from '../../shared/entities/index.ts';
import { fen } from '../../shared/money/fen.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { queries, useCall } from '../state/query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox, Loading } from '../ui/states.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { whileBusy } from '../ui/while-busy.ts';
import { CarryoverList } from './carryover-list.tsx';
import { ItemList } from './item-list.tsx';
import { CarrySummary } from './summary.tsx';
import { isTicked, type Ticks, ticked } from './ticks.ts';
import { readCarryover } from './typed-carryover.ts';
import { useLineNames } from './use-line-names.ts';
import '../styles/carry.css';

interface CarryDialogProps {
  readonly budget: RowOfEntity<'budget'>;
  readonly onClose: () => void;
  readonly onCreated: (budgetId: number) => void;
}

export function CarryDialog({ budget, onClose, onCreated }: CarryDialogProps) {
  const asked = useCall('carry.preview', { budgetId: budget.id });
  if (asked.kind === 'ready') {
    return <Carrying preview={asked.value} budget={budget} onClose={onClose} onCreated={onCreated} />;
  }
  return (
    <Dialog title="编制下一年预算" onClose={onClose}>
      {asked.kind === 'failed' ? (
        <FailureBox failure={asked.failure} retry={asked.retry} />
      ) : (
        <Loading what="本年预算" />
      )}
    </Dialog>
  );
}

const VIEWS = [
  { id: 'items', label: '带入的内容' },
  { id: 'carryovers', label: '结转金额' },
] as const;

function Carrying({ preview, budget, onClose, onCreated }: CarryDialogProps & { readonly preview: CarryPreview }) {
  const [stage, setStage] = useState<Stage | null>(preview.stages.find(({ exists }) => !exists)?.stage ?? null);
  const [view, setView] = useState<(typeof VIEWS)[number]['id']>('items');
  const [ticks, setTicks] = useState<Ticks>(new Map());
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [search, setSearch] = useState('');
  const [busy, setBusy] = useState(false);
  const nameOf = useLineNames(preview, budget.year);
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const chosen = preview.items.filter((item) => isTicked(item, ticks));
  const carried = preview.carryovers.flatMap((line) => {
    const read = readCarryover(typed.get(line.lineId) ?? '', line);
    return read.ok && read.amount === 0 ? [] : [{ line, read }];
  });
  const wrong = carried.filter(({ read }) => !read.ok).length;
  const carryovers = carried.flatMap(({ line: { lineId, revision }, read }) =>
    read.ok ? [{ lineId, revision, amount: read.amount }] : [],
  );
  const apply = async () => {
    if (stage === null || wrong > 0 || busy) return;
    setBusy(true);
    try {
      const items = chosen.map(({ id }) => id);
      const made = await call('carry.apply', { budgetId: budget.id, stage, items, carryovers });
      takeState(made.state);
      await queries.refetchQueries({ queryKey: ['budget.list'] });
      notify(`已建立${made.year}年预算：${made.projects} 个项目、${made.lines} 条明细。可撤销。`);
      onCreated(made.budgetId);
    } catch (error) {
      notifyFailure(failureOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`以${budget.year}年为基础编制${preview.year}年预算`}
      width={980}
      onClose={onClose}
      footer={
        <>
          <CarrySummary
            chosen={chosen}
            carryover={fen(carryovers.reduce((sum, { amount }) => sum + amount, 0))}
            wrong={wrong}
          />
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button is-primary"
            disabled={stage === null || wrong > 0}
            {...whileBusy(busy, () => void apply())}
          >
            {busy ? '正在建立…' : `建立${preview.year}年预算`}
          </button>
        </>
      }
    >
      <div className="carry-tools">
        <label>
          编报阶段{' '}
          <select
            className="select"
            value={stage ?? ''}
            onChange={(event) =>
              setStage(preview.stages.find((each) => each.stage === event.target.value)?.stage ?? null)
            }
          >
            {stage === null ? <option value="">各阶段都已有预算</option> : null}
            {preview.stages.map((each) => (
              <option key={each.stage} value={each.stage} disabled={each.exists}>
                {each.label}
                {each.exists ? '（已有）' : ''}
              </option>
            ))}
          </select>
        </label>
        <div className="segmented" role="radiogroup" aria-label="内容">
          {VIEWS.map(({ id, label }) => (
            <label key={id} className={view === id ? 'is-on' : ''}>
              <input type="radio" name="carry-view" checked={view === id} onChange={() => setView(id)} />
              {label} {id === 'items' ? chosen.length : carryovers.length}
            </label>
          ))}
        </div>
        <span className="spring" />
        <input
          type="search"
          className="input"
          placeholder="搜索项目、科目、说明"
          aria-label="搜索"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {view === 'items' ? (
        <ItemList
          items={preview.items.filter(({ label }) => found(label))}
          ticks={ticks}
          onTick={(id, on) => setTicks(ticked(preview.items, ticks, id, on))}
        />
      ) : (
        <>
          <p className="muted carry-note">
            只填年底预计用不完、要结转到{preview.year}年的部分；收入、支出各记一笔“上年结转”，所属项目一并带入。
          </p>
          <CarryoverList
            lines={preview.carryovers.filter((line: CarryoverChoice) => found(nameOf(line)))}
            typed={typed}
            nameOf={nameOf}
            onType={(lineId, text) => setTyped(new Map(typed).set(lineId, text))}
          />
        </>
      )}
    </Dialog>
  );
}
