import { expect, test } from 'vitest';
import { codeChoices } from './choices.ts';
import { matchChoices } from './match-choices.ts';

const INITIALS: Readonly<Record<string, string>> = {
  办公费: 'bgf',
  印刷费: 'ysf',
  办公设备购置: 'bgsbgz',
  其他商品和服务支出: 'qtsphfwzc',
};
const { choices } = codeChoices(
  [
    { code: '30201', name: '办公费', path: '商品和服务支出 / 办公费', mark: 'O' },
    { code: '30202', name: '印刷费', path: '商品和服务支出 / 印刷费', mark: 'O' },
    { code: '31002', name: '办公设备购置', path: '资本性支出 / 办公设备购置', mark: 'O' },
    { code: '30299', name: '其他商品和服务支出', path: '商品和服务支出 / 其他商品和服务支出', mark: 'O' },
  ],
  [5],
  (name) => INITIALS[name] ?? '',
);
const codes = (typed: string, recent: readonly string[] = []) =>
  matchChoices(choices, typed, recent, 10).map((choice) => choice.code);

test('codes are found by the beginning of their number', () => {
  expect(codes('302')).toEqual(['30201', '30202', '30299']);
});
test('by name, and by a part of it', () => {
  expect(codes('办公')).toEqual(['30201', '31002']);
  expect(codes('设备')).toEqual(['31002']);
});
test('by pinyin initials, in either case', () => {
  expect(codes('bgf')[0]).toBe('30201');
  expect(codes('BGSB')).toEqual(['31002']);
});
test('by the name of the class above them', () => {
  expect(codes('资本性')).toEqual(['31002']);
});
test('those used lately come first among equals', () => {
  expect(codes('', ['30299', '31002']).slice(0, 2)).toEqual(['30299', '31002']);
  expect(codes('办公', ['31002'])).toEqual(['31002', '30201']);
});
