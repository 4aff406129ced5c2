/** Preferences of the window, kept by the core. They are conveniences: a failure to read or write one is no message. */
import { call } from '../api.ts';

/** @param read turns the stored JSON into a value, or null when it is not one */
export async function readSetting<T>(key: string, read: (raw: unknown) => T | null): Promise<T | null> {
  try {
    const text = await call('settings.get', { key });
    return text === null ? null : read(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Stores a plain value under a key. */
export function writeSetting(key: string, value: unknown): void {
  call('settings.set', { key, value: JSON.stringify(value) }).catch(() => undefined);
}
