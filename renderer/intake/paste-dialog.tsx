/** The preview of a pasted block while there is one, with what becomes of it. */
import { type RefObject, useEffect } from 'react';
import { COLUMNS_SETTING, type RememberedColumns, rememberUses, UNIT_SETTING } from '../../shared/intake/memory.ts';
import type { IntakeSheet } from '../../shared/intake/sheet.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import { rowsFrom } from '../grid/blocks.ts';
import type { GridControls } from '../grid/grid-controls.ts';
import type { GridSession } from '../grid/session.ts';
import { writeSetting } from '../state/settings.ts';
import { type Signal, useSignal } from '../state/signal.ts';
import { rowsOver } from './lay-records.ts';
import type { LocalModel } from './local-model.ts';
import { makeProjects } from './make-projects.ts';
import { PastePreview, type PasteTarget } from './paste-preview.tsx';
import { selectRows } from './select-rows.ts';
import { useProposal } from './use-proposal.ts';

/** A block that is being looked over. */
export interface Opened {
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

/** What was chosen for blocks before. */
export interface Memory {
  readonly unit: AmountUnit | null;
  readonly columns: RememberedColumns;
}

interface PasteDialogProps {
  /** Not the page's own state: with that the whole page would be drawn when the dialog opens and when it closes. */
  readonly opened: Signal<Opened | null>;
  /** The block that was left last without being taken. */
  readonly left: RefObject<Opened | null>;
  readonly memory: RefObject<Memory>;
  readonly budgetId: number;
  readonly session: GridSession;
  readonly lookup: CellLookup;
}

export function PasteDialog({ left, memory, budgetId, session, lookup, ...props }: PasteDialogProps) {
  const opened = useSignal(props.opened);
  useProposal(opened?.target === 'append' ? opened : null);

  // New projects, or code lists that have just arrived: what could not be read may be readable now.
  useEffect(() => {
    opened?.model.refresh(lookup);
  }, [lookup, opened]);

  if (opened === null) return null;
  const close = () => {
    opened.model.stop();
    left.current = opened;
    props.opened.set(null);
  };
  const apply = () => {
    left.current = null;
    props.opened.set(null);
    lay(opened, session);
    // Behind the rows: the core takes one after the other.
    memory.current = remember(memory.current, opened.model.sheet);
  };
  return (
    <PastePreview
      model={opened.model}
      lookup={lookup}
      remembered={opened.remembered}
      recordName={session.options.recordName}
      overwriteFrom={opened.below > 0 ? opened.row + 1 : null}
      rowsBelow={opened.below}
      target={opened.target}
      onTarget={(target) => props.opened.set({ ...opened, target })}
      onClose={close}
      onApply={apply}
      onMakeProjects={(names) => void makeProjects(names, budgetId)}
    />
  );
}

/** Lays the records over the grid as one step, and selects them. */
function lay({ model, row, target, controls }: Opened, session: GridSession): void {
  const rows =
    target === 'overwrite' ? rowsOver(model.sheet, (count) => rowsFrom(session, row, count)) : model.newRows();
  selectRows(controls, session.lay(rows, `粘贴 ${rows.length} 行${session.options.recordName}`));
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
