import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inBook, line, save } from '../../../db/book.fixture.ts';
import { writeSetting } from '../../../db/settings.ts';
import type { CoreEvent } from '../../../shared/api/events.ts';
import { BACKUP_PAUSE, minutesOf } from '../../../shared/api/pauses.ts';
import { createBackupKeeper } from './keeper.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

function keeperIn(folder: string, brief = false) {
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
    brief,
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

test('the user says after how many minutes of change, and what is no choice counts as the usual ten', () =>
  inBook(async (book, folder) => {
    const { keeper } = keeperIn(folder);
    const copies = () => keeper.list(book.path).length;
    writeSetting(book, BACKUP_PAUSE.key, '2');
    keeper.watch(book);
    vi.advanceTimersByTime(5_000);
    await settled(() => copies() === 1);
    keeper.changed();
    vi.advanceTimersByTime(2 * 60_000);
    await settled(() => copies() === 2);
    expect(minutesOf(BACKUP_PAUSE, '0')).toBe(10);
    expect(minutesOf(BACKUP_PAUSE, null)).toBe(10);
  }));

test('a command that ends by itself leaves no folder beside the book, however long it takes', () =>
  inBook((book, folder) => {
    const { keeper } = keeperIn(folder, true);
    keeper.watch(book);
    keeper.changed();
    vi.advanceTimersByTime(3_600_000);
    expect(readdirSync(folder)).not.toContain('备份');
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
