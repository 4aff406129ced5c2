import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBook, inFolder, now } from '../../../db/book.fixture.ts';
import type { Book } from '../../../db/book.ts';
import { createBook } from '../../../db/create.ts';
import { change } from '../../../db/journal.ts';
import { listRows } from '../../../db/read.ts';
import { applyRows } from '../../../db/rows.ts';
import { undo } from '../../../db/undo.ts';
import { SAMPLE_NAMES, sampleDocument } from '../../../samples/sample-document.ts';
import { type FailureCode, FailureError } from '../../../shared/api/failure.ts';
import { documents } from '../../../shared/interchange/document.fixture.ts';
import { documentToRows, interchangeText, readInterchange, rowsToDocument } from '../../../shared/interchange/index.ts';
import { documentOfBook, documentOfBudget } from '../export/interchange.ts';
import { importDocument } from './interchange.ts';

interface Raw {
  readonly [key: string]: unknown;
}

const UNIT = { key: 'u', code: '044', name: '环卫中心', level: 'county', kind: 'institution' };
const LINE = { side: 'income', origin: 'current', fund: 'generalPublic', functional: '2120501', amount: '1.00' };
const BUDGET = { unit: 'u', year: 2026, stage: 'approved', status: 'draft', lines: [LINE] };
const document = (changes: Raw = {}): Raw => ({
  format: 'yusuan-interchange',
  version: 1,
  units: [UNIT],
  budgets: [BUDGET],
  ...changes,
});

/** A document as text after its keys and order have been brought to one form. */
function canonical(raw: unknown): string {
  const read = readInterchange(raw);
  if (!read.ok) throw new Error(read.problems.map(({ place, reason }) => place + reason).join('\n'));
  return interchangeText(rowsToDocument(documentToRows(read.document)));
}

function withEmptyBook<T>(run: (book: Book) => T | Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const book = createBook(join(folder, '空.ysb'), { user: '张三', now });
    try {
      return await run(book);
    } finally {
      book.close();
    }
  });
}

const importing = (book: Book, raw: unknown) =>
  change(book, { label: '导入' }, (each) => importDocument(each, raw)).value;

function refusal(book: Book, raw: unknown, code: FailureCode): string {
  const before = interchangeText(documentOfBook(book));
  try {
    importing(book, raw);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    expect(error.failure.code).toBe(code);
    expect(interchangeText(documentOfBook(book))).toBe(before);
    return error.message;
  }
  throw new Error('expected a refusal');
}

/** The book keeps some things once only; arbitrary documents repeat them. */
function once(raw: Raw): Raw {
  const list = (value: unknown) => value as readonly Raw[];
  const unique = (rows: readonly Raw[], key: (row: Raw) => string) => [
    ...new Map(rows.map((row) => [key(row), row])).values(),
  ];
  return {
    ...raw,
    units: list(raw.units).map((unit, index) => ({ ...unit, code: `0${index}` })),
    codes: unique(list(raw.codes), (code) => `${code.catalogue} ${code.fromYear} ${code.code}`),
    budgets: list(raw.budgets).map((budget) => ({
      ...budget,
      goalSheets: unique(list(budget.goalSheets), (sheet) => String(sheet.project)),
      prior: unique(list(budget.prior), (figure) => String(figure.measure)),
      narrative: unique(list(budget.narrative), (text) => String(text.section)),
      waivers: unique(list(budget.waivers), (waiver) => `${waiver.ruleId} ${waiver.at}`),
    })),
  };
}

describe('importDocument', () => {
  it.each(SAMPLE_NAMES)('brings a sample into a book and out again without a difference: %s', (name) =>
    withEmptyBook((book) => {
      importing(book, sampleDocument(name));
      expect(interchangeText(documentOfBook(book))).toBe(canonical(sampleDocument(name)));
    }),
  );

  it('brings any document into a book and out again without a difference', () =>
    withEmptyBook((book) => {
      fc.assert(
        fc.property(documents.map(once), (raw) => {
          const { touched } = change(book, { label: '导入' }, (each) => importDocument(each, raw));
          expect(interchangeText(documentOfBook(book))).toBe(canonical(raw));
          if (touched.size > 0) undo(book);
        }),
        { numRuns: 60 },
      );
    }));

  it('is one step that can be undone', () =>
    withEmptyBook((book) => {
      expect(importing(book, sampleDocument('invented-2025'))).toMatchObject({ budgets: 3 });
      undo(book);
      expect(documentOfBook(book)).toMatchObject({ units: [], codes: [], budgets: [] });
    }));

  it('refuses a budget that is there already, naming it', () =>
    withEmptyBook((book) => {
      importing(book, document());
      expect(refusal(book, document(), 'ALREADY_IMPORTED')).toContain('“环卫中心”2026年单位预算（批复）');
      const other = { ...BUDGET, year: 2027 };
      expect(refusal(book, document({ budgets: [other, BUDGET] }), 'ALREADY_IMPORTED')).toContain('2026');
    }));

  it('fills a blank draft of the same unit, year and stage, and leaves one with anything in it alone', () =>
    inBook((book) => {
      const [own] = listRows(book, 'unit', null);
      const unit = { ...UNIT, code: own?.code, name: own?.name, level: own?.level, kind: own?.kind };
      const raw = document({ units: [unit], budgets: [{ ...BUDGET, year: 2027, stage: 'first', status: 'locked' }] });
      importing(book, raw);
      expect(listRows(book, 'budget', null)).toMatchObject([{ id: 1, year: 2027, status: 'locked' }]);
      expect(listRows(book, 'line', 1).length).toBe(1);
      undo(book);
      const [row] = listRows(book, 'budget', null);
      if (row === undefined) throw new Error('no budget');
      change(book, { label: '职责' }, (each) => applyRows(each, 'budget', null, [{ ...row, duties: '清扫' }], []));
      refusal(book, raw, 'ALREADY_IMPORTED');
    }));

  it('uses a unit that is there, fills in what it lacks, and refuses one that differs', () =>
    withEmptyBook((book) => {
      importing(book, document());
      const next = (unit: Raw) => document({ units: [{ ...UNIT, ...unit }], budgets: [{ ...BUDGET, year: 2027 }] });
      importing(book, next({ region: '山西省吕梁市岚县' }));
      expect(listRows(book, 'unit', null)).toMatchObject([{ code: '044', region: '山西省吕梁市岚县' }]);
      expect(refusal(book, next({ name: '另一单位' }), 'IMPORT_REFUSED')).toContain(
        '单位“044”，“单位名称”与账套中的不同：文件中是“另一单位”，账套中是“环卫中心”',
      );
      expect(refusal(book, next({ kind: 'administrative' }), 'IMPORT_REFUSED')).toContain('账套中是“事业单位”');
    }));

  it('leaves to the book who is above a unit, and what the one above is called', () =>
    withEmptyBook((book) => {
      const above = { ...UNIT, key: 'a', code: '040', name: '住建局' };
      const below = { ...UNIT, superior: 'a' };
      importing(book, document({ units: [above, below], budgets: [] }));
      const [first, second] = listRows(book, 'unit', null);
      expect([first?.name, second?.superiorId]).toEqual(['住建局', first?.id]);
      importing(book, document({ units: [{ ...above, name: '县住建局', region: '岚县' }, below] }));
      expect(listRows(book, 'unit', null)[0]).toMatchObject({ name: '住建局', region: '岚县' });
      const other = document({ units: [{ ...above, code: '041' }, below], budgets: [{ ...BUDGET, year: 2027 }] });
      importing(book, other);
      expect(listRows(book, 'unit', null).find(({ code }) => code === '044')?.superiorId).toBe(first?.id);
    }));

  it('adds codes once and refuses a second name for one', () =>
    withEmptyBook((book) => {
      const code = { catalogue: 'functional', fromYear: 2026, code: '2120599', name: '新科目' };
      importing(book, document({ codes: [code], budgets: [] }));
      importing(book, document({ codes: [code], budgets: [] }));
      expect(listRows(book, 'code', null).length).toBe(1);
      const renamed = document({ codes: [{ ...code, name: '别名' }], budgets: [] });
      expect(refusal(book, renamed, 'IMPORT_REFUSED')).toContain('科目“2120599”');
    }));

  it('names the place of a mistake in words, and counts further ones', () =>
    withEmptyBook((book) => {
      const wrong = (line: Raw) => document({ budgets: [{ ...BUDGET, lines: [LINE, { ...LINE, ...line }] }] });
      expect(refusal(book, wrong({ amount: '12,3x' }), 'IMPORT_REFUSED')).toContain(
        '第1个单位预算、第2条预算明细、金额',
      );
      expect(refusal(book, wrong({ amount: '1', fund: 'x', extra: 1, side: 'y' }), 'IMPORT_REFUSED')).toMatch(
        /文件有 4 处问题，.*另有 1 处。/,
      );
      refusal(book, 'text', 'IMPORT_REFUSED');
    }));

  it('leaves the book as it was when the book itself refuses a late row', () =>
    withEmptyBook((book) => {
      const prior = { measure: 'income.total', amount: '1.00', rounded: false };
      refusal(book, document({ budgets: [{ ...BUDGET, prior: [prior, prior] }] }), 'DUPLICATE');
    }));
});

describe('documentOfBudget', () => {
  it('holds the budget, its unit with the units above it, and nothing of other budgets', () =>
    withEmptyBook((book) => {
      importing(book, sampleDocument('invented-2025'));
      const below = listRows(book, 'unit', null).find((unit) => unit.superiorId !== null);
      const budget = listRows(book, 'budget', null).find((each) => each.unitId === below?.id);
      if (!below || !budget) throw new Error('the sample has units below others');
      const alone = documentOfBudget(book, budget.id);
      expect(alone.units.map((unit) => unit.code)).toEqual(['021', below.code]);
      expect(alone.budgets.length).toBe(1);
      expect(alone.budgets[0]?.lines.length).toBe(listRows(book, 'line', budget.id).length);
    }));

  it('is refused for a budget that is not there', () =>
    withEmptyBook((book) => {
      expect(() => documentOfBudget(book, 7)).toThrow(FailureError);
    }));
});
