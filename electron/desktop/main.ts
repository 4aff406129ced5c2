/** The desktop shell: starts the core beside the windows and hands each window a line to it. Knows no call by name. */
import path from 'node:path';
import {
  app,
  BrowserWindow,
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import { openBuiltFiles } from '../core/shell/built-files.ts';
import { answerQuestion } from './dialogs.ts';
import { isTrustedSender, SCHEME_PRIVILEGES } from './policy.ts';
import { printPdf } from './print.ts';
import { guardContents, guardSession, offerTextMenu, openWindow, setMenu, zoomByWheel } from './window.ts';
import {
  CONNECT_CHANNEL,
  PASTE_CHANNEL,
  PORT_CHANNEL,
  type Question,
  type Reply,
  type ToCore,
  type ToMain,
} from './wire.ts';

/** This file is built into out/desktop, beside the preload, the core process and ../renderer. */
const PRELOAD = path.join(import.meta.dirname, 'preload.cjs');
const CORE = path.join(import.meta.dirname, 'core-process.js');
const BUILT = path.join(import.meta.dirname, '..', 'renderer');

protocol.registerSchemesAsPrivileged([SCHEME_PRIVILEGES]);
app.enableSandbox();

async function replyTo(question: Question): Promise<Reply> {
  if (question.kind === 'printPdf') return printPdf(question.html, question.plain);
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  return window === undefined ? null : answerQuestion(window, question);
}

/** The top frame of a window of ours that sent a message; null for any other sender. */
function trustedFrame({ senderFrame: frame, sender }: IpcMainEvent): IpcMainEvent['senderFrame'] {
  if (frame === null) return null;
  return isTrustedSender({ isMainFrame: frame === sender.mainFrame, url: frame.url }) ? frame : null;
}

function start(): void {
  setMenu();
  guardSession(session.defaultSession, openBuiltFiles(BUILT));
  const core = utilityProcess.fork(CORE, [app.getPath('userData')], { serviceName: 'yusuan core' });
  const tellCore = (message: ToCore) => core.postMessage(message);

  core.on('message', async (message: ToMain) => {
    if (message.kind === 'closed') return app.exit(0);
    // A dialog that cannot be shown counts as cancelled: the core must not wait for ever.
    const reply = await replyTo(message.question).catch(() => null);
    tellCore({ kind: 'answer', id: message.id, reply });
  });
  // Without the core no window can do anything: better gone than deaf. The book was last changed by a whole transaction.
  core.on('exit', () => app.exit(1));

  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, () => openWindow(PRELOAD));
    offerTextMenu(contents);
    zoomByWheel(contents);
  });
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const frame = trustedFrame(event);
    if (frame === null) return;
    const { port1, port2 } = new MessageChannelMain();
    core.postMessage({ kind: 'window' } satisfies ToCore, [port1]);
    frame.postMessage(PORT_CHANNEL, null, [port2]);
  });
  ipcMain.on(PASTE_CHANNEL, (event) => {
    if (trustedFrame(event) !== null) event.sender.paste();
  });
  app.on('second-instance', () => openWindow(PRELOAD));
  app.on('window-all-closed', () => tellCore({ kind: 'close' }));
  openWindow(PRELOAD);
}

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}
