/** Making a name durable, not only the content behind it. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes the new name durable; Windows cannot open folders and does not need it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
