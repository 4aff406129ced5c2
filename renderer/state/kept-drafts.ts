/** Keeps what could not be saved yet, so that it is there again after a restart or a crash. */

import type { CellValue } from '../../shared/intake/values.ts';
import { call } from '../api.ts';
import type { Draft } from '../grid/draft.ts';
import type { GridSession } from '../grid/session.ts';

/** A setting holds at most 20,000 characters; longer drafts go on in the next one. */
const PIECE = 18_000;
const DELAY_MS = 300;

/** A setting is never empty: this ends the list of pieces, and each piece begins with another letter. */
const END = 'E';
const PART = 'P';

/** @param name of the setting; pieces are `name.0`, `name.1`, … up to the end mark */
export function keepDrafts(session: GridSession, name: string, ready: Promise<void>): void {
  let kept = '';
  let waiting = false;
  const write = () => {
    waiting = false;
    const { unsaved } = session;
    const text = unsaved.length === 0 ? '' : JSON.stringify(unsaved);
    if (text === kept) return;
    kept = text;
    writePieces(name, text).catch(() => undefined);
  };
  const start = async () => {
    await ready;
    const text = await readPieces(name);
    kept = text;
    if (text !== '') session.restoreDrafts(readDrafts(JSON.parse(text)));
    session.subscribe(() => {
      if (!waiting) setTimeout(write, DELAY_MS);
      waiting = true;
    });
  };
  start().catch(() => undefined);
}

async function writePieces(name: string, text: string): Promise<void> {
  const count = Math.ceil(text.length / PIECE);
  for (let piece = 0; piece <= count; piece++) {
    const part = text.slice(piece * PIECE, (piece + 1) * PIECE);
    await call('settings.set', { key: `${name}.${piece}`, value: piece === count ? END : PART + part });
  }
}

async function readPieces(name: string): Promise<string> {
  let text = '';
  for (let piece = 0; ; piece++) {
    const part = await call('settings.get', { key: `${name}.${piece}` });
    if (part === null || !part.startsWith(PART)) return text;
    text += part.slice(PART.length);
  }
}

/** Takes only what has the shape of a draft; anything else in the setting is no draft. */
function readDrafts(raw: unknown): readonly Draft[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((each: unknown): Draft[] => {
    if (typeof each !== 'object' || each === null) return [];
    const { id, values, typed, problems } = each as Readonly<Record<string, unknown>>;
    const own = { key: '', place: null, failure: null };
    return [
      {
        ...own,
        id: typeof id === 'number' ? id : null,
        values: record(values, isCellValue),
        typed: record(typed, isText),
        problems: record(problems, isText),
      },
    ];
  });
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCellValue = (value: unknown): value is CellValue =>
  value === null || isText(value) || typeof value === 'number' || typeof value === 'boolean';

function record<T>(raw: unknown, is: (value: unknown) => value is T): Record<string, T> {
  if (typeof raw !== 'object' || raw === null) return {};
  const result: Record<string, T> = {};
  for (const [key, value] of Object.entries(raw)) if (is(value)) result[key] = value;
  return result;
}
