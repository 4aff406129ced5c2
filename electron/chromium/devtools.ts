/**
 * A client of Chromium's DevTools protocol over two streams: JSON messages that end with a zero byte. Nothing but the
 * two streams is needed, so that it is loaded and listening long before the browser is.
 */
import type { Readable, Writable } from 'node:stream';
import type { Commands, Events, Message } from './protocol.ts';

type Handler<E extends keyof Events> = (params: Events[E], sessionId: string) => void;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface DevTools {
  /** Sends one command. In: session of a page, or none for the browser. Rejects when it is refused or the browser has gone. */
  send<M extends keyof Commands>(
    method: M,
    params: Commands[M]['params'],
    sessionId?: string,
  ): Promise<Commands[M]['result']>;
  /** Hears an event of every session. One handler per event. */
  on<E extends keyof Events>(event: E, handler: Handler<E>): void;
  /** Hears every message that is no answer to `send`: how a second client listens. */
  overhear(listener: (message: Message) => void): void;
  /** Writes a message as it is. Its id must be one of `nextId`. */
  post(message: Message): void;
  nextId(): number;
}

/** Starts listening. `incoming` is what the browser writes, `outgoing` what it reads. */
export function createDevTools(incoming: Readable, outgoing: Writable): DevTools {
  const waiting = new Map<number, Waiting>();
  const handlers = new Map<string, (params: never, sessionId: string) => void>();
  const listeners: ((message: Message) => void)[] = [];
  let lastId = 0;
  let gone = false;

  const receive = (message: Message) => {
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (message.id !== undefined && asked !== undefined) {
      waiting.delete(message.id);
      if (message.error === undefined) asked.resolve(message.result);
      else asked.reject(new Error(message.error.message));
      return;
    }
    // The protocol gives each event the parameters named in Events, which is what the handler of that name takes.
    if (message.method !== undefined) handlers.get(message.method)?.(message.params as never, message.sessionId ?? '');
    for (const listener of listeners) listener(message);
  };

  const end = () => {
    gone = true;
    for (const { reject } of waiting.values()) reject(new Error('the browser has gone'));
    waiting.clear();
  };
  readMessages(incoming, receive);
  incoming.on('close', end);
  // The browser may end between two writes; the other stream says so.
  for (const stream of [incoming, outgoing]) stream.on('error', end);

  const post = (message: Message) => void outgoing.write(`${JSON.stringify(message)}\0`);
  return {
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new Error('the browser has gone'));
        lastId += 1;
        // The answer to a command has the shape that Commands names for it.
        waiting.set(lastId, { resolve: resolve as (result: unknown) => void, reject });
        post({ id: lastId, method, params, ...(sessionId === undefined ? {} : { sessionId }) });
      }),
    on: (event, handler) => void handlers.set(event, handler),
    overhear: (listener) => void listeners.push(listener),
    post,
    nextId: () => ++lastId,
  };
}

/** Cuts a stream into messages. Pieces are joined only when a message is complete: a large one comes in hundreds. */
function readMessages(incoming: Readable, receive: (message: Message) => void): void {
  let pieces: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      pieces.push(chunk.subarray(from, end));
      const text = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
      pieces = [];
      from = end + 1;
      // Only the browser writes here, and nothing but such messages.
      receive(JSON.parse(String(text)) as Message);
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  });
}
