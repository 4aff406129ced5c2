import { describe, expect, test } from 'vitest';
import type { Values } from '../../shared/intake/values.ts';
import { purchaseFollow } from './follow.ts';

const NAMES: Readonly<Record<string, string>> = { A02010105: '台式计算机', C21040000: '物业管理服务' };
const follow = purchaseFollow((code) => NAMES[String(code)] ?? null);
const changed = (field: string, before: Values, change: Values) => follow(field, before, { ...before, ...change });

describe('a 品目', () => {
  test('brings its category and, where none is written, its name', () => {
    expect(changed('catalogueCode', { name: null }, { catalogueCode: 'A02010105' })).toEqual({
      category: 'goods',
      name: '台式计算机',
    });
    expect(changed('catalogueCode', { name: '教学用机' }, { catalogueCode: 'C21040000' })).toEqual({
      category: 'services',
    });
  });

  test('takes the name it brought along when it is changed', () => {
    const before = { catalogueCode: 'A02010105', name: '台式计算机' };
    expect(changed('catalogueCode', before, { catalogueCode: 'C21040000' })).toMatchObject({ name: '物业管理服务' });
  });

  test('that is taken out changes nothing else', () => {
    const before = { catalogueCode: 'A02010105', name: '台式计算机', category: 'goods' };
    expect(changed('catalogueCode', before, { catalogueCode: null })).toEqual({});
  });
});

describe('an amount', () => {
  const row = { quantity: '3', unitPrice: 400_000, amount: null };

  test('is quantity times price until another one is written', () => {
    expect(changed('unitPrice', { ...row, unitPrice: null }, { unitPrice: 400_000 })).toEqual({ amount: 1_200_000 });
    expect(changed('quantity', { ...row, amount: 1_200_000 }, { quantity: '2.5' })).toEqual({ amount: 1_000_000 });
    expect(changed('quantity', { ...row, amount: 999 }, { quantity: '2.5' })).toEqual({});
  });

  test('is left alone while one of the two is missing', () => {
    expect(changed('quantity', { ...row, unitPrice: null }, { quantity: '4' })).toEqual({});
    expect(changed('name', row, { name: '护栏' })).toEqual({});
  });
});
