/** How the browser is started, as data. */
import { ORIGIN } from './origin.ts';

export interface LaunchAsk {
  readonly headless: boolean;
  /** Whether the program runs as root, where Chromium's own sandbox cannot start. */
  readonly root: boolean;
  /** Folder of the browser profile. */
  readonly profile: string;
  /** Switches that place a visible window. */
  readonly placement: readonly string[];
}

/** Parts of the browser that talk to its maker, or offer what an office program must not. */
const FEATURES_OFF = [
  'AimEnabled',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'Translate',
  'msForceBrowserSignIn',
];

/** No name is resolved and no proxy used: the browser has no way out of this computer. */
export const SEALED = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--deny-permission-prompts',
  '--lang=zh-CN',
] as const;

/**
 * Switches for Chromium, Chrome and Edge. The browser talks over a pipe (no listening port), resolves no name and uses
 * no proxy: it has no way out of this computer, whatever a page asks.
 */
export function launchSwitches(ask: LaunchAsk): readonly string[] {
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${ask.profile}`,
    // Of another origin (about:blank) the window would keep a tool bar with the address after moving to ours.
    `--app=${ORIGIN}/`,
    ...SEALED,
    '--disable-sync',
    '--disable-breakpad',
    '--metrics-recording-only',
    `--disable-features=${FEATURES_OFF.join(',')}`,
    // A profile of its own needs no welcome, no extensions and no key ring.
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-search-engine-choice-screen',
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-component-extensions-with-background-pages',
    '--password-store=basic',
    '--use-mock-keychain',
    // The window must go on while another one covers it: a long import shows its progress there.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-back-forward-cache',
    // Containers give /dev/shm 64 MB.
    '--disable-dev-shm-usage',
    // Edge and Chrome on Windows would start anew and lose the pipe.
    '--edge-skip-compat-layer-relaunch',
    '--do-not-de-elevate',
    // Without it Chromium shows a warning bar about flags it calls unsupported.
    '--test-type',
    ...(ask.root ? ['--no-sandbox'] : []),
    ...(ask.headless ? ['--headless', '--hide-scrollbars', '--mute-audio'] : []),
    ...ask.placement,
  ];
}
