import { expect, test } from 'vitest';
import { amountSentence, amountsSentence } from './amount-sentence.ts';

test('the amounts of one sentence are all said in the same unit', () => {
  const exact = amountsSentence(1_000_000, 1_100_000);
  expect([exact(1_000_000), exact(1_100_000), exact(100_000)]).toEqual(['1.00万元', '1.10万元', '0.10万元']);
  const odd = amountsSentence(13_623_063_779, 13_623_163_779);
  expect(odd(100_000)).toBe('1,000.00元');
  expect(odd(13_623_063_779)).toBe('136,230,637.79元');
  expect(amountSentence(100_000)).toBe('0.10万元');
});
