/** Importing a workbook: chosen and read in the core, looked over in a dialog, taken into the book as one change. */
import { type ReactNode, useEffect, useState } from 'react';
import type { SheetKind } from '../../shared/intake/sheet-kinds.ts';
import type { IntakeState } from '../../shared/intake/types.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { ReadingDialog } from '../ui/reading-dialog.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { makeProjects } from './make-projects.ts';
import { RemoteModel } from './remote-model.ts';

interface Opened {
  readonly fileId: string;
  readonly name: string;
  readonly models: readonly RemoteModel[];
}

export interface Import {
  readonly start: (kind: SheetKind) => void;
  readonly dialog: ReactNode;
}

export function useImport(budgetId: number, lookup: CellLookup): Import {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [job, setJob] = useState<string | null>(null);

  const start = async (kind: SheetKind) => {
    const jobId = crypto.randomUUID();
    setJob(jobId);
    try {
      setOpened(openedOf(await call('intake.open', { budgetId, kind, jobId })));
    } catch (error) {
      notifyFailure(failureOf(error));
    }
    setJob(null);
  };
  const close = () => {
    if (job !== null) call('job.cancel', { jobId: job }).catch(() => undefined);
    if (opened !== null) call('intake.close', { fileId: opened.fileId }).catch(() => undefined);
    setOpened(null);
  };
  const apply = async (skipBad: boolean) => {
    if (opened === null) return;
    const jobId = crypto.randomUUID();
    setJob(jobId);
    try {
      const { state, ...done } = await call('intake.apply', { fileId: opened.fileId, skipBad, jobId });
      takeState(state);
      setOpened(null);
      const left = done.refused > 0 ? `，跳过 ${done.refused} 条` : '';
      notify(`已导入：新增 ${done.added} 条，修改 ${done.changed} 条，不变 ${done.same} 条${left}。可撤销。`);
    } catch (error) {
      notifyFailure(failureOf(error));
    }
    setJob(null);
  };
  // Projects that were made, or code lists that have arrived.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the lists change, not when the file is opened
  useEffect(() => {
    opened?.models[0]?.refresh();
  }, [lookup]);

  const dialog =
    opened !== null ? (
      <ImportDialog
        fileName={opened.name}
        models={opened.models}
        lookup={lookup}
        applying={job !== null}
        onClose={close}
        onApply={(skipBad) => void apply(skipBad)}
        onMakeProjects={(names) => void makeProjects(names, budgetId)}
      />
    ) : job !== null ? (
      <ReadingDialog jobId={job} unit="行" onClose={close} />
    ) : null;
  return { start: (kind) => void start(kind), dialog };
}

function openedOf(state: IntakeState): Opened {
  const update = (next: IntakeState) => {
    for (const part of next.parts) models.find(({ entity }) => entity === part.entity)?.update(part);
  };
  const models: readonly RemoteModel[] = state.parts.map((part) => new RemoteModel(state.fileId, part, update));
  return { fileId: state.fileId, name: state.name, models };
}
