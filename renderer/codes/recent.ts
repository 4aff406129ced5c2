/** Codes and projects used lately, newest first; they stand first in the lists. Remembered with the book. */

import type { CellValue } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';
import { readSetting, writeSetting } from '../state/settings.ts';

const KEPT = 12;
const SETTING = 'recent';
let lists: Readonly<Record<string, readonly CellValue[]>> = {};

/** What a field's recent values are kept under; null for fields without. */
function listOf(field: Field): string | null {
  if (field.kind === 'code') return field.catalogue;
  return field.kind === 'ref' ? field.entity : null;
}

export function recentOf(field: Field): readonly CellValue[] {
  const list = listOf(field);
  return list === null ? [] : (lists[list] ?? []);
}

/** Notes that a value was chosen for a field. */
export function noteUsed(field: Field, value: CellValue): void {
  const list = listOf(field);
  if (list === null || value === null) return;
  const others = (lists[list] ?? []).filter((each) => each !== value);
  lists = { ...lists, [list]: [value, ...others].slice(0, KEPT) };
  writeSetting(SETTING, lists);
}

/** Reads what the open book remembers. */
export async function loadRecent(): Promise<void> {
  lists = (await readSetting(SETTING, readLists)) ?? {};
}

function readLists(raw: unknown): Record<string, readonly CellValue[]> | null {
  if (typeof raw !== 'object' || raw === null) return null;
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, values]) =>
      Array.isArray(values)
        ? [[key, values.filter((value) => typeof value === 'string' || typeof value === 'number')]]
        : [],
    ),
  );
}
