/**
 * The file chooser inside the window, for machines without a native dialog. The window sees names and opaque ids;
 * paths stay here. An id is good for one question only.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ChooseAsked } from '../../shared/api/events.ts';
import { fail } from '../../shared/api/failure.ts';
import type { ChooserFolder } from '../../shared/api/types.ts';
import { fileNameProblem, hasExtension, withExtension } from '../core/shell/file-name.ts';
import { listFolder } from './folder-listing.ts';
import type { Place } from './places.ts';

export type ChooseAsk = Omit<ChooseAsked, 'askId'>;

interface OpenQuestion {
  readonly ask: ChooseAsk;
  readonly settle: (path: string | null) => void;
  readonly idOf: Map<string, string>;
  readonly pathOf: Map<string, string>;
}

export interface Chooser {
  /** Puts the question to the window and waits. Answers an absolute path, or null when cancelled. */
  ask(ask: ChooseAsk): Promise<string | null>;
  list(input: { readonly askId: string; readonly folderId: string | null }): Promise<ChooserFolder>;
  answer(input: {
    readonly askId: string;
    readonly folderId: string | null;
    readonly entryId: string | null;
    readonly name: string | null;
  }): Promise<null>;
  /** Cancels every open question, when the last window has gone. */
  cancelAll(): void;
}

interface Parts {
  readonly emit: (asked: ChooseAsked) => void;
  readonly places: () => readonly Place[];
}

/** Makes the chooser. In: how to tell the window, and the starting points. */
export function createChooser({ emit, places }: Parts): Chooser {
  const questions = new Map<string, OpenQuestion>();
  let last: string | null = null;

  const question = (askId: string): OpenQuestion =>
    questions.get(askId) ?? fail('NOT_FOUND', { what: '文件选择窗口' }, 'askId');

  const pathOf = (open: OpenQuestion, id: string): string =>
    open.pathOf.get(id) ?? fail('NOT_FOUND', { what: '文件或文件夹' }, 'folderId');

  function idOf(open: OpenQuestion, file: string): string {
    const id = open.idOf.get(file) ?? randomUUID();
    open.idOf.set(file, id);
    open.pathOf.set(id, file);
    return id;
  }

  function chosen(open: OpenQuestion, folder: string, entry: string | null, name: string | null): string {
    if (open.ask.mode === 'folder') return folder;
    if (open.ask.mode === 'open') {
      const usable = entry !== null && hasExtension(entry, open.ask.extensions);
      return usable ? entry : fail('INVALID_INPUT', { place: '文件', reason: '请选择一个文件' }, 'entryId');
    }
    const problem = fileNameProblem(name ?? '');
    if (problem !== null) fail('INVALID_INPUT', { place: '文件名', reason: problem }, 'name');
    return path.join(folder, withExtension(name ?? '', open.ask.extensions));
  }

  function settle(askId: string, answer: string | null): void {
    questions.get(askId)?.settle(answer);
    questions.delete(askId);
  }

  return {
    ask: (ask) =>
      new Promise((resolve) => {
        const askId = randomUUID();
        questions.set(askId, { ask, settle: resolve, idOf: new Map(), pathOf: new Map() });
        emit({ ...ask, askId });
      }),

    async list({ askId, folderId }) {
      const open = question(askId);
      const offered = places();
      const folder = folderId === null ? (last ?? offered[0]?.path ?? path.resolve('.')) : pathOf(open, folderId);
      const entries = await listFolder(folder, open.ask.mode === 'folder' ? null : open.ask.extensions);
      const parent = path.dirname(folder);
      return {
        id: idOf(open, folder),
        name: path.basename(folder) || folder,
        parentId: parent === folder ? null : idOf(open, parent),
        places: offered.map((place) => ({ id: idOf(open, place.path), name: place.name })),
        entries: entries.map((entry) => ({ id: idOf(open, path.join(folder, entry.name)), ...entry })),
      };
    },

    async answer({ askId, folderId, entryId, name }) {
      const open = question(askId);
      if (folderId === null && entryId === null) {
        settle(askId, null);
        return null;
      }
      const entry = entryId === null ? null : pathOf(open, entryId);
      const folder = folderId === null ? path.dirname(entry ?? '') : pathOf(open, folderId);
      const answer = chosen(open, folder, entry, name);
      last = folder;
      settle(askId, answer);
      return null;
    },

    cancelAll() {
      for (const askId of [...questions.keys()]) settle(askId, null);
    },
  };
}
