/** Opens a window and keeps it to its own pages. */
import { BrowserWindow, Menu, type Session, type WebContents } from 'electron';
import type { BuiltFiles } from '../core/shell/built-files.ts';
import { RESPONSE_HEADERS } from '../core/shell/content-policy.ts';
import {
  applicationMenu,
  isOwnAddress,
  isPermitted,
  newWindow,
  ORIGIN,
  SCHEME,
  textMenu,
  windowOptions,
  zoomed,
} from './policy.ts';

/** Opens a window on the start page. In: path of the built preload script. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** Offers on text what its keys do. Cells have a menu of their own, and ask for none here. */
export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, clicked) => {
    const items = textMenu(clicked);
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup();
  });
}

/** Zooms a page by the wheel with Ctrl, as a browser does. */
export function zoomByWheel(contents: WebContents): void {
  contents.on('zoom-changed', (_event, direction) => contents.setZoomLevel(zoomed(contents.getZoomLevel(), direction)));
}

/** Puts the program's menu in the place of Electron's own. */
export function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform)));
}

/** Refuses every way out of a page: navigation, frames of other origins, new windows, embedded views. */
export function guardContents(contents: WebContents, openAnother: () => void): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (newWindow(url) === 'own') openAnother();
    return { action: 'deny' };
  });
}

/** Serves the built window under our scheme and refuses all else: permissions, devices, downloads, any other request. */
export function guardSession(session: Session, files: BuiltFiles): void {
  session.protocol.handle(SCHEME, (request) => {
    const file = isOwnAddress(request.url) && request.method === 'GET' ? files(new URL(request.url).pathname) : null;
    if (file === null) return new Response('', { status: 404, headers: RESPONSE_HEADERS });
    return new Response(new Uint8Array(file.body), { headers: { ...RESPONSE_HEADERS, 'content-type': file.type } });
  });
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(isPermitted(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, `${origin}/`));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, decide) =>
    decide({ cancel: !isOwnAddress(request.url) && !/^(data|blob):/.test(request.url) }),
  );
}
