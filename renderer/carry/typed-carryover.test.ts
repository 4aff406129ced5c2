import { expect, test } from 'vitest';
import { fen } from '../../shared/money/fen.ts';
import { readCarryover } from './typed-carryover.ts';

const line = {
  lineId: 1,
  revision: 1,
  projectId: null,
  fund: 'generalPublic',
  origin: 'current',
  functional: null,
  deptEconomic: null,
  note: null,
  amount: fen(123_456_700),
} as const;

test('nothing typed carries nothing over, an amount is in 元, and more than the line is refused with its amount', () => {
  expect(readCarryover('', line)).toEqual({ ok: true, amount: 0 });
  expect(readCarryover('1,234,567', line)).toEqual({ ok: true, amount: 123_456_700 });
  expect(readCarryover('1234567.01', line)).toEqual({ ok: false, reason: '最多结转 1,234,567.00 元。' });
  expect(readCarryover('-1', line)).toEqual({ ok: false, reason: '结转金额不能是负数。' });
  expect(readCarryover('约一百', line).ok).toBe(false);
});
