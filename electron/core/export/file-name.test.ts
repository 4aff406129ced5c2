import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileName, withExtension } from './file-name.ts';

describe('fileName', () => {
  it('keeps Chinese and drops what Windows refuses', () => {
    expect(fileName('环卫中心2025年预算公开表', 'xlsx')).toBe('环卫中心2025年预算公开表.xlsx');
    expect(fileName('甲/乙\\丙:丁*"？<>|\n', 'xlsx')).toBe('甲乙丙丁？.xlsx');
    expect(fileName('甲. . ', 'json')).toBe('甲.json');
    expect(fileName('///', 'json')).toBe('导出.json');
  });

  it('shortens long names in the middle, without halving a character', () => {
    expect(fileName('𠮷'.repeat(200), 'xlsx')).toBe(`${'𠮷'.repeat(32)}…${'𠮷'.repeat(24)}.xlsx`);
    const unit = '县人民政府机关事务管理与公共资源交易服务中心'.repeat(4);
    const names = ['2025年预算公开表', '2026年预算公开表', '2026年审核结果'].map((words) =>
      fileName(`${unit}${words}`, 'xlsx'),
    );
    expect(names.map((name) => name.slice(-16))).toEqual([
      '心2025年预算公开表.xlsx',
      '心2026年预算公开表.xlsx',
      '中心2026年审核结果.xlsx',
    ]);
    for (const name of names) expect(name.startsWith('县人民政府机关')).toBe(true);
  });
});

describe('fileName on Windows', () => {
  it('gives no name of a device', () => {
    expect(['CON', 'con.2025', 'nul', 'LPT1', 'COM²'].map((name) => fileName(name, 'pdf'))).toEqual([
      'CON_.pdf',
      'con_.2025.pdf',
      'nul_.pdf',
      'LPT1_.pdf',
      'COM²_.pdf',
    ]);
    expect(fileName('control', 'pdf')).toBe('control.pdf');
  });

  it('drops characters that cannot be seen', () => {
    expect(fileName('目标\u202efdp.exe\u200b\ud800', 'pdf')).toBe('目标fdp.exe.pdf');
  });

  it('stays within what file systems take, and never ends on a point or a space', () => {
    expect(Buffer.byteLength(fileName('𠮷'.repeat(80), 'xlsx'))).toBeLessThanOrEqual(255);
    expect(fileName(`${'一'.repeat(75)}. . . . .`, 'xlsx')).toBe(`${'一'.repeat(75)}.xlsx`);
  });
});

describe('withExtension', () => {
  it('adds a missing extension and never lands on a file the user was not asked about', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yusuan-name-'));
    try {
      const asked = join(folder, '公开表');
      expect(withExtension(asked, 'xlsx')).toBe(`${asked}.xlsx`);
      writeFileSync(`${asked}.xlsx`, '');
      expect(withExtension(asked, 'xlsx')).toBe(`${asked} 2.xlsx`);
      expect(withExtension(`${asked}.XLSX`, 'xlsx')).toBe(`${asked}.XLSX`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
