import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, delimitedRows } from './text-file.ts';

// 科目编码 in GB18030, as Excel in Chinese Windows saves a csv.
const GB18030 = new Uint8Array([0xbf, 0xc6, 0xc4, 0xbf, 0xb1, 0xe0, 0xc2, 0xeb]);

describe('decodeText', () => {
  it('reads UTF-8 with and without a mark, UTF-16 and GB18030', () => {
    const utf8 = new TextEncoder().encode('科目编码');
    expect(decodeText(utf8)).toBe('科目编码');
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('科目编码');
    const utf16 = [...'科目编码'].flatMap((character) => [
      character.charCodeAt(0) & 0xff,
      character.charCodeAt(0) >> 8,
    ]);
    expect(decodeText(new Uint8Array([0xff, 0xfe, ...utf16]))).toBe('科目编码');
    expect(decodeText(GB18030)).toBe('科目编码');
  });
});

describe('delimitedRows', () => {
  it('finds the separator by itself', () => {
    for (const separator of ['\t', ',', ';', '，']) {
      const text = `编码${separator}名称\r\n208${separator}社会保障\r\n`;
      expect(delimitedRows(text)).toEqual([
        ['编码', '名称'],
        ['208', '社会保障'],
      ]);
    }
  });

  it('keeps empty cells, blank lines and a last line without an end', () => {
    expect(delimitedRows('a,,\n\nb,c,')).toEqual([['a', '', ''], [''], ['b', 'c', '']]);
    expect(delimitedRows('')).toEqual([]);
  });

  it('takes a quote literally that more follows, or that is never closed', () => {
    expect(delimitedRows('"十四五"规划项目,100\n乙,200')).toEqual([
      ['"十四五"规划项目', '100'],
      ['乙', '200'],
    ]);
    expect(delimitedRows('甲,"未完\n乙,200')).toEqual([
      ['甲', '"未完'],
      ['乙', '200'],
    ]);
  });

  it('gives back whatever was quoted', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', '\n', '\r', ' ', '\t') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`));
        // A first line decides for tabs, whatever the cells hold.
        const text = [Array(90).fill('x').join('\t'), ...quoted.map((row) => row.join('\t'))].join('\r\n');
        expect(delimitedRows(text).slice(1)).toEqual(rows);
      }),
    );
  });
});
