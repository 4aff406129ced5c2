import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outdated } from './rotation.ts';

const backup = (at: string, reason = '自动') => ({ at: new Date(at), reason });

describe('outdated', () => {
  test('the ten newest stay, and of older ones the last of its day', () => {
    const today = Array.from({ length: 12 }, (_, hour) => backup(`2026-11-25T${String(8 + hour).padStart(2, '0')}:00`));
    const yesterday = [backup('2026-11-24T09:00'), backup('2026-11-24T17:00')];
    expect(outdated([...today, ...yesterday])).toEqual([today[1], today[0], yesterday[0]]);
  });

  test('of fifteen days the fifteenth goes when its month has a newer one', () => {
    const days = Array.from({ length: 15 }, (_, day) => backup(`2026-11-${String(25 - day).padStart(2, '0')}T12:00`));
    expect(outdated(days)).toEqual([days[14]]);
  });

  test('of thirteen months the oldest goes', () => {
    const months = Array.from({ length: 13 }, (_, ago) => backup(new Date(2026, 10 - ago, 3, 12).toISOString()));
    expect(outdated(months)).toEqual([]);
    const more = Array.from({ length: 15 }, (_, ago) => backup(new Date(2026, 10 - ago, 3, 12).toISOString()));
    expect(outdated(more)).toEqual([more[14]]);
  });

  test('what the user named stays', () => {
    const own = Array.from({ length: 40 }, (_, minute) =>
      backup(`2026-11-25T08:${String(minute).padStart(2, '0')}`, '手工'),
    );
    expect(outdated(own)).toEqual([]);
  });

  test('removing the outdated ones leaves nothing outdated, and never the newest', () => {
    const backups = fc.array(
      fc.record({
        at: fc.date({ min: new Date(2024, 0), max: new Date(2026, 11), noInvalidDate: true }),
        reason: fc.constantFrom('自动', '导入前', '手工'),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(backups, (all) => {
        const gone = new Set(outdated(all));
        const left = all.filter((each) => !gone.has(each));
        expect(outdated(left)).toEqual([]);
        const newest = Math.max(...all.map(({ at }) => at.getTime()));
        expect([...gone].every(({ at }) => at.getTime() <= newest)).toBe(true);
        expect(all.length === 0 || left.some(({ at }) => at.getTime() === newest)).toBe(true);
      }),
    );
  });
});
