/** The core's port in this shell: native dialogs where the system has them, else the chooser inside the window. */
import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { Port } from '../core/port.ts';
import { completeSavePath } from '../core/shell/file-name.ts';
import { type ChooseAsk, type Chooser, createChooser } from './chooser.ts';
import { dialogCommand, dialogKind, showDialog } from './native-dialog.ts';
import type { PdfPrinter } from './pdf-printer.ts';
import { type Place, places } from './places.ts';
import { revealFolderOf } from './reveal.ts';

/** Answers a question for a path some other way; `undefined` leaves it to the next. */
export type Asker = (ask: ChooseAsk) => Promise<string | null | undefined>;

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Asks by the system's own dialog, first in the documents folder, then where the last file was; leaves the question open where there is no dialog. */
export function createNativeAsker(): Asker {
  const kind = dialogKind({ platform: process.platform, env: process.env, has: onPath });
  const offered = places();
  let folder = (offered.find((place) => place.name === '文档') ?? offered[0])?.path ?? os.homedir();
  const asker: Asker = async (ask) => {
    if (kind === null) return undefined;
    const answer = await showDialog(dialogCommand(kind, ask, folder));
    if (answer.kind === 'broken') return undefined;
    if (answer.kind === 'cancelled') return null;
    folder = ask.mode === 'folder' ? answer.path : path.dirname(answer.path);
    if (ask.mode !== 'save') return answer.path;
    const complete = completeSavePath(answer.path, ask.extensions);
    return 'path' in complete ? complete.path : asker({ ...ask, suggestedName: complete.askAgain });
  };
  return asker;
}

export interface ShellPort extends Port {
  readonly chooser: Chooser;
}

interface Parts {
  readonly dataFolder: string;
  readonly emit: (event: CoreEvent) => void;
  /** Asked first; the chooser in the window answers what it leaves open. */
  readonly asker: Asker;
  /** Where the chooser in the window starts; by default the user's own folders. */
  readonly places?: (() => readonly Place[]) | undefined;
  readonly printer: PdfPrinter;
}

/** Makes the port of the Chromium shell. */
export function createPort({ dataFolder, emit, asker, places: offered = places, printer }: Parts): ShellPort {
  const chooser = createChooser({ emit: (payload) => emit({ name: 'choose.asked', payload }), places: offered });
  const ask = async (question: ChooseAsk): Promise<string | null> => {
    const answer = await asker(question);
    return answer === undefined ? chooser.ask(question) : answer;
  };
  return {
    chooseOpen: (question) => ask({ mode: 'open', suggestedName: '', ...question }),
    chooseSave: (question) => ask({ mode: 'save', ...question }),
    chooseFolder: (question) => ask({ mode: 'folder', suggestedName: '', extensions: [], ...question }),
    printPdf: printer.print,
    reveal: revealFolderOf,
    emit,
    now: () => new Date(),
    user: os.userInfo().username,
    dataFolder,
    chooser,
  };
}
