import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inBook, line, save } from '../../../db/book.fixture.ts';
import type { CoreEvent } from '../../../shared/api/events.ts';
import { createBackupKeeper } from './keeper.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

function keeperIn(folder: string) {
  const events: CoreEvent[] = [];
  let minute = 0;
  const keeper = createBackupKeeper({
    emit: (event) => void events.push(event),
    // After the file's own times, which the system sets.
    now: () => {
      minute += 1;
      return new Date(2126, 0, 1, 8, minute);
    },
    dataFolder: join(folder, '程序'),
  });
  return { keeper, events };
}

/** Lets the copying, which takes turns of the real event loop, come to its end. */
const settled = (done: () => boolean) => vi.waitUntil(done, { timeout: 5_000, interval: 5 });

test('a book is copied soon after opening, then once for the changes of ten minutes, and not without any', () =>
  inBook(async (book, folder) => {
    const { keeper, events } = keeperIn(folder);
    const reasons = () => keeper.list(book.path).map(({ reason }) => reason);
    keeper.watch(book);
    vi.advanceTimersByTime(5_000);
    await settled(() => reasons().length === 1);
    expect(reasons()).toEqual(['打开时']);
    vi.advanceTimersByTime(3_600_000);
    save(book, 'line', 1, [line({})]);
    keeper.changed();
    keeper.changed();
    vi.advanceTimersByTime(9 * 60_000);
    expect(reasons()).toEqual(['打开时']);
    vi.advanceTimersByTime(60_000);
    await settled(() => reasons().length === 2);
    expect(reasons()).toEqual(['自动', '打开时']);
    keeper.leave();
    keeper.watch(book);
    vi.advanceTimersByTime(3_600_000);
    expect(reasons()).toHaveLength(2);
    expect(events).toEqual([]);
  }));

test('where the book’s folder takes none, the copy goes to the program’s own folder and is listed all the same', () =>
  inBook(async (book, folder) => {
    writeFileSync(join(folder, '备份'), 'a file is in the way');
    const { keeper, events } = keeperIn(folder);
    await keeper.make(book, '自动');
    expect(readdirSync(join(folder, '程序', '备份'))).toHaveLength(1);
    expect(keeper.list(book.path)).toHaveLength(1);
    expect(events).toEqual([]);
  }));
