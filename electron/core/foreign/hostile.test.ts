import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { type Hostile, once, type Part, writeHostile } from './hostile.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'yusuan-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Audits a file in a process of its own. */
async function auditAlone(path: string): Promise<{ readonly said: string; readonly megabytes: number }> {
  const script = join(import.meta.dirname, 'audit-child.fixture.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, path]);
  return JSON.parse(stdout);
}

const sheet = (...rows: Part): Part => [['<worksheet><sheetData>', 1], ...rows, ['</sheetData></worksheet>', 1]];
const data = (text: string, times: number) => sheet([text, times]);
const manySheets = Array.from({ length: 400 }, (_, at) => `<sheet name="../../${at}" r:id="r1" xmlns:r="o"/>`).join('');

/** A process with nothing to do takes about 90; the worst of these was seen at 152. */
const MOST_MEGABYTES = 300;

const HOSTILE: Readonly<Record<string, readonly [Hostile, reason: string]>> = {
  'a sheet that unpacks to a gigabyte of blanks': [{ sheet: data(' '.repeat(1_000), 1_000_000) }, '文件内容已损坏'],
  'a sheet that unpacks to 600 MB of empty rows': [{ sheet: data('<row></row>', 55_000_000) }, '行号有误'],
  'a sheet of ten million cells': [
    { sheet: data(`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`, 100_000) },
    '有内容的单元格过多',
  ],
  'a sheet of ten million blank cells': [
    { sheet: data(`<row>${'<c s="1"/>'.repeat(100)}</row>`, 100_000) },
    '单元格过多',
  ],
  'ten sheets that are one and the same part of 100 MB': [
    {
      workbook: once(`<workbook xmlns:r="o"><sheets>${'<sheet name="a" r:id="r1"/>'.repeat(10)}</sheets></workbook>`),
      sheet: data(`<row r="1"><!--${'x'.repeat(1_000)}--></row>`, 100_000),
    },
    '解压后过大',
  ],
  'a million shared strings': [
    {
      strings: [
        ['<sst>', 1],
        ['<si><t>甲</t></si>', 1_000_000],
        ['</sst>', 1],
      ],
    },
    '文字过多',
  ],
  'shared strings of 100 MB': [
    {
      strings: [
        ['<sst>', 1],
        [`<si><t>${'甲'.repeat(10_000)}</t></si>`, 4_000],
        ['</sst>', 1],
      ],
    },
    '解压后过大',
  ],
  'one long string in a hundred thousand cells': [
    {
      strings: once(`<sst><si><t>${'甲'.repeat(30_000)}</t></si></sst>`),
      sheet: data('<row><c t="s"><v>0</v></c></row>', 100_000),
    },
    '单元格文字过长',
  ],
  'a cell of a million characters': [
    { sheet: data(`<row><c t="inlineStr"><is><t>${'甲'.repeat(200_000)}</t></is></c></row>`, 1) },
    '单元格文字过长',
  ],
  'a million merges': [
    {
      sheet: [
        ['<worksheet><sheetData/><mergeCells>', 1],
        ['<mergeCell ref="A1:B2"/>', 1_000_000],
        ['</mergeCells></worksheet>', 1],
      ],
    },
    '合并单元格过多',
  ],
  'a million styles': [
    {
      styles: [
        ['<styleSheet><cellXfs>', 1],
        ['<xf/>', 1_000_000],
        ['</cellXfs></styleSheet>', 1],
      ],
    },
    '单元格样式过多',
  ],
  'four hundred sheets': [{ workbook: once(`<workbook><sheets>${manySheets}</sheets></workbook>`) }, '工作表过多'],
  'entities that multiply': [
    {
      sheet: once(
        '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData>&c;</sheetData></worksheet>',
      ),
    },
    '不允许的定义',
  ],
  'an entity from outside': [
    { strings: once('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>') },
    '不允许的定义',
  ],
  'entities in a small part': [
    { workbook: once('<!DOCTYPE a [<!ENTITY b "b">]><workbook>&b;</workbook>') },
    '不允许的定义',
  ],
  'elements inside each other without end': [{ sheet: [['<a>', 1_000_000]] }, '已损坏'],
  'ever new names of elements': [
    { sheet: once(`<worksheet>${Array.from({ length: 20_000 }, (_, at) => `<e${at}/>`).join('')}</worksheet>`) },
    '已损坏',
  ],
  'a cell far outside of any sheet': [
    { sheet: data('<row r="9999999"><c r="ZZZZZ9999999"><v>1</v></c></row>', 1) },
    '行号有误',
  ],
  'a column beyond the last one': [{ sheet: data('<row r="1"><c r="XFE1"><v>1</v></c></row>', 1) }, '单元格地址有误'],
  'a merge that is upside down': [
    { sheet: once('<worksheet><mergeCells><mergeCell ref="B2:A1"/></mergeCells></worksheet>') },
    '合并单元格的地址有误',
  ],
};

describe('hostile workbooks', () => {
  for (const [name, [hostile, reason]] of Object.entries(HOSTILE)) {
    it(`${name}: refused with the reason, in bounded memory`, { timeout: 60_000 }, async () => {
      const path = join(folder, '来文.xlsx');
      await writeHostile(path, hostile);
      const { said, megabytes } = await auditAlone(path);
      expect(said).toContain(reason);
      expect(said).toContain('来文.xlsx');
      expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    });
  }

  it('a sheet whose only cell is its last one is read like any other', { timeout: 60_000 }, async () => {
    const path = join(folder, '远.xlsx');
    await writeHostile(path, { sheet: data('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 1) });
    const { said, megabytes } = await auditAlone(path);
    expect(said).toContain('"error"');
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  });

  it('400,000 cells of heads and titles are worked through in bounded memory', { timeout: 60_000 }, async () => {
    const path = join(folder, '满.xlsx');
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const heads = ['合计', '一般公共预算', '收入', '支出', '科目编码', '项目', '基本支出', '2025年'].map(cell).join('');
    const titles = `<row>${cell('2025年预算收支总表')}</row>`;
    await writeHostile(path, {
      sheet: sheet([`${titles}<row>${heads.repeat(4)}</row><row>${'<c><v>12.5</v></c>'.repeat(30)}</row>`, 6_000]),
    });
    const { said, megabytes } = await auditAlone(path);
    expect(said).toContain('"error"');
    expect(megabytes).toBeLessThan(MOST_MEGABYTES * 2);
  });

  it('a file that ends in its middle is refused wherever it ends', async () => {
    const path = join(folder, '整.xlsx');
    await writeHostile(path, { sheet: data('<row><c><v>1</v></c></row>', 1_000) });
    const whole = readFileSync(path);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = join(folder, '断.xlsx');
      writeFileSync(cut, whole.subarray(0, Math.floor(whole.length * share)));
      expect((await auditAlone(cut)).said).toContain('断.xlsx');
    }
  });
});
