/** Opens the program in an installed Chromium over a pipe: the core here, the window there, nothing listening anywhere. */
import { mkdirSync } from 'node:fs';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import type { Answer } from '../../shared/api/client.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import { failure } from '../../shared/api/failure.ts';
import type { Core } from '../core/core.ts';
import type { Port } from '../core/port.ts';
import { type BuiltFiles, openBuiltFiles } from '../core/shell/built-files.ts';
import { BRIDGE_SCRIPT, RECEIVE_FUNCTION, SEND_BINDING } from './bridge-script.ts';
import { guard } from './guard.ts';
import { launchOptions } from './launch-options.ts';
import { isOwnAddress, ORIGIN } from './origin.ts';
import { createPdfPrinter } from './pdf-printer.ts';
import { storedPlacement } from './placement.ts';
import type { Place } from './places.ts';
import { type Asker, createPort } from './port.ts';
import { takeProfile } from './profile.ts';

export interface WindowAsk {
  /** Path of the browser to start. */
  readonly browser: string;
  /** Folder with the built window. */
  readonly built: string;
  /** The program's own files; the browser's profile is kept in it, too. */
  readonly dataFolder: string;
  readonly headless: boolean;
  /** Answers questions for a path; what it leaves open is asked in the window. */
  readonly asker: Asker;
  /** Where the chooser in the window starts; by default the user's own folders. */
  readonly places?: () => readonly Place[];
  /** Called while the browser is starting, so that loading the core's code costs no time of its own. */
  readonly openCore: (port: Port) => Core | Promise<Core>;
  /** Hears each address that was refused. */
  readonly refused?: (url: string) => void;
}

export interface OpenWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Resolves when the last window is closed and the book is closed behind it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

interface Sender {
  readonly page: Page;
  readonly frame: Frame;
}

/** Answers one call of a page. Only the top frame of a page of our own origin is heard. */
async function answerCall(core: Core, { page, frame }: Sender, text: string): Promise<string> {
  const allowed = frame === page.mainFrame() && isOwnAddress(frame.url());
  const refusal: Answer = { ok: false, failure: failure('UNKNOWN_CALL', { call: '' }) };
  if (!allowed) return JSON.stringify(refusal);
  // The core checks both parts: name against the contract, input against its fields.
  const { name, input } = JSON.parse(text) as { readonly name: string; readonly input: unknown };
  return JSON.stringify(await core.dispatch(name, input));
}

/** Starts the browser on a profile that no other one uses. */
async function launch(ask: WindowAsk): Promise<BrowserContext> {
  const profile = takeProfile(ask.dataFolder);
  const options = launchOptions({
    browser: ask.browser,
    headless: ask.headless,
    root: process.getuid?.() === 0,
    placement: storedPlacement(profile.folder),
  });
  const context = await chromium.launchPersistentContext(profile.folder, options).catch((error: unknown) => {
    profile.release();
    throw error;
  });
  context.on('close', profile.release);
  return context;
}

/** Tells every page of ours. A page that is just closing or loading has nothing to hear. */
function broadcast(context: BrowserContext, event: CoreEvent): void {
  const deliver = `window.${RECEIVE_FUNCTION}?.(${JSON.stringify(event)})`;
  for (const page of context.pages()) {
    if (isOwnAddress(page.url())) page.evaluate(deliver).catch(() => undefined);
  }
}

/** Puts the bridge and the guard into a context, before any page of it shows something of ours. */
async function prepare(context: BrowserContext, files: BuiltFiles, core: Promise<Core>, ask: WindowAsk): Promise<void> {
  await Promise.all([
    guard(context, files, ask.refused ?? (() => undefined)),
    context.exposeBinding(SEND_BINDING, async (source, text: string) => answerCall(await core, source, text)),
    context.addInitScript(BRIDGE_SCRIPT),
  ]);
}

/** Closes the program with its last window, and shows a page again that crashed. */
function watch(context: BrowserContext, page: Page): void {
  // On macOS the browser outlives its last window; the program does not.
  page.on('close', () => {
    if (context.pages().length === 0) context.close().catch(() => undefined);
  });
  page.on('crash', () => page.goto(`${ORIGIN}/`).catch(() => undefined));
}

/** Opens core and window, both at once. Rejects when either does not start; the other one is closed again then. */
export async function openWindow(ask: WindowAsk): Promise<OpenWindow> {
  mkdirSync(ask.dataFolder, { recursive: true });
  const files = openBuiltFiles(ask.built);
  let context: BrowserContext | null = null;
  const emit = (event: CoreEvent) => {
    if (context !== null) broadcast(context, event);
  };
  const printer = createPdfPrinter(ask.browser);
  const port = createPort({ dataFolder: ask.dataFolder, emit, asker: ask.asker, places: ask.places, printer });
  const starting = launch(ask);
  const core = (async () => ask.openCore(port))();
  const opened = await starting.catch(async (error: unknown) => {
    await (await core).close();
    throw error;
  });
  context = opened;
  const closed = new Promise<void>((resolve, reject) => {
    opened.on('close', () => {
      port.chooser.cancelAll();
      core.then((open) => Promise.all([open.close(), printer.close()])).then(() => resolve(), reject);
    });
  });

  await prepare(opened, files, core, ask);
  for (const page of opened.pages()) watch(opened, page);
  opened.on('page', (page) => watch(opened, page));
  const page = opened.pages()[0] ?? (await opened.newPage());
  await Promise.all([page.goto(`${ORIGIN}/`), core]).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  return {
    page,
    context: opened,
    closed,
    async close() {
      await opened.close();
      await closed;
    },
  };
}
