import { describe, expect, it } from 'vitest';
import { readOrder, UsageError } from './arguments.ts';

const order = (line: string) => readOrder(line.split(' ').filter((word) => word !== ''));

function mistake(line: string): string {
  try {
    order(line);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`expected a mistake in: ${line}`);
}

describe('readOrder', () => {
  it('shows the help when asked or when nothing was said', () => {
    for (const line of ['', 'help', '--help', '-h', 'tables a.ysb --help'])
      expect(order(line)).toEqual({ command: 'help' });
  });

  it('reads commands with their options', () => {
    const any = { budget: null, unit: null, year: null, stage: null };
    expect(order('tables a.ysb')).toEqual({ command: 'tables', book: 'a.ysb', form: 'text', select: any });
    expect(order('check --json a.ysb --year 2025')).toEqual({
      command: 'check',
      book: 'a.ysb',
      form: 'json',
      select: { ...any, year: 2025 },
    });
    expect(order('audit a.xlsx --json')).toEqual({ command: 'audit', file: 'a.xlsx', form: 'json' });
    expect(order('export a.ysb --out b --stage first --unit 044')).toEqual({
      command: 'export',
      book: 'a.ysb',
      out: 'b',
      select: { ...any, stage: 'first', unit: '044' },
    });
    expect(order('import a.ysb b.json')).toEqual({ command: 'import', book: 'a.ysb', file: 'b.json', replace: false });
    expect(order('import a.ysb b.zip --replace')).toMatchObject({ replace: true });
    expect(order('consolidate a.ysb --out b')).toEqual({
      command: 'consolidate',
      book: 'a.ysb',
      form: 'text',
      out: 'b',
      select: any,
    });
    expect(order('sample a.ysb')).toEqual({ command: 'sample', book: 'a.ysb', which: 'lanxian-2025' });
    expect(order('new a.ysb')).toEqual({ command: 'new', book: 'a.ysb', unit: null });
    expect(order('new a.ysb --unit 044 --name 环卫')).toEqual({
      command: 'new',
      book: 'a.ysb',
      unit: { unitCode: '044', unitName: '环卫', unitKind: 'institution', level: 'county', year: null },
    });
  });

  it('names the mistake in a command', () => {
    expect(mistake('frob a.ysb')).toContain('frob');
    expect(mistake('constructor a.ysb')).toContain('constructor');
    expect(mistake('--json')).toContain('没有写命令');
    expect(mistake('tables')).toContain('账套文件');
    expect(mistake('audit')).toContain('工作簿');
    expect(mistake('audit a.xlsx --year 2025')).toContain('--year');
    expect(mistake('import a.ysb')).toContain('JSON');
    expect(mistake('tables a.ysb b.ysb')).toContain('b.ysb');
    expect(mistake('import a.ysb b.json c')).toContain('“c”');
    expect(mistake('tables a.ysb --out x')).toContain('--out');
    expect(mistake('tables a.ysb --xml')).toContain('--xml');
    expect(mistake('tables a.ysb --json --text')).toContain('只能写一个');
    expect(mistake('tables a.ysb --year')).toContain('--year');
    expect(mistake('tables a.ysb --year 二零')).toContain('二零');
    expect(mistake('tables a.ysb --stage third')).toContain('批复');
    expect(mistake('sample a.ysb --which x')).toContain('invented-2025');
    expect(mistake('new a.ysb --unit 044')).toContain('--name');
    expect(mistake('new a.ysb --year 2027')).toContain('--year');
  });
});
