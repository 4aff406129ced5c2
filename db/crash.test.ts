import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inFolder, newBook, now } from './book.fixture.ts';
import { startChild } from './child-process.fixture.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';

/** How often the writer is killed, each time a little later after its first commit. */
const KILLS = 24;

test(
  'killing the writer at any moment loses no line it had reported as saved, and leaves a sound book',
  () =>
    inFolder(async (folder) => {
      const path = join(folder, '账.ysb');
      newBook(path).close();
      let saved = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const child = startChild('write', path);
        expect(await child.next()).toMatchObject({ readOnly: false });
        await child.next();
        const killing = sleep(kill * 0.7).then(() => child.kill());
        for (let said = await child.next(); typeof said === 'number'; said = await child.next()) saved = said;
        await killing;

        const book = openBook(path, { mode: 'write', user: '张三', now });
        const lines = listRows(book, 'line', 1);
        expect(lines.length).toBeGreaterThanOrEqual(saved);
        // Every line is whole, and each has its journal row.
        expect(lines.map(({ amount }) => amount)).toEqual(lines.map((_, at) => at + 1));
        expect(book.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(lines.length);
        expect(book.db.pragma('integrity_check', { simple: true })).toBe('ok');
        book.close();
        expect(readdirSync(folder)).toEqual(['账.ysb']);
      }
    }),
  120_000,
);

test('a reader of a book whose writer was killed takes back the half-written rest first', () =>
  inFolder(async (folder) => {
    const path = join(folder, '账.ysb');
    newBook(path).close();
    const child = startChild('write', path);
    for (let said = 0; said < 5; said += 1) await child.next();
    await child.kill();
    const book = openBook(path, { mode: 'read', user: '张三', now });
    expect(book.readOnly).toBe(true);
    expect(listRows(book, 'line', 1).length).toBeGreaterThanOrEqual(4);
    book.close();
  }));
