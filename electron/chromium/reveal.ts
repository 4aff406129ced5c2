/** Opens the folder of a file in the system's file manager. Only ever the folder: the file itself is not started. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fail } from '../../shared/api/failure.ts';

const FILE_MANAGER: Partial<Record<NodeJS.Platform, string>> = { win32: 'explorer.exe', darwin: 'open' };

/** In: absolute path of a file. Throws FailureError NO_FILE_MANAGER when the system has no program for it. */
export async function revealFolderOf(file: string): Promise<void> {
  const folder = path.dirname(file);
  const started = await new Promise<boolean>((resolve) => {
    const child = spawn(FILE_MANAGER[process.platform] ?? 'xdg-open', [folder], { detached: true, stdio: 'ignore' });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
    child.once('error', () => resolve(false));
  });
  if (!started) fail('NO_FILE_MANAGER', { folder });
}
