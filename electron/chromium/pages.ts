/** The pages of the browser: each gets the guard, the bridge and its answers before anything of it is shown. */
import type { Answer } from '../../shared/api/client.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { BuiltFiles } from '../core/shell/built-files.ts';
import {
  ANSWER_FUNCTION,
  BRIDGE_SCRIPT,
  PASTE_BINDING,
  type Question,
  RECEIVE_FUNCTION,
  SEND_BINDING,
} from './bridge-script.ts';
import type { DevTools } from './devtools.ts';
import { answerRequest } from './guard.ts';
import { isOwnAddress, ORIGIN } from './origin.ts';
import { WINDOW_SIZE } from './placement.ts';
import { fromWire, toWire } from './wire.ts';

interface Page {
  readonly targetId: string;
  readonly sessionId: string;
  /** Script context of our own document in the top frame; null while the page shows anything else. */
  context: number | null;
  /** Whether it has ever shown something of ours. */
  own: boolean;
  /** Resolves when bridge and binding are in place: no document is handed over before. */
  ready: Promise<void>;
}

export interface PagesAsk {
  readonly devtools: DevTools;
  readonly files: BuiltFiles;
  /** A headless window has no size of its own. */
  readonly headless: boolean;
  /** How long, in ms, the first page may take to answer once its document is asked for. */
  readonly answerLimit: number;
  /** Answers a page's question. */
  readonly answer: (question: Question) => Promise<Answer>;
  /** Hears each address that was refused. */
  readonly refused: (url: string) => void;
  /** Called when no page is left. */
  readonly onLast: () => void;
}

export interface Pages {
  /** Takes hold of every page there is and will be. Resolves when the first one is drawn from our files. */
  open(): Promise<void>;
  /** Tells every page of ours. A page that is just closing or loading has nothing to hear. */
  broadcast(event: CoreEvent): void;
}

export function createPages(ask: PagesAsk): Pages {
  const { devtools } = ask;
  const pages = new Map<string, Page>();
  const ignore = () => undefined;
  let loaded = (): void => undefined;
  let failed = (_error: Error): void => undefined;
  const firstLoad = new Promise<void>((resolve, reject) => {
    loaded = resolve;
    failed = reject;
  });

  const goHome = async ({ sessionId }: Page): Promise<void> => {
    const { errorText } = await devtools.send('Page.navigate', { url: `${ORIGIN}/` }, sessionId);
    if (errorText !== undefined) throw new Error(`the window was not loaded: ${errorText}`);
  };

  const take = async (sessionId: string): Promise<void> => {
    const send: DevTools['send'] = (method, params) => devtools.send(method, params, sessionId);
    const { width, height } = WINDOW_SIZE;
    const asked = [
      send('Page.enable', {}),
      send('Inspector.enable', {}),
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      send('Runtime.enable', {}),
      send('Runtime.addBinding', { name: SEND_BINDING }),
      send('Runtime.addBinding', { name: PASTE_BINDING }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: BRIDGE_SCRIPT }),
      send('Emulation.setLocaleOverride', { locale: 'zh-CN' }),
    ];
    if (ask.headless) {
      asked.push(send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }));
    }
    // A page waits for this before its first request.
    asked.push(send('Runtime.runIfWaitingForDebugger', {}));
    await Promise.all(asked);
  };

  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, type } }, parent) => {
    if (parent !== '') return;
    // A worker would be out of the guard's sight: it is never let go on. The program has none.
    if (type === 'service_worker' || type === 'shared_worker') return;
    if (type !== 'page') return void devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(ignore);
    const page: Page = { targetId, sessionId, context: null, own: false, ready: take(sessionId) };
    const isFirst = pages.size === 0;
    pages.set(sessionId, page);
    page.ready.catch(isFirst ? failed : ignore);
    // Asked for at once, although it waits for `ready`: meanwhile the browser starts a process for it.
    if (isFirst) goHome(page).catch(failed);
  });

  devtools.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (pages.delete(sessionId) && pages.size === 0) ask.onLast();
  });

  devtools.on('Fetch.requestPaused', async (paused, sessionId) => {
    const page = pages.get(sessionId);
    if (page === undefined) return;
    const late = setTimeout(() => failed(new Error('the page does not answer')), ask.answerLimit);
    await page.ready.catch(ignore);
    clearTimeout(late);
    if (!answerRequest(devtools, ask.files, paused, sessionId)) return;
    ask.refused(paused.request.url);
    const itself = paused.resourceType === 'Document' && paused.frameId === page.targetId;
    if (itself && !page.own) devtools.send('Target.closeTarget', { targetId: page.targetId }).catch(ignore);
  });

  devtools.on('Page.frameNavigated', ({ frame }, sessionId) => {
    const page = pages.get(sessionId);
    if (page === undefined || frame.parentId !== undefined) return;
    if (isOwnAddress(frame.url)) page.own = true;
    else if (frame.url !== 'about:blank' && !frame.url.startsWith('chrome-error:')) {
      // Nothing but our files was ever answered; whatever this is, it goes.
      ask.refused(frame.url);
      devtools.send('Target.closeTarget', { targetId: page.targetId }).catch(ignore);
    }
  });

  devtools.on('Page.loadEventFired', (_params, sessionId) => {
    if (pages.get(sessionId)?.own === true) loaded();
  });

  // Nobody would see the question of a window that is about to close or go elsewhere; it may go.
  devtools.on('Page.javascriptDialogOpening', ({ type }, sessionId) => {
    devtools.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' }, sessionId).catch(ignore);
  });

  devtools.on('Inspector.targetCrashed', (_params, sessionId) => {
    const page = pages.get(sessionId);
    if (page !== undefined) goHome(page).catch(ignore);
  });

  // Only the top frame of a page of our own origin is heard.
  devtools.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }, sessionId) => {
    const page = pages.get(sessionId);
    if (page === undefined || auxData.frameId !== page.targetId || !auxData.isDefault) return;
    page.context = origin === ORIGIN ? id : null;
  });
  devtools.on('Runtime.executionContextDestroyed', ({ executionContextId }, sessionId) => {
    const page = pages.get(sessionId);
    if (page?.context === executionContextId) page.context = null;
  });
  devtools.on('Runtime.executionContextsCleared', (_params, sessionId) => {
    const page = pages.get(sessionId);
    if (page !== undefined) page.context = null;
  });

  const tell = (page: Page, contextId: number, expression: string): void => {
    devtools.send('Runtime.evaluate', { expression, contextId }, page.sessionId).catch(ignore);
  };

  /** A key without a name, whose only effect is the browser's own command. */
  const paste = ({ sessionId }: Page): void => {
    devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['Paste'] }, sessionId).catch(ignore);
  };

  devtools.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }, sessionId) => {
    const page = pages.get(sessionId);
    if (page === undefined || page.context !== executionContextId) return;
    if (name === PASTE_BINDING) paste(page);
    if (name !== SEND_BINDING) return;
    const question = questionIn(payload);
    if (question === null) return;
    const text = toWire(await ask.answer(question));
    tell(page, executionContextId, `${ANSWER_FUNCTION}(${question.number}, ${JSON.stringify(text)})`);
  });

  return {
    open: async () => {
      await devtools.send('Browser.setDownloadBehavior', { behavior: 'deny' });
      await devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
      await firstLoad;
    },
    broadcast: (event) => {
      const expression = `${RECEIVE_FUNCTION}(${JSON.stringify(event)})`;
      for (const page of pages.values()) if (page.context !== null) tell(page, page.context, expression);
    },
  };
}

/** The bridge wrote it, and the core checks name and input; what a script of the page made up itself is not answered. */
function questionIn(payload: string): Question | null {
  try {
    return fromWire(payload) as Question;
  } catch {
    return null;
  }
}
