/** Which shell `npm start` opens: a decision over plain facts, so that it can be tested without any of them. */

export type Shell = 'electron' | 'chromium' | 'headless';

const SHELLS: readonly Shell[] = ['electron', 'chromium', 'headless'];

/** The shell that `--shell=…` names; null when it is not given. Throws on an unknown one, naming those there are. */
export function askedShell(args: readonly string[]): Shell | null {
  const given = args.find((arg) => arg.startsWith('--shell='))?.slice('--shell='.length);
  if (given === undefined) return null;
  const shell = SHELLS.find((name) => name === given);
  if (shell === undefined) throw new RangeError(`--shell=${given}: ${SHELLS.join(' | ')}`);
  return shell;
}

/** Whether windows can be shown. Only Linux says so in its environment; Windows and macOS always have a desktop. */
export function hasDisplay(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** Electron where its binary is there or has just been fetched, else an installed browser; without a display, no window. */
export function chooseShell(facts: { readonly display: boolean; readonly electron: boolean }): Shell {
  if (!facts.display) return 'headless';
  return facts.electron ? 'electron' : 'chromium';
}
