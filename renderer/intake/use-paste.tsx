/** Pasting into a grid: what is small and clean goes in at once, everything else is looked over first. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { EntityName } from '../../shared/entities/index.ts';
import { PARENT_FIELD, SHEET_ENTITIES } from '../../shared/intake/fields.ts';
import { COLUMNS_SETTING, readRememberedColumns, readUnit, UNIT_SETTING } from '../../shared/intake/memory.ts';
import { IntakeSheet } from '../../shared/intake/sheet.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { rowsFrom } from '../grid/blocks.ts';
import type { GridColumn } from '../grid/column.ts';
import type { GridControls } from '../grid/grid-controls.ts';
import { rangeOf } from '../grid/selection.ts';
import type { GridSession } from '../grid/session.ts';
import { readSetting } from '../state/settings.ts';
import { createSignal } from '../state/signal.ts';
import { LocalModel } from './local-model.ts';
import { type Memory, type Opened, PasteDialog } from './paste-dialog.tsx';
import { isPlainBlock, positionsFrom } from './plain-block.ts';

interface PasteOptions {
  /** Name of the grid: 收入 and 支出 hold the same entity. */
  readonly name: string;
  readonly entity: EntityName;
  readonly parentId: number | null;
  readonly budgetId: number;
  readonly session: GridSession;
  readonly columns: readonly GridColumn[];
  readonly lookup: CellLookup;
}

export interface Paste {
  /** Takes a block into the preview; false for one that can be laid over the grid as it is. */
  readonly takeBlock: (text: string, block: readonly (readonly string[])[], controls: GridControls) => boolean;
  readonly dialog: ReactNode;
}

export function usePaste(options: PasteOptions): Paste {
  const { entity, budgetId, session, columns, lookup } = options;
  const [opened] = useState(() => createSignal<Opened | null>(null));
  const left = useRef<Opened | null>(null);
  const memory = useRef<Memory>({ unit: null, columns: [] });
  useEffect(() => {
    recall().then((found) => {
      memory.current = found;
    });
  }, []);

  const takeBlock: Paste['takeBlock'] = (text, block, controls) => {
    const { top, left: first } = rangeOf(controls.selected.current);
    if (!(SHEET_ENTITIES as readonly string[]).includes(entity)) return false;
    if (isPlainBlock(entity, block, columns, first, lookup)) return false;
    const below = rowsFrom(session, top, session.count).length;
    const open = ({ text, model, remembered }: Pick<Opened, 'text' | 'model' | 'remembered'>) => {
      const over = below > 0 && model.sheet.header.rows.length === 0;
      opened.set({ text, model, remembered, row: top, below, target: over ? 'overwrite' : 'append', controls });
      return true;
    };
    const before = left.current;
    if (before?.text === text) return open(before);
    const width = Math.max(...block.map((row) => row.length));
    const sheet = new IntakeSheet({
      entity,
      cells: block,
      positions: positionsFrom(columns, first, width),
      page: options.name === 'income' ? 'income' : 'spending',
      lookup,
      unit: memory.current.unit,
    });
    sheet.recall(memory.current.columns);
    if (entity === 'indicator') sheet.setFill(PARENT_FIELD, options.parentId);
    const model = new LocalModel(sheet, [PARENT_FIELD]);
    return open({ text, model, remembered: memory.current.unit !== null });
  };

  const dialog = <PasteDialog {...{ session, lookup, budgetId, opened, left, memory }} />;
  return { takeBlock, dialog };
}

async function recall(): Promise<Memory> {
  const unit = await readSetting(UNIT_SETTING, readUnit);
  const columns = await readSetting(COLUMNS_SETTING, readRememberedColumns);
  return { unit, columns: columns ?? [] };
}
