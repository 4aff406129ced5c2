/**
 * The window with Playwright as a second client of its pipe: for journeys, pictures and scripts that look at a screen.
 * What they drive is the very window that the program shows; the program itself never loads this.
 */
import { type BrowserContext, type ConnectOverCDPTransport, chromium, type Page } from 'playwright-core';
import type { DevTools } from './devtools.ts';
import type { Events, Message } from './protocol.ts';
import { showWindow, type WindowAsk } from './show-window.ts';

export interface OpenWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Resolves when the last window is closed and the book is closed behind it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Opens the window. Rejects when core or window does not start. */
export async function openWindow(ask: WindowAsk): Promise<OpenWindow> {
  const shown = await showWindow(ask);
  try {
    const driver = await chromium.connectOverCDP(await secondClient(shown.devtools, shown.closed));
    const [context] = driver.contexts();
    const [page] = context?.pages() ?? [];
    if (context === undefined || page === undefined) throw new Error('the browser shows no page');
    return { page, context, closed: shown.closed, close: shown.close };
  } catch (error) {
    await shown.close();
    throw error;
  }
}

/** A line of its own through the pipe: its messages carry other numbers, and it sees the sessions it has asked for. */
async function secondClient(devtools: DevTools, closed: Promise<void>): Promise<ConnectOverCDPTransport> {
  const { sessionId: root } = await devtools.send('Target.attachToBrowserTarget', {});
  const sessions = new Set([root]);
  const numbers = new Map<number, number>();
  const transport: ConnectOverCDPTransport = {
    send: (raw) => {
      // Playwright sends nothing but messages of the protocol, each with a number.
      const message = raw as Message & { readonly id: number };
      const id = devtools.nextId();
      numbers.set(id, message.id);
      devtools.post({ ...message, id, sessionId: message.sessionId ?? root });
    },
    close: () => undefined,
  };
  // One task per message, as Playwright's own pipe gives them: it goes on after an answer before it takes the next event.
  const deliver = (message: Message) => setImmediate(() => transport.onmessage?.(message));
  const hear = ({ sessionId = '', ...message }: Message) => {
    const session = sessionId === root ? {} : { sessionId };
    if (message.id !== undefined) {
      const id = numbers.get(message.id);
      numbers.delete(message.id);
      if (id !== undefined) deliver({ ...message, id, ...session });
    } else if (sessions.has(sessionId)) {
      if (message.method === 'Target.attachedToTarget') {
        // The event of this name has these parameters.
        sessions.add((message.params as Events['Target.attachedToTarget']).sessionId);
      }
      deliver({ ...message, ...session });
    }
  };
  devtools.overhear(hear);
  closed.finally(() => transport.onclose?.()).catch(() => undefined);
  return transport;
}
