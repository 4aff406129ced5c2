/** The Electron window for a journey, where its binary is. Its dialogs are replaced by the script in the main process. */
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { Shell, ShellAsk } from '../shell.ts';

const PROGRAM = path.resolve(import.meta.dirname, '..', '..', 'out', 'desktop');

/** Opens the program. Rejects when the binary is not there. */
export async function openElectron({ dataFolder, nextAnswer }: ShellAsk): Promise<Shell> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ args: [PROGRAM, `--user-data-dir=${dataFolder}`, ...sandbox], locale: 'zh-CN' });
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1366, height: 768 });
  await app.context().exposeFunction('yusuanNextAnswer', () => nextAnswer() ?? null);
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const next = (): Promise<string | null> =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('yusuanNextAnswer()') ?? Promise.resolve(null);
    dialog.showOpenDialog = async () => {
      const chosen = await next();
      return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] };
    };
    dialog.showSaveDialog = async () => {
      const chosen = await next();
      return { canceled: chosen === null, filePath: chosen ?? '' };
    };
  });
  return { page, refused: [], close: () => app.close() };
}
