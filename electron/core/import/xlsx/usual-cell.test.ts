import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SheetRow, streamRows } from './sheet-rows.ts';
import { UsualCell } from './usual-cell.ts';

const read = (text: string, less = 0) => {
  const cell = new UsualCell();
  const end = cell.read(Buffer.from(text), less);
  return { end, ...cell };
};

describe('UsualCell', () => {
  it('reads a shared text and a number with its style', () => {
    expect(read('<c r="AB12" t="s"><v>17</v></c>')).toMatchObject({ end: 31, column: 27, style: 0, shared: 17 });
    const number = '<v>1</v><c r="A1" s="3"><v>-1.5E3</v></c>';
    const { from, to, ...cell } = read(number, 8);
    expect(cell).toMatchObject({ end: number.length, column: 0, style: 3, shared: -1 });
    expect(number.slice(from, to)).toBe('-1.5E3');
  });

  it.each([
    '<c r="A1" t="s"><v>17</v></c',
    '<c r="A1"/>',
    '<c r="A1" s="1"/>',
    '<c r="A1" t="str"><v>17</v></c>',
    '<c r="A1" t="s" s="1"><v>17</v></c>',
    '<c r="A1" t="s"><v></v></c>',
    '<c r="A1" t="s"><v>-1</v></c>',
    '<c r="A1" t="s"><v>1234567890</v></c>',
    '<c r="A1"><v> 1 </v></c>',
    '<c r="A1"><f>B1</f><v>1</v></c>',
    '<c r="A1"><v>1</v ></c>',
    '<c r="1"><v>1</v></c>',
    '<c r="ABCD1"><v>1</v></c>',
    '<c r="A1" s=""><v>1</v></c>',
    '<cols r="A1"><v>1</v></c>',
  ])('leaves %s to the reader of tags', (text) => {
    expect(read(text).end).toBe(0);
  });
});

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The rows, or what is wrong with them. */
async function rowsOf(xml: string, size: number): Promise<readonly SheetRow[] | string> {
  const context = { strings: ['甲', '', '乙'], dateStyles: [false, true], date1904: false };
  const rows: SheetRow[] = [];
  try {
    for await (const batch of streamRows(inPieces(Buffer.from(xml), size), context)) rows.push(...batch);
  } catch (error) {
    return String(error);
  }
  return rows;
}

const cell = fc
  .record({
    column: fc.constantFrom('A', 'C', 'Z', 'AA', 'XFD', 'XFE', 'ZZZ', 'a', ''),
    style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="7"'),
    type: fc.constantFrom('', ' t="s"', ' t="n"', ' t="str"', ' t="b"'),
    value: fc.constantFrom('0', '1', '2', '9', '45000', '-0.5', '1E3', '1.20', '--1', '', ' 1', '甲'),
    with: fc.constantFrom('', '<f>A1</f>'),
  })
  .map((each) => `<c r="${each.column}3"${each.style}${each.type}>${each.with}<v>${each.value}</v></c>`);

describe('streamRows', () => {
  it('reads usual cells as it reads the same cells written otherwise, wherever the pieces end', async () => {
    const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 60 }), async (cells, size) => {
        const inside = cells.map((row) => `<row>${row.join('')}</row>`).join('');
        const otherwise = inside.replaceAll('<c ', '<c  ');
        const sheet = (text: string) => `<worksheet><sheetData>${text}</sheetData></worksheet>`;
        expect(await rowsOf(sheet(inside), size)).toEqual(await rowsOf(sheet(otherwise), size));
      }),
      { numRuns: 300 },
    );
  });

  it('takes no cell outside of a sheet', async () => {
    expect(await rowsOf('<c r="A1"><v>1</v></c><worksheet></worksheet>', 100)).toMatch('已损坏');
  });
});
