/** Starts the browser on a profile that no other one uses, and ends it. It never outlives this process. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { createDevTools, type DevTools } from './devtools.ts';
import { launchSwitches } from './launch-options.ts';
import { storedPlacement } from './placement.ts';
import { takeProfile } from './profile.ts';

export interface BrowserAsk {
  /** Path of the browser. */
  readonly browser: string;
  /** The program's own files; the browser's profile is kept in it, too. */
  readonly dataFolder: string;
  readonly headless: boolean;
  /** Uses a new profile for this time only, whatever the usual one holds. */
  readonly freshProfile: boolean;
}

export interface Browser {
  readonly devtools: DevTools;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** What the browser wrote to its error output, its last part. */
  readonly words: () => string;
  /** Asks it to end, and ends it when it does not within seconds. */
  close(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

const WORDS = 2_000;
/** A browser that writes its profile to a slow disk takes its time. */
const CLOSE_LIMIT_MS = 10_000;

/** Starts the process and listens. Returns at once: `devtools` answers when the browser is up, `ended` says when it is not. */
export function startBrowser(ask: BrowserAsk): Browser {
  const profile = takeProfile(ask.dataFolder, ask.freshProfile);
  const switches = launchSwitches({
    headless: ask.headless,
    root: process.getuid?.() === 0,
    profile: profile.folder,
    placement: storedPlacement(profile.folder),
  });
  const child = spawn(ask.browser, [...switches], {
    // The browser reads commands from its third and writes to its fourth file.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // On Linux the browser's own menus follow this, not --lang.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    // In a group of its own, Ctrl+C in the terminal reaches us alone: the book is closed first, then the browser.
    detached: process.platform !== 'win32',
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk}`.slice(-WORDS);
  });
  const kill = () => killGroup(child);
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      process.off('exit', kill);
      profile.release();
      resolve();
    };
    child.once('close', end);
    child.once('error', (error) => {
      words = `${words}${error.message}`;
      end();
    });
  });
  // With this stdio both are there: one to write to, one to read from.
  const [outgoing, incoming] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const devtools = createDevTools(incoming, outgoing);
  return {
    devtools,
    ended,
    words: () => words.trim(),
    kill,
    async close() {
      const late = setTimeout(kill, CLOSE_LIMIT_MS);
      // It may end before it answers.
      devtools.send('Browser.close', {}).catch(() => undefined);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Ends the browser with its helpers. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
