/** What the desktop shell allows, as plain data and pure decisions. Everything that is not named here is refused. */
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  WebPreferences,
} from 'electron';

/** The window's address: a scheme of our own, answered from the built files and nothing else. */
export const SCHEME = 'yusuan';
export const ORIGIN = `${SCHEME}://app`;

/** Standard and secure, so that the page has an origin of its own; no privilege beyond that. */
export const SCHEME_PRIVILEGES: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Options of every window. In: path of the preload script. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: false,
      spellcheck: false,
    },
  };
}

/** The hidden window that prints: no script of any kind runs in it. */
export const PRINT_PREFERENCES: WebPreferences = {
  javascript: false,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  devTools: false,
  spellcheck: false,
};

/** Set in the packaged program by electron-builder: no way to run it as a plain Node, none to change its code. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** Whether an address belongs to the window. A custom scheme has no `origin` in Node's URL: scheme and host are compared. */
export function isOwnAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password, port } = new URL(url);
  return protocol === `${SCHEME}:` && host === 'app' && username === '' && password === '' && port === '';
}

/** Whether a message may be heard: only from the top frame of a window that shows our own pages. */
export function isTrustedSender(sender: { readonly isMainFrame: boolean; readonly url: string }): boolean {
  return sender.isMainFrame && isOwnAddress(sender.url);
}

/** What becomes of a request for a new window: our own pages get a window like the first, others none. */
export function newWindow(url: string): 'own' | 'refused' {
  return isOwnAddress(url) ? 'own' : 'refused';
}

/** Permissions a page may have: writing to the clipboard (copying a table), after a click; nothing else. */
export function isPermitted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnAddress(url);
}

/** What was clicked with the right mouse button, as Electron tells it. */
export interface Clicked {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean };
}

/** What the right mouse button offers on text, since Electron has no menu of its own there; nothing where no text is. */
export function textMenu({ isEditable, selectionText, editFlags: { canCut, canCopy, canPaste } }: Clicked) {
  const copy = { label: '复制', role: 'copy', enabled: canCopy } as const;
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { label: '剪切', role: 'cut', enabled: canCut },
    copy,
    { label: '粘贴', role: 'paste', enabled: canPaste },
    { label: '全选', role: 'selectAll', enabled: true },
  ] as const;
}

/**
 * The menu of the program, instead of Electron's own, which is English and reloads the window or opens its developer tools.
 * Commands of the book are in the window; here is what belongs to the window itself, and on macOS what keys on text need.
 * A page hears each key first: in a grid `Ctrl+-` removes rows.
 */
export function applicationMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const separator = { type: 'separator' } as const;
  const ofText: MenuItemConstructorOptions = {
    label: '编辑',
    submenu: [
      { label: '撤销', role: 'undo' },
      { label: '重做', role: 'redo' },
      separator,
      { label: '剪切', role: 'cut' },
      { label: '复制', role: 'copy' },
      { label: '粘贴', role: 'paste' },
      { label: '全选', role: 'selectAll' },
    ],
  };
  const ofProgram: MenuItemConstructorOptions = {
    label: '单位预算',
    submenu: [
      { label: '隐藏', role: 'hide' },
      { label: '隐藏其他', role: 'hideOthers' },
      { label: '全部显示', role: 'unhide' },
      separator,
      { label: '退出', role: 'quit' },
    ],
  };
  return [
    ...(platform === 'darwin' ? [ofProgram, ofText] : []),
    {
      label: '视图',
      submenu: [
        { label: '放大', role: 'zoomIn' },
        // The same key without Shift, and on the number pad.
        { label: '放大', role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { label: '放大', role: 'zoomIn', accelerator: 'CommandOrControl+numadd', visible: false },
        { label: '缩小', role: 'zoomOut' },
        { label: '缩小', role: 'zoomOut', accelerator: 'CommandOrControl+numsub', visible: false },
        { label: '实际大小', role: 'resetZoom' },
        separator,
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
    {
      label: '窗口',
      submenu: [
        { label: '最小化', role: 'minimize' },
        { label: '关闭', role: 'close' },
      ],
    },
  ];
}

/** A step of Electron's zoom is a fifth; 200% is between three and four. */
const ZOOM = { least: -3, most: 4, step: 0.5 };

/** The zoom level after a turn of the wheel with Ctrl held: Electron tells of it and leaves the rest to us. */
export function zoomed(level: number, direction: 'in' | 'out'): number {
  const next = level + (direction === 'in' ? ZOOM.step : -ZOOM.step);
  return Math.min(ZOOM.most, Math.max(ZOOM.least, next));
}
