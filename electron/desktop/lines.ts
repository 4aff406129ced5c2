/** The core's side of its lines to the windows. Knows nothing of Electron: a line is anything that sends and receives. */
import type { Answer } from '../../shared/api/client.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { CoreMessage, WindowCall } from './wire.ts';

export interface Line {
  postMessage(message: CoreMessage): void;
}

export interface Lines {
  /** Adds a window's line. Out: what to do with each message from it. */
  add(line: Line): (message: unknown) => void;
  remove(line: Line): void;
  emit(event: CoreEvent): void;
}

function isCall(message: unknown): message is WindowCall {
  if (typeof message !== 'object' || message === null) return false;
  return (
    'id' in message &&
    typeof message.id === 'number' &&
    'name' in message &&
    typeof message.name === 'string' &&
    'input' in message
  );
}

/** Makes the switchboard. In: the core's dispatch, which never rejects. A message that is no call is not answered. */
export function createLines(dispatch: (name: string, input: unknown) => Promise<Answer>): Lines {
  const lines = new Set<Line>();
  return {
    add(line) {
      lines.add(line);
      return (message) => {
        if (!isCall(message)) return;
        const { id, name, input } = message;
        void dispatch(name, input).then((answer) => line.postMessage({ kind: 'answer', id, answer }));
      };
    },
    remove: (line) => void lines.delete(line),
    emit(event) {
      for (const line of lines) line.postMessage({ kind: 'event', event });
    },
  };
}
