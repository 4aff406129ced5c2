import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DevTools } from './devtools.ts';
import { ORIGIN } from './origin.ts';
import { createPages, type Pages } from './pages.ts';
import type { Events } from './protocol.ts';

/** A browser with one page that is asked for its document, and answers commands when it is told to. */
let answerAll: () => void;
let pages: Pages;
let tell: <E extends keyof Events>(event: E, params: Events[E], session: string) => void;
let sent: string[];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  const handlers = new Map<string, (params: never, session: string) => void>();
  let answering = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answering = resolve;
  });
  answerAll = answering;
  const devtools = {
    send: async (method: string, _params: unknown, session?: string) => {
      sent.push(method);
      if (session !== undefined) await answered;
      return {};
    },
    on: (event: string, handler: (params: never, session: string) => void) => void handlers.set(event, handler),
  };
  tell = (event, params, session) => handlers.get(event)?.(params as never, session);
  pages = createPages({
    // What the pages use of it.
    devtools: devtools as unknown as DevTools,
    files: () => ({ type: 'text/html', body: Buffer.from('') }),
    headless: true,
    answerLimit: 8_000,
    answer: async () => ({ ok: true, value: null }),
    refused: () => undefined,
    onLast: () => undefined,
  });
});
afterEach(() => vi.useRealTimers());

function documentAsked(): void {
  tell('Target.attachedToTarget', { sessionId: 's', targetInfo: { targetId: 't', type: 'page' } }, '');
  const request = { url: `${ORIGIN}/`, method: 'GET' };
  tell('Fetch.requestPaused', { requestId: 'r', frameId: 't', resourceType: 'Document', request }, 's');
}

test('a page that never answers after its document was asked for is given up long before a slow start would be', async () => {
  const open = pages.open();
  open.catch(() => undefined);
  documentAsked();
  await vi.advanceTimersByTimeAsync(9_000);
  await expect(open).rejects.toThrow('the page does not answer');
  expect(sent).not.toContain('Fetch.fulfillRequest');
});

test('one that answers late is waited for, and gets its document', async () => {
  const open = pages.open();
  documentAsked();
  await vi.advanceTimersByTimeAsync(7_000);
  answerAll();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toContain('Fetch.fulfillRequest');
  tell('Page.frameNavigated', { frame: { id: 't', url: `${ORIGIN}/` } }, 's');
  tell('Page.loadEventFired', {}, 's');
  await open;
});
