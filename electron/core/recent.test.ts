import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRecent } from './recent.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute));

function inFolder(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-recent-'));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a book opened again moves to the front, and only the last twelve are kept', () =>
  inFolder((folder) => {
    const recent = createRecent(join(folder, 'data'));
    for (let minute = 0; minute < 15; minute += 1) recent.add(join(folder, `${minute}.ysb`), at(minute));
    recent.add(join(folder, '5.ysb'), at(20));
    const names = createRecent(join(folder, 'data'))
      .list()
      .map(({ name }) => name);
    expect(names).toHaveLength(12);
    expect(names.slice(0, 3)).toEqual(['5.ysb', '14.ysb', '13.ysb']);
  }));

test('a list that is damaged or cannot be kept is empty, and nothing fails', () =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'recent.json'), '{"no');
    expect(createRecent(folder).list()).toEqual([]);
    writeFileSync(join(folder, 'recent.json'), '[1, {"path": 2}, null]');
    expect(createRecent(folder).list()).toEqual([]);
    const blocked = createRecent(join(folder, 'recent.json'));
    blocked.add('/x.ysb', at(0));
    expect(blocked.list()).toEqual([]);
  }));
