import { expect, test } from 'vitest';
import { createCodeBook } from '../../shared/codes/index.ts';
import { initialsOf } from './initials.ts';

test('the initials that the procurement catalogue brings are the ones a search would work out', () => {
  const entries = createCodeBook(2027).list('procurement');
  for (let place = 0; place < entries.length; place += 17) {
    const { name = '', initials } = entries[place] ?? {};
    expect(initials, name).toBe(initialsOf(name));
  }
});
