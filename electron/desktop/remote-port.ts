/** The core's port in the desktop shell: every question goes to the main process and waits for its answer. */
import type { CoreEvent } from '../../shared/api/events.ts';
import type { Port } from '../core/port.ts';
import type { Question, ToMain } from './wire.ts';

interface Parts {
  readonly dataFolder: string;
  readonly user: string;
  readonly emit: (event: CoreEvent) => void;
  readonly tellMain: (message: ToMain) => void;
}

export interface RemotePort extends Port {
  /** Hands in main's answer to a question; one that nobody asked is ignored. */
  answered(id: number, path: string | null): void;
}

/** Makes the port. Answers arrive through `answered`. */
export function createRemotePort({ dataFolder, user, emit, tellMain }: Parts): RemotePort {
  const waiting = new Map<number, (path: string | null) => void>();
  let last = 0;
  const put = (question: Question): Promise<string | null> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      tellMain({ kind: 'question', id: last, question });
    });
  return {
    chooseOpen: (ask) => put({ kind: 'open', ask }),
    chooseSave: (ask) => put({ kind: 'save', ask }),
    chooseFolder: (ask) => put({ kind: 'folder', ask }),
    async reveal(path) {
      await put({ kind: 'reveal', path });
    },
    emit,
    now: () => new Date(),
    user,
    dataFolder,
    answered(id, path) {
      waiting.get(id)?.(path);
      waiting.delete(id);
    },
  };
}
