import { describe, expect, it } from 'vitest';
import { checkCallInput, type InputFields } from './input.ts';

const declared = {
  name: { kind: 'text', label: '名称', maxLength: 5 },
  note: { kind: 'text', label: '说明', maxLength: 5, optional: true },
  ids: { kind: 'list', label: '编号', of: { kind: 'integer', label: '编号', min: 1, max: 9 } },
  parts: {
    kind: 'records',
    label: '部分',
    of: {
      id: { kind: 'integer', label: '编号', min: 1, max: 9 },
      amount: { kind: 'fen', label: '金额', optional: true },
    },
  },
} as const satisfies InputFields;

const whole = { name: '甲', ids: [1, 2], parts: [{ id: 3, amount: 5 }] };

function problems(raw: unknown): readonly (readonly [string, string])[] {
  const checked = checkCallInput(declared, raw);
  return checked.ok ? [] : checked.problems.map(({ field, reason }) => [field, reason]);
}

describe('the input of a call', () => {
  it('is taken with its lists; what is optional and absent is null, in records too', () => {
    expect(checkCallInput(declared, { ...whole, parts: [{ id: 3 }] })).toEqual({
      ok: true,
      value: { name: '甲', note: null, ids: [1, 2], parts: [{ id: 3, amount: null }] },
    });
    expect(checkCallInput(declared, { ...whole, ids: [], parts: [] }).ok).toBe(true);
  });

  it('is refused with the place in the list and the cause', () => {
    expect(problems({ ...whole, ids: [1, 10] })).toEqual([['ids[1]', '“编号”应在1到9之间。']]);
    expect(problems({ ...whole, parts: [{ id: 3 }, { id: 4, amount: -1 }] })).toEqual([
      ['parts[1].amount', '“部分”第2项：“金额”不能是负数。'],
    ]);
    expect(problems({ ...whole, parts: [{ id: 3, colour: 1 }] })).toEqual([
      ['parts[0].colour', '“部分”第1项：没有“colour”这个字段。'],
    ]);
    expect(problems({ ...whole, parts: [null] })).toEqual([['parts[0].', '“部分”第1项：收到的内容不是一条记录。']]);
  });

  it('is refused when a list is none, and when a key is unknown or missing', () => {
    for (const ids of [undefined, null, 'x', { length: 1 }]) {
      expect(problems({ ...whole, ids })).toEqual([['ids', '“编号”应为一组内容。']]);
    }
    expect(problems({ ...whole, path: '/etc' })).toEqual([['path', '没有“path”这个字段。']]);
    expect(problems({ ids: [], parts: [] })).toEqual([['name', '缺少“名称”。']]);
  });

  it('is refused when it is no record, whatever it holds', () => {
    for (const raw of [null, 'x', 7, [whole]]) expect(problems(raw)[0]).toEqual(['', '收到的内容不是一条记录。']);
  });
});
