/** The log of unexpected errors: enough to find the place in the program, nothing of what the user entered. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Above this size, in bytes, the log is set aside and begun anew. */
const FULL = 1_000_000;

/**
 * Writes one line about an error and answers the number by which support finds it. Messages are left out, because they
 * may quote figures; paths are cut to file names. Never throws: a log that cannot be written must not hide the failure.
 */
export function logIncident(folder: string, at: Date, call: string, error: unknown): string {
  const incident = `${at.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(3).toString('hex')}`;
  const line = JSON.stringify({ at: at.toISOString(), incident, call, error: causes(error) });
  try {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'yusuan.log');
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > FULL) renameSync(path, `${path}.1`);
    appendFileSync(path, `${line}\n`);
  } catch {
    // No place to write to; the incident number still tells two reports apart.
  }
  return incident;
}

function causes(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [typeof error];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const own = { name: error.name, code, frames: frames(error) };
  return error.cause === undefined ? [own] : [own, ...causes(error.cause)];
}

/** `function file:line` of each frame. */
function frames(error: Error): readonly string[] {
  return (error.stack ?? '').split('\n').flatMap((line) => {
    const frame = /^\s*at (?:(.*) \()?(?:file:\/\/)?(.*?):(\d+):\d+\)?$/.exec(line);
    if (frame === null) return [];
    return [`${frame[1] ?? ''} ${basename((frame[2] ?? '').replaceAll('\\', '/'))}:${frame[3]}`.trim()];
  });
}
