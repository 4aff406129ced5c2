import { expect, test } from 'vitest';
import { line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, inCore, listed } from '../core.fixture.ts';

test('of a block that lay ready, the first place and the distance tell where each of its rows stands', () =>
  inCore(async (core) => {
    await createBook(core);
    await add(core, 'line', 1, [line({ amount: fen(100) })]);
    for (const count of [1, 2, 40]) {
      const before = (await listed(core, 'line', 1)).length;
      const block = Array.from({ length: count }, (_, at) => line({ amount: fen(at + 1), note: `第${at}行` }));
      const { prepared, ...told } = await core.call('line.prepare', { parentId: 1, save: block });
      const taken = await core.call('rows.applyPrepared', { prepared, label: `粘贴 ${count} 行` });
      if (taken === null) return expect.fail();
      const { first, distance, state } = taken;
      expect(told).toEqual({ first, distance: count === 1 ? told.distance : distance });
      expect(state.undo).toBe(`粘贴 ${count} 行`);
      expect((await listed(core, 'line', 1)).slice(before)).toMatchObject(
        block.map(({ amount, note }, at) => {
          return {
            id: first.id + at,
            revision: first.revision,
            position: first.position + at * distance,
            amount,
            note,
          };
        }),
      );
      expect(await core.call('rows.applyPrepared', { prepared, label: '再一次' })).toBeNull();
    }
  }));
