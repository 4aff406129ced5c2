import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetLine } from '../entities/budget-line.ts';
import { procurementItem } from '../entities/procurement-item.ts';
import { unit } from '../entities/unit.ts';
import { checkDraft, checkFields } from './check.ts';
import { isCalendarDay } from './field-check.ts';
import type { Fields } from './shape.ts';

const line = {
  side: 'expenditure',
  origin: 'current',
  fund: 'generalPublic',
  functional: '2120501',
  revenue: null,
  nature: 'project',
  deptEconomic: null,
  govEconomic: null,
  use: null,
  projectId: 3,
  amount: 123_456,
  note: null,
};
const draft = { id: null, revision: null, position: null, ...line };

function reasons(fields: Fields, raw: unknown): Record<string, string> {
  const checked = checkFields(fields, raw);
  return checked.ok ? {} : Object.fromEntries(checked.problems.map(({ field, reason }) => [field, reason]));
}

describe('checkFields', () => {
  it('gives back an equal record that is not the one it was given', () => {
    const checked = checkFields(budgetLine.fields, line);
    expect(checked).toEqual({ ok: true, value: line });
    expect(checked.ok && checked.value).not.toBe(line);
  });

  it('refuses what is not a record', () => {
    for (const raw of [null, undefined, 3, 'x', [line], () => line])
      expect(checkFields(unit.fields, raw).ok).toBe(false);
  });

  it('refuses keys the list does not declare, also __proto__', () => {
    expect(reasons(budgetLine.fields, { ...line, extra: 1 })).toEqual({ extra: '没有“extra”这个字段。' });
    const raw: unknown = JSON.parse(`{"__proto__": {"polluted": true}, ${JSON.stringify(line).slice(1)}`);
    expect(reasons(budgetLine.fields, raw)).toHaveProperty(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('looks at own keys only, so that inherited values do not count', () => {
    expect(reasons(budgetLine.fields, Object.create(line))).toHaveProperty('amount', '缺少“金额”。');
  });

  it('refuses an absent key unless absent optional keys are said to be null', () => {
    const { note: _, ...rest } = line;
    expect(reasons(budgetLine.fields, rest)).toEqual({ note: '缺少“说明”。' });
    expect(checkFields(budgetLine.fields, rest, { absent: 'null' })).toEqual({ ok: true, value: line });
    const { amount: __, ...without } = line;
    expect(checkFields(budgetLine.fields, without, { absent: 'null' }).ok).toBe(false);
  });

  it('names every problem in the order of the list', () => {
    const raw = { ...line, side: 'both', functional: '21205', amount: -1, projectId: 0 };
    expect(reasons(budgetLine.fields, raw)).toEqual({
      side: '“收支”只能是“收入”“支出”“年终结转”之一。',
      functional: '“功能分类科目”应为7位数字，“21205”是5位。',
      projectId: '“项目”没有指向有效的记录。',
      amount: '“金额”不能是负数。',
    });
  });

  it('takes amounts as safe integers only', () => {
    for (const amount of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '12', 12n]) {
      expect(reasons(budgetLine.fields, { ...line, amount })).toEqual({ amount: '“金额”不是精确到分的金额。' });
    }
    expect(checkFields(budgetLine.fields, { ...line, amount: Number.MAX_SAFE_INTEGER }).ok).toBe(true);
  });

  it('turns minus zero into zero', () => {
    const checked = checkFields(budgetLine.fields, { ...line, amount: -0 });
    expect(checked.ok && Object.is(checked.value.amount, 0)).toBe(true);
  });

  it('keeps text as typed but for what cannot be stored', () => {
    const kept = '  前后有空格，换行\n与表情🙂 ';
    const checked = checkFields(budgetLine.fields, { ...line, note: kept });
    expect(checked.ok && checked.value.note).toBe(kept);
    for (const note of ['a\0b', '\uD83D', '\uDE00x'])
      expect(reasons(budgetLine.fields, { ...line, note })).toHaveProperty('note');
  });

  it('counts characters, not UTF-16 units', () => {
    expect(checkFields(budgetLine.fields, { ...line, note: '🙂'.repeat(500) }).ok).toBe(true);
    expect(reasons(budgetLine.fields, { ...line, note: '字'.repeat(501) })).toEqual({
      note: '“说明”最多500个字，现有501个字。',
    });
  });

  it('asks for a required text that is blank', () => {
    const raw = { code: '044', name: ' 　', superiorId: null, level: 'county', kind: 'institution', region: null };
    expect(reasons(unit.fields, raw)).toEqual({ name: '请填写“单位名称”。' });
  });

  it('takes codes of digits only', () => {
    expect(reasons(budgetLine.fields, { ...line, functional: '212050１' })).toEqual({
      functional: '“功能分类科目”应为7位数字，“212050１”里有不是数字的字符。',
    });
  });

  it('takes decimal numbers in one spelling only', () => {
    const item = { quantity: { ...procurementItem.fields.quantity } };
    for (const quantity of ['0', '12', '0.5', '1234.5678']) expect(checkFields(item, { quantity }).ok).toBe(true);
    for (const quantity of ['-1', '1.50', '01', '.5', '1.', '1e3', '0.12345', '', 5]) {
      expect(checkFields(item, { quantity }).ok).toBe(false);
    }
  });
});

describe('isCalendarDay', () => {
  it('agrees with the calendar for every day text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2200 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
          const date = new Date(Date.UTC(y, m - 1, d));
          expect(isCalendarDay(text)).toBe(date.toISOString().startsWith(text));
        },
      ),
    );
  });

  it('refuses other spellings', () => {
    for (const text of ['2025-1-1', '2025/01/01', '20250101', '2025-01-01T00:00', '0000-01-01'])
      expect(isCalendarDay(text)).toBe(false);
  });
});

describe('checkDraft', () => {
  it('takes a new row without id and revision and an old one with both', () => {
    expect(checkDraft(budgetLine, draft)).toEqual({ ok: true, value: draft });
    expect(checkDraft(budgetLine, { ...draft, id: 7, revision: 2, position: 0 }).ok).toBe(true);
  });

  it('refuses an id without a revision and a revision without an id', () => {
    expect(checkDraft(budgetLine, { ...draft, id: 7 }).ok).toBe(false);
    expect(checkDraft(budgetLine, { ...draft, revision: 1 }).ok).toBe(false);
  });
});
