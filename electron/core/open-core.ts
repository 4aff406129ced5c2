/** Makes the core: everything of the program but the window. */
import { join } from 'node:path';
import { bookFailure } from '../../db/sqlite-error.ts';
import { createBackupKeeper } from './backups/keeper.ts';
import { callContext } from './call-context.ts';
import type { Handlers } from './context.ts';
import type { Core } from './core.ts';
import { createDesk } from './desk.ts';
import { createDispatch } from './dispatch.ts';
import { warmUpWorkbookWriter } from './export/workbook.ts';
import { createFiles } from './files.ts';
import { createForeigns } from './foreigns.ts';
import { aboutHandlers } from './handlers/about.ts';
import { backupHandlers } from './handlers/backup.ts';
import { bookHandlers } from './handlers/book.ts';
import { budgetHandlers } from './handlers/budget.ts';
import { carryHandlers } from './handlers/carry.ts';
import { checkHandlers } from './handlers/checks.ts';
import { chooseHandlers } from './handlers/choose.ts';
import { documentHandlers } from './handlers/document.ts';
import { entityHandlers, rowHandlers } from './handlers/entities.ts';
import { exportHandlers } from './handlers/export.ts';
import { foreignHandlers } from './handlers/foreign.ts';
import { goalSheetFileHandlers } from './handlers/goal-sheet-files.ts';
import { goalHandlers } from './handlers/goals.ts';
import { historyHandlers } from './handlers/history.ts';
import { importHandlers } from './handlers/import.ts';
import { intakeHandlers } from './handlers/intake.ts';
import { packageHandlers } from './handlers/package.ts';
import { procurementHandlers } from './handlers/procurement.ts';
import { projectHandlers } from './handlers/projects.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { tableHandlers } from './handlers/tables.ts';
import { createIntakes } from './intakes.ts';
import { createJobs } from './jobs.ts';
import { logIncident } from './log.ts';
import { createMemoryTidier } from './memory-tidier.ts';
import type { Port } from './port.ts';
import { createRecent } from './recent.ts';

const handlers: Handlers = {
  ...aboutHandlers,
  ...backupHandlers,
  ...bookHandlers,
  ...budgetHandlers,
  ...carryHandlers,
  ...checkHandlers,
  ...chooseHandlers,
  ...entityHandlers,
  ...rowHandlers,
  ...exportHandlers,
  ...foreignHandlers,
  ...documentHandlers,
  ...goalHandlers,
  ...goalSheetFileHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...intakeHandlers,
  ...packageHandlers,
  ...procurementHandlers,
  ...projectHandlers,
  ...settingsHandlers,
  ...tableHandlers,
};

/** Makes a core over a shell's port. No book is open; nothing is read or written before the first call. */
export function openCore(port: Port): Core {
  const recent = createRecent(port.dataFolder);
  const backups = createBackupKeeper(port);
  const desk = createDesk(port, recent, backups);
  warmUpWorkbookWriter();
  const parts = {
    port,
    jobs: createJobs(port),
    files: createFiles(),
    desk,
    recent,
    backups,
    intakes: createIntakes(),
    foreigns: createForeigns(),
  };
  const memory = createMemoryTidier();
  const dispatch = createDispatch({
    handlers,
    context: () => callContext(parts),
    known: (error) => (desk.session === null ? null : bookFailure(error, desk.session.book.path)),
    incident: (call, error) => logIncident(join(port.dataFolder, 'logs'), port.now(), call, error),
  });
  return {
    dispatch: (name, raw) => {
      memory.called();
      return dispatch(name, raw);
    },
    close: async () => {
      memory.stop();
      backups.leave();
      desk.session?.book.close();
    },
  };
}
