import { expect, test } from 'vitest';
import { fits, roomIn } from './fits.ts';

test('amounts and codes with their names fit where they are seen whole, and what is longer does not', () => {
  const amount = roomIn(132);
  expect(fits('136,235,737.79', amount)).toBe(true);
  expect(fits('9,136,235,737.79', amount)).toBe(false);
  const name = roomIn(172);
  expect(fits('30201 办公费', name)).toBe(true);
  expect(fits('2120501 城乡社区环境卫生', name)).toBe(false);
  expect(fits('', roomIn(17))).toBe(true);
  expect(fits('长'.repeat(5_000), name)).toBe(false);
});

test('a column has another room only when it is wider or narrower by half a character', () => {
  expect(roomIn(17 + 70)).toBe(5);
  expect(roomIn(17 + 76)).toBe(5);
  expect(roomIn(17 + 77)).toBe(5.5);
});
