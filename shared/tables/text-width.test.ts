import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCount, textWidth, widestRun } from './text-width.ts';

describe('textWidth', () => {
  it('counts ideographs and full-width marks twice, Latin letters and digits once', () => {
    expect(textWidth('2025年')).toBe(6);
    expect(textWidth('（不含）')).toBe(8);
    expect(textWidth('12,352.39')).toBe(9);
  });

  it('counts Chinese quotes and circled numbers as the caller says', () => {
    expect(textWidth('“三公”①')).toBe(10);
    expect(textWidth('“三公”①', 1)).toBe(7);
  });

  it('counts rare ideographs outside the first plane twice and combining marks not at all', () => {
    expect(textWidth('𠮷')).toBe(2);
    expect(textWidth('e\u0301')).toBe(1);
  });
});

describe('lineCount', () => {
  it('breaks Chinese between any two ideographs', () => {
    expect(lineCount('国有资本经营预算', 16)).toBe(1);
    expect(lineCount('国有资本经营预算', 15)).toBe(2);
  });

  it('keeps a number whole and takes it to the next line', () => {
    expect(lineCount('项目费用2022-2023', 16)).toBe(2);
    expect(lineCount('费用2022-2023', 16)).toBe(1);
  });

  it('does not begin a line with a closing mark', () => {
    expect(lineCount('（一二三）', 9)).toBe(2);
    expect(lineCount('一二三四。', 8)).toBe(2);
  });

  it('divides a run that is wider than the line', () => {
    expect(lineCount('A'.repeat(25), 10)).toBe(3);
  });

  it('counts the lines the text itself begins', () => {
    expect(lineCount('一\n二\n三', 40)).toBe(3);
    expect(lineCount('', 40)).toBe(1);
  });

  it('never counts fewer lines than the width needs, nor more in a wider column', () => {
    const text = fc.string({ unit: fc.constantFrom('中', '（', '）', '，', '1', 'a', ' ', '“', '.'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (value, capacity) => {
        const lines = lineCount(value, capacity);
        expect(lines * capacity).toBeGreaterThanOrEqual(textWidth(value.trim()));
        expect(lineCount(value, 1000)).toBeLessThanOrEqual(lines);
      }),
    );
  });
});

describe('widestRun', () => {
  it('is the widest part that must not be broken', () => {
    expect(widestRun('费用2022-2023年')).toBe(9);
    expect(widestRun('')).toBe(0);
  });
});
