import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityName, entities } from '../entities/index.ts';
import { documents } from './document.fixture.ts';
import type { InterchangeDocument } from './document.ts';
import { documentToRows, interchangeText, readInterchange, rowsToDocument } from './index.ts';
import { LISTS } from './layout.ts';

function read(raw: unknown): InterchangeDocument {
  const result = readInterchange(raw);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.document;
}

const places = (raw: unknown): Record<string, string> => {
  const result = readInterchange(raw);
  return result.ok ? {} : Object.fromEntries(result.problems.map(({ place, reason }) => [place, reason]));
};

const unit = { key: '044', code: '044', name: '环卫中心', level: 'county', kind: 'institution' };
const project = { key: 'P1', name: '项目甲', category: 'operations', continues: false, confidential: false };
const line = { side: 'income', origin: 'current', fund: 'generalPublic', amount: '500000.00' };
const budget = { unit: '044', year: 2025, stage: 'approved', status: 'draft' };
const document = (parts: object): unknown => ({
  format: 'yusuan-interchange',
  version: 1,
  units: [unit],
  budgets: [{ ...budget, ...parts }],
});

describe('the layout', () => {
  it('has a place for every entity, and one only', () => {
    const placed: string[] = Object.values(LISTS).flatMap((lists) => Object.values(lists));
    expect(placed.sort()).toEqual(Object.keys(entities).sort());
  });
});

describe('reading', () => {
  it('takes absent optional fields as null and absent lists as empty', () => {
    const [read1] = read(document({ lines: [line] })).budgets;
    expect(read1?.lines).toEqual([
      {
        key: null,
        ...line,
        functional: null,
        revenue: null,
        nature: null,
        deptEconomic: null,
        govEconomic: null,
        use: null,
        project: null,
        note: null,
      },
    ]);
    expect(read1?.projects).toEqual([]);
  });

  it('refuses other files by name', () => {
    expect(places([])).toEqual({ '': '文件内容不是预算数据交换文件。' });
    expect(places({ hello: 1 })).toEqual({ format: '这不是预算数据交换文件（format 应为“yusuan-interchange”）。' });
    expect(places({ format: 'yusuan-interchange', version: 2 })).toEqual({
      version: '文件是第2版格式，本程序只认得第1版，请先升级程序。',
    });
  });

  it('names the place and the cause of every problem', () => {
    const raw = document({
      colour: 'red',
      projects: 'none',
      lines: [line, { ...line, amount: '12,3x' }, { ...line, functional: '21205', origin: 'last' }, 7],
    });
    expect(places(raw)).toEqual({
      'budgets[0].colour': '没有“colour”这个字段。',
      'budgets[0].projects': '这里应为项目的列表。',
      'budgets[0].lines[1].amount': '“金额”不是精确到分的金额。金额写成带两位小数的元，如 "500000.00"。',
      'budgets[0].lines[2].functional': '“功能分类科目”应为7位数字，“21205”是5位。',
      'budgets[0].lines[2].origin': '“资金年度”只能是“本年预算”“上年结转”之一。',
      'budgets[0].lines[3]': '这里应为一条预算明细。',
    });
  });

  it('refuses amounts as numbers, negative ones and those beyond 分 kept exactly', () => {
    for (const amount of [500000, '-1.00', '90071992547409.92', '1.0', '']) {
      expect(Object.keys(places(document({ lines: [{ ...line, amount }] })))).toEqual(['budgets[0].lines[0].amount']);
    }
    expect(places(document({ lines: [{ ...line, amount: '90071992547409.91' }] }))).toEqual({});
  });

  it('looks references up in the same budget', () => {
    const second = { ...budget, year: 2026, lines: [{ ...line, project: 'P1' }] };
    const raw = {
      ...(document({ projects: [project] }) as object),
      budgets: [{ ...budget, projects: [project] }, second],
    };
    expect(places(raw)).toEqual({ 'budgets[1].lines[0].project': '“项目”写的 key“P1”在本文件中找不到。' });
  });

  it('refuses a key used twice, a unit above itself and a budget given twice', () => {
    expect(places(document({ projects: [project, project] }))).toEqual({
      'budgets[0].projects[1].key': 'key“P1”在前面已经用过。',
    });
    const own = {
      format: 'yusuan-interchange',
      version: 1,
      units: [{ ...unit, superior: '044' }],
      budgets: [budget, budget],
    };
    expect(places(own)).toEqual({
      'units[0].superior': '单位“环卫中心”成了自己的上级。',
      'budgets[1]': '同一单位、年度、阶段的预算在前面已经有了。',
    });
  });

  it('is not fooled by __proto__', () => {
    expect(places(JSON.parse('{"format":"yusuan-interchange","version":1,"__proto__":{"units":[]}}'))).toHaveProperty([
      '__proto__',
    ]);
  });
});

/** The same rows with every id replaced by its place, which is all an id means here. */
function renumbered(rows: ReturnType<typeof documentToRows>): unknown {
  return documentToRows(rowsToDocument(rows));
}

describe('rows', () => {
  it('come back unchanged from a document', () => {
    fc.assert(
      fc.property(documents, (raw) => {
        const rows = documentToRows(read(raw));
        expect(renumbered(rows)).toEqual(rows);
      }),
    );
  });

  it('mean the same with other ids and in any order, as rows read from a book have them', () => {
    fc.assert(
      fc.property(documents, (raw) => {
        const rows = documentToRows(read(raw));
        const shift = (id: unknown): unknown => (typeof id === 'number' ? id * 7 + 100 : id);
        const stored = Object.fromEntries(
          Object.entries(rows).map(([name, list]) => [
            name,
            list
              .map((row) => {
                const shifted: Record<string, unknown> = { ...row, revision: 3 };
                for (const key of Object.keys(row)) {
                  const isRef =
                    (entities[name as EntityName].fields as Record<string, { kind: string }>)[key]?.kind === 'ref';
                  if (isRef || key === 'id' || key === 'parentId') shifted[key] = shift(shifted[key]);
                }
                return shifted;
              })
              .reverse(),
          ]),
        ) as unknown as ReturnType<typeof documentToRows>;
        const parentsOf = (list: unknown): unknown =>
          JSON.stringify(list).replaceAll(/"key":"[^"]*"|"(project|line|unit|superior)":"[^"]*"/g, '');
        expect(parentsOf(rowsToDocument(stored))).toEqual(parentsOf(rowsToDocument(rows)));
      }),
    );
  });
});

describe('documents', () => {
  it('come back unchanged from rows and from text', () => {
    fc.assert(
      fc.property(documents, (raw) => {
        // The first passage gives the keys their own names; after that nothing changes any more.
        const first = rowsToDocument(documentToRows(read(raw)));
        expect(rowsToDocument(documentToRows(first))).toEqual(first);
        expect(read(JSON.parse(interchangeText(first)))).toEqual(first);
      }),
    );
  });

  it('keep every field of every record', () => {
    fc.assert(
      fc.property(documents, (raw) => {
        const before = read(raw);
        const after = rowsToDocument(documentToRows(before));
        const bare = (value: unknown): unknown =>
          JSON.parse(JSON.stringify(value), (name, inner: unknown) =>
            ['key', 'project', 'line', 'unit', 'superior'].includes(name) ? undefined : inner,
          );
        expect(bare(after)).toEqual(bare(before));
      }),
    );
  });

  it('keep what refers to what', () => {
    const raw = document({
      projects: [project, { ...project, key: 'P9' }],
      lines: [
        { ...line, key: 'a' },
        { ...line, key: 'b', project: 'P9' },
      ],
      procurement: [{ line: 'b', name: '车', category: 'goods', amount: '1.00', imported: false }],
      goalSheets: [{ project: 'P9', form: 'costFirst' }],
    });
    const [after] = rowsToDocument(documentToRows(read(raw))).budgets;
    expect(after?.projects.map(({ key }) => key)).toEqual([null, 'P2']);
    expect(after?.lines.map(({ key, project: of }) => [key, of])).toEqual([
      [null, null],
      ['L2', 'P2'],
    ]);
    expect(after?.procurement[0]?.line).toBe('L2');
    expect(after?.goalSheets[0]?.project).toBe('P2');
    expect(after?.unit).toBe('044');
  });

  it('give two units of one code different keys', () => {
    const raw = {
      format: 'yusuan-interchange',
      version: 1,
      units: [unit, { ...unit, key: 'x', superior: '044' }],
      budgets: [budget, { ...budget, unit: 'x' }],
    };
    const after = rowsToDocument(documentToRows(read(raw)));
    expect(after.units.map(({ key }) => key)).toEqual(['044', '044 U2']);
    expect(after.budgets.map((one) => one.unit)).toEqual(['044', '044 U2']);
  });
});
