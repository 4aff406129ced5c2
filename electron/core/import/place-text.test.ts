import { describe, expect, it } from 'vitest';
import { placeText } from './place-text.ts';

describe('placeText', () => {
  it('counts records from one and calls fields by their labels', () => {
    expect(placeText('budgets[0].lines[12].amount')).toBe('第1个单位预算、第13条预算明细、金额');
    expect(placeText('budgets[1].goalSheets[0].indicators[2].level1')).toBe(
      '第2个单位预算、第1张绩效目标表、第3条绩效指标、一级指标',
    );
    expect(placeText('units[0].superior')).toBe('第1个单位、主管部门');
  });

  it('names a list as a whole and keeps what it does not know', () => {
    expect(placeText('budgets[0].lines')).toBe('第1个单位预算、预算明细列表');
    expect(placeText('budgets[0].lines[3].amuont')).toBe('第1个单位预算、第4条预算明细、amuont');
    expect(placeText('')).toBe('文件');
  });
});
