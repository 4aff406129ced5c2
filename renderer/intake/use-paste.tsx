/** Pasting into a grid: what is small and clean goes in at once, everything else is looked over first. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { EntityName } from '../../shared/entities/index.ts';
import { PARENT_FIELD, SHEET_ENTITIES } from '../../shared/intake/fields.ts';
import {
  COLUMNS_SETTING,
  type RememberedColumns,
  readRememberedColumns,
  readUnit,
  rememberUses,
  UNIT_SETTING,
} from '../../shared/intake/memory.ts';
import { IntakeSheet } from '../../shared/intake/sheet.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import { rowsFrom } from '../grid/blocks.ts';
import type { GridColumn } from '../grid/column.ts';
import type { GridControls } from '../grid/grid-controls.ts';
import { rangeOf } from '../grid/selection.ts';
import type { GridSession } from '../grid/session.ts';
import { readSetting, writeSetting } from '../state/settings.ts';
import { rowsOver } from './lay-records.ts';
import { LocalModel } from './local-model.ts';
import { makeProjects } from './make-projects.ts';
import { PastePreview, type PasteTarget } from './paste-preview.tsx';
import { isPlainBlock, positionsFrom } from './plain-block.ts';
import { selectRows } from './select-rows.ts';
import { useProposal } from './use-proposal.ts';

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

interface Opened {
  /** What was pasted, and where: pasting the same again goes on where it was left. */
  readonly text: string;
  readonly model: LocalModel;
  readonly remembered: boolean;
  /** Place on screen that overwriting would begin at, and how many rows stand there and below. */
  readonly row: number;
  readonly below: number;
  readonly target: PasteTarget;
  readonly controls: GridControls;
}

interface Memory {
  readonly unit: AmountUnit | null;
  readonly columns: RememberedColumns;
}

export interface Paste {
  /** Takes a block into the preview; false for one that can be laid over the grid as it is. */
  readonly takeBlock: (text: string, block: readonly (readonly string[])[], controls: GridControls) => boolean;
  readonly dialog: ReactNode;
}

export function usePaste(options: PasteOptions): Paste {
  const { entity, session, columns, lookup } = options;
  const [opened, setOpened] = useState<Opened | null>(null);
  const left = useRef<Opened | null>(null);
  useProposal(opened?.target === 'append' ? opened : null);
  const memory = useRef<Memory>({ unit: null, columns: [] });
  useEffect(() => {
    recall().then((found) => {
      memory.current = found;
    });
  }, []);

  // New projects, or code lists that have just arrived: what could not be read may be readable now.
  useEffect(() => {
    opened?.model.refresh(lookup);
  }, [lookup, opened]);

  const takeBlock: Paste['takeBlock'] = (text, block, controls) => {
    const { top, left: first } = rangeOf(controls.selected.current);
    if (!(SHEET_ENTITIES as readonly string[]).includes(entity)) return false;
    if (isPlainBlock(entity, block, columns, first, lookup)) return false;
    const below = rowsFrom(session, top, session.count).length;
    const open = ({ text, model, remembered }: Pick<Opened, 'text' | 'model' | 'remembered'>) => {
      const over = below > 0 && model.sheet.header.rows.length === 0;
      setOpened({ text, model, remembered, row: top, below, target: over ? 'overwrite' : 'append', controls });
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

  const close = () => {
    opened?.model.stop();
    left.current = opened;
    setOpened(null);
  };
  const apply = () => {
    if (opened === null) return;
    left.current = null;
    setOpened(null);
    lay(opened, session);
    // Behind the rows: the core takes one after the other.
    memory.current = remember(memory.current, opened.model.sheet);
  };
  const dialog =
    opened === null ? null : (
      <PastePreview
        model={opened.model}
        lookup={lookup}
        remembered={opened.remembered}
        recordName={session.options.recordName}
        overwriteFrom={opened.below > 0 ? opened.row + 1 : null}
        rowsBelow={opened.below}
        target={opened.target}
        onTarget={(target) => setOpened({ ...opened, target })}
        onClose={close}
        onApply={apply}
        onMakeProjects={(names) => void makeProjects(names, options.budgetId)}
      />
    );
  return { takeBlock, dialog };
}

/** Lays the records over the grid as one step, and selects them. */
function lay({ model, row, target, controls }: Opened, session: GridSession): void {
  const rows =
    target === 'overwrite' ? rowsOver(model.sheet, (count) => rowsFrom(session, row, count)) : model.newRows();
  selectRows(controls, session.lay(rows, `粘贴 ${rows.length} 行${session.options.recordName}`));
}

async function recall(): Promise<Memory> {
  const unit = await readSetting(UNIT_SETTING, readUnit);
  const columns = await readSetting(COLUMNS_SETTING, readRememberedColumns);
  return { unit, columns: columns ?? [] };
}

/** Keeps the unit that was chosen and how the columns were used. */
function remember(memory: Memory, { entity, header, cells, unit, needsUnit }: IntakeSheet): Memory {
  const columns = rememberUses(memory.columns, entity, header, cells);
  // Blocks of one kind come again and again: what is known is not written while the window draws the rows.
  if (columns !== memory.columns) writeSetting(COLUMNS_SETTING, columns);
  if (!needsUnit || unit === null || header.unit !== null) return { ...memory, columns };
  if (unit !== memory.unit) writeSetting(UNIT_SETTING, unit);
  return { unit, columns };
}
