/** The core's port in the desktop shell: every question goes to the main process and waits for its answer. */
import type { CoreEvent } from '../../shared/api/events.ts';
import { fail } from '../../shared/api/failure.ts';
import type { Port } from '../core/port.ts';
import type { Question, Reply, ToMain } from './wire.ts';

interface Parts {
  readonly dataFolder: string;
  readonly user: string;
  readonly emit: (event: CoreEvent) => void;
  readonly tellMain: (message: ToMain) => void;
}

export interface RemotePort extends Port {
  /** Hands in main's answer to a question; one that nobody asked is ignored. */
  answered(id: number, reply: Reply): void;
}

/** Makes the port. Answers arrive through `answered`. */
export function createRemotePort({ dataFolder, user, emit, tellMain }: Parts): RemotePort {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  const put = (question: Question): Promise<Reply> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      tellMain({ kind: 'question', id: last, question });
    });
  const path = async (question: Question): Promise<string | null> => {
    const reply = await put(question);
    return typeof reply === 'string' ? reply : null;
  };
  return {
    chooseOpen: (ask) => path({ kind: 'open', ask }),
    chooseSave: (ask) => path({ kind: 'save', ask }),
    chooseFolder: (ask) => path({ kind: 'folder', ask }),
    async printPdf(html, signal, plain = false) {
      const reply = await put({ kind: 'printPdf', html, plain });
      // Electron cannot be stopped while it prints; what it made is then dropped.
      if (signal?.aborted) fail('CANCELLED');
      if (reply === null || typeof reply === 'string') throw new Error('the main process could not print');
      return reply;
    },
    async reveal(path) {
      await put({ kind: 'reveal', path });
    },
    emit,
    now: () => new Date(),
    user,
    dataFolder,
    answered(id, reply) {
      waiting.get(id)?.(reply);
      waiting.delete(id);
    },
  };
}
