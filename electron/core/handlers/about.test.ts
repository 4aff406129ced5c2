import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, inCore } from '../core.fixture.ts';

test('names the packages it is made of, each with its licence, and none that only builds it', () =>
  inCore(async (test) => {
    const { version, packages } = await test.call('about.get', {});
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['react', 'antd', 'exceljs', 'better-sqlite3-multiple-ciphers']));
    expect(names).not.toContain('vitest');
    const react = packages.find(({ name }) => name === 'react');
    expect(await test.call('about.licence', { name: 'react', version: react?.version ?? '' })).toContain('MIT License');
    expect(await test.call('about.licence', { name: '没有', version: '1' })).toBe('');
  }));

test('the support report counts records and quotes the log, and holds nothing that was entered', () =>
  inCore(async (test) => {
    await createBook(test);
    await add(test, 'project', 1, [draft('project', { name: '绝密工程', category: 'operations' })]);
    await add(test, 'line', 1, [line({ amount: fen(98_765_432), note: '不给人看' })]);
    mkdirSync(join(test.folder, 'data', 'logs'), { recursive: true });
    writeFileSync(join(test.folder, 'data', 'logs', 'yusuan.log'), '{"incident":"20261123-abc"}\n');
    const report = await test.call('support.preview', {});
    expect(report).toContain('预算明细 1');
    expect(report).toContain('20261123-abc');
    for (const secret of ['绝密', '环卫', '不给人看', '98765432', '987654.32', '账.ysb', test.folder]) {
      expect(report).not.toContain(secret);
    }
    test.choose = '支持.txt';
    await test.call('support.save', { jobId: 's' });
    expect(readFileSync(join(test.folder, '支持.txt'), 'utf8')).toBe(report);
  }));
