import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundDecimal, shiftDecimal, shownNumber } from './number-format.ts';

const ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';

describe('shownNumber', () => {
  it.each([
    ['12352.385', '0.00', '12352.39'],
    ['12352.385', '#,##0.00_ ', '12,352.39'],
    ['1234567', '#,##0', '1,234,567'],
    ['0', '#,##0.00', '0.00'],
    ['0', ACCOUNTING, '-'],
    ['-1234.5', ACCOUNTING, '-1,234.50'],
    ['1234.5', ACCOUNTING, '1,234.50'],
    ['-3', '0.00_);(0.00)', '(3.00)'],
    ['-3', '0.00;[Red]0.00', '3.00'],
    ['0', '0.00;-0.00;', ''],
    ['0', '0.00;-0.00;;@', ''],
    ['0.1234', '0.00%', '12.34%'],
    ['123523900', '0.00,', '123523.90'],
    ['1.5', '0.##', '1.5'],
    ['2', '0.##', '2'],
    ['12352.39', 'General', '12352.39'],
    ['12352.39', '', '12352.39'],
    ['12.5', '0.00"万元"', '12.50'],
    ['-0.001', '0.00', '0.00'],
  ])('shows %s under %j as %s', (value, format, text) => {
    expect(shownNumber(value, format).text).toBe(text);
  });

  it('shows nothing where a section is empty', () => {
    expect(['1', '-12.345', '0'].map((value) => shownNumber(value, '0.00;;').text)).toEqual(['1.00', '', '']);
  });

  it('says how many decimals a format fixes, and how much smaller its figures are', () => {
    expect(shownNumber('1', '0.0')).toMatchObject({ decimals: 1, scale: 0 });
    expect(shownNumber('1', 'General')).toMatchObject({ decimals: null, scale: 0 });
    expect(shownNumber('1', '#,##0.00,')).toMatchObject({ decimals: 2, scale: 3 });
  });

  it('rounds and shifts as whole numbers do', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 0, max: 6 }), (value, places) => {
        expect(shiftDecimal(shiftDecimal(String(value), -places), places).replace(/\.0*$/, '')).toBe(String(value));
        const tenths = roundDecimal(`${Math.trunc(value / 10)}.${value % 10}`, 0);
        expect(tenths).toBe(String(Math.trunc((value + 5) / 10)));
      }),
    );
  });
});
