import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FailureCode, FailureError } from '../../../../shared/api/failure.ts';
import { shownNumber } from '../../../../shared/foreign/number-format.ts';
import { IMPORT_LIMITS, type WorkbookLimits } from '../limits.ts';
import { dayText } from './cell-text.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SheetRow } from './sheet-rows.ts';
import { isDateFormat, PLAIN_STYLE, readCellStyles } from './styles.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: Zippable;
}

function archive({ sheet, strings = '<sst/>', styles = '<styleSheet/>', workbook, more = {} }: Parts): Uint8Array {
  const relationship = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  return zipSync({
    '_rels/.rels': strToU8(`<Relationships>${relationship('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': strToU8(
      workbook ??
        `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="明细" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relationship('r1', 'worksheet', 'worksheets/sheet1.xml')}${relationship('r2', 'sharedStrings', '/xl/strings.xml')}${relationship('r3', 'styles', '../xl/styles.xml')}</Relationships>`,
    ),
    'xl/strings.xml': strToU8(strings),
    'xl/styles.xml': strToU8(styles),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });
}

const data = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;

async function rowsOf(bytes: Uint8Array, limits?: WorkbookLimits): Promise<SheetRow[]> {
  const [sheet] = await readWorkbook(bytes, '来文.xlsx', limits);
  if (!sheet) throw new Error('no sheet');
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) rows.push(row);
  return rows;
}

async function refusal(work: Promise<unknown>, code: FailureCode = 'WRONG_FILE'): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, got ${String(error)}`);
  expect(error.failure.code).toBe(code);
  return error.message;
}

describe('readWorkbook', () => {
  it('reads shared strings, rich and inline text, numbers, truth values, errors and stored results of formulas', async () => {
    const bytes = archive({
      strings: '<sst><si><t>科目</t></si><si><r><t>合</t></r><r><t>计</t></r><rPh><t>heji</t></rPh></si></sst>',
      sheet: data(
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2"><v>12352.389999999999</v></c>' +
          '<c r="E2" t="inlineStr"><is><t> 内联 </t></is></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#REF!</v></c>' +
          '<c r="H2" t="str"><f>A1&amp;"x"</f><v>结果</v></c><c r="AB2"><f>1+1</f><v>2</v></c></row>',
      ),
    });
    const [row] = await rowsOf(bytes);
    expect(row?.number).toBe(2);
    expect(row?.cells.length).toBe(28);
    const texts = row?.cells.flatMap((cell) => (cell ? [`${cell.kind} ${cell.text}`] : []));
    expect(texts).toEqual([
      'text 科目',
      'text 合计',
      'number 12352.39',
      'text  内联 ',
      'boolean TRUE',
      'error #REF!',
      'text 结果',
      'number 2',
    ]);
  });

  it('reads cells and rows that carry no address, and names with a prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await rowsOf(archive({ sheet }));
    expect(rows.map((row) => [row.number, row.cells.map((cell) => cell?.text)])).toEqual([
      [1, ['1', '2']],
      [2, ['3']],
    ]);
  });

  it('reads days by the style of the cell, also in Chinese formats and in books that count from 1904', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const sheet = data(
      '<row r="1"><c r="A1" s="1"><v>45747</v></c><c r="B1" s="2"><v>45747.5</v></c><c r="C1"><v>45747</v></c></row>',
    );
    const [row] = await rowsOf(archive({ sheet, styles }));
    expect(row?.cells.map((cell) => cell?.text)).toEqual(['2025-03-31', '2025-03-31 12:00:00', '45747']);
    const workbook = `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`;
    const [old] = await rowsOf(archive({ sheet, styles, workbook }));
    expect(old?.cells[0]?.text).toBe('2029-04-01');
  });

  it('names hidden sheets as hidden and skips chart sheets', async () => {
    const workbook = `<workbook xmlns:q="${OFFICE}"><sheets><sheet name="显" q:id="r1"/><sheet name="隐" state="veryHidden" q:id="r1"/><sheet name="图" q:id="r2"/></sheets></workbook>`;
    const sheets = await readWorkbook(archive({ sheet: data(''), workbook }), '来文.xlsx');
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['显', false],
      ['隐', true],
    ]);
  });

  it('undoes the escape for characters that XML cannot hold', async () => {
    const sheet = data('<row r="1"><c r="A1" t="inlineStr"><is><t>甲_x000A_乙_x005F_x0041_</t></is></c></row>');
    const [row] = await rowsOf(archive({ sheet }));
    expect(row?.cells[0]?.text).toBe('甲\n乙_x0041_');
  });

  it('refuses other files by what they are', async () => {
    expect(await refusal(readWorkbook(strToU8('科目'), '来文.xlsx'))).toContain('不是压缩格式');
    expect(await refusal(readWorkbook(strToU8('<html>'), '来文.xls'))).toContain('网页');
    expect(await refusal(readWorkbook(strToU8('%PDF-1.7'), '来文.xlsx'))).toContain('PDF');
    const others = { 'word/document.xml': 'Word', 'xl/workbook.bin': '.xlsb', 'content.xml': '.ods' };
    for (const [entry, word] of Object.entries(others)) {
      expect(await refusal(readWorkbook(zipSync({ [entry]: strToU8('a') }), '来文.xlsx'))).toContain(word);
    }
    expect(await refusal(readWorkbook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), '旧.xls'))).toContain('另存为');
    expect(await refusal(readWorkbook(zipSync({ 'a.txt': strToU8('a') }), '别的.zip'))).toContain('缺少工作簿内容');
    expect(await refusal(readWorkbook(new Uint8Array(), '空.xlsx'))).toContain('空.xlsx');
  });

  it('refuses a file that unpacks beyond the limit, whatever its directory says', async () => {
    const bytes = archive({ sheet: data(' '.repeat(3_000_000)) });
    expect(bytes.length).toBeLessThan(10_000);
    const limits = { ...IMPORT_LIMITS, sheetBytes: 1_000_000 };
    expect(await refusal(rowsOf(bytes, limits), 'FILE_LIMIT')).toContain('解压后过大');
  });

  it('refuses entities, which could multiply without end', async () => {
    const sheet = '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData>&b;</sheetData></worksheet>';
    expect(await refusal(rowsOf(archive({ sheet })))).toContain('不允许的定义');
  });

  it('refuses a string number that the shared strings do not have', async () => {
    expect(await refusal(rowsOf(archive({ sheet: data('<row r="1"><c r="A1" t="s"><v>9</v></c></row>') })))).toContain(
      '已损坏',
    );
  });

  it('answers damage anywhere in the file with a refusal or with the very same rows, never with others', async () => {
    const cells = Array.from({ length: 50 }, (_, index) => `<row><c><v>${index * 37}.25</v></c></row>`).join('');
    const whole = archive({ sheet: data(cells) });
    const rows = await rowsOf(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = whole.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const result = await rowsOf(damaged).catch((error: unknown) => error);
        if (Array.isArray(result)) expect(result).toEqual(rows);
        else expect(result).toBeInstanceOf(FailureError);
      }),
      { numRuns: 300 },
    );
  });
});

describe('dayText', () => {
  it('follows Excel through the leap day that never was', () => {
    expect(['1', '59', '60', '61'].map((serial) => dayText(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
    ]);
  });

  it('reads times of day and refuses what is no day', () => {
    expect(dayText('0.354166666666667', false)).toBe('08:30:00');
    expect(dayText('45747.999999', false)).toBe('2025-04-01');
    expect(dayText('-1', false)).toBeNull();
    expect(dayText('3000000', false)).toBeNull();
  });
});

describe('isDateFormat', () => {
  it('sees days and times, not colours, text in quotes or plain numbers', () => {
    for (const code of ['yyyy/m/d', '[$-804]yyyy"年"', '[h]:mm', 'mm:ss']) expect(isDateFormat(code)).toBe(true);
    for (const code of ['General', '#,##0.00_ ', '[Red]0.00', '0"元/day"', '\\d0', ''])
      expect(isDateFormat(code)).toBe(false);
  });
});

describe('the styles of cells', () => {
  const stylesOf = (...ids: readonly (number | string)[]) =>
    readCellStyles(
      pieces(`<styleSheet><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`),
      10,
    );

  it('know the formats that files name by number only, with and without ¥', async () => {
    const shown = (await stylesOf(4, 7, 43, 44)).map(({ format }) => shownNumber('12345.678', format).text);
    expect(shown).toEqual(Array(4).fill('12,345.68'));
    expect((await stylesOf(14, 44)).map(({ date }) => date)).toEqual([true, false]);
  });

  it('are plain where a format is named that nobody knows', async () => {
    expect(await stylesOf(200, 'constructor', 'toString')).toEqual(Array(3).fill(PLAIN_STYLE));
  });
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield strToU8(text);
}
