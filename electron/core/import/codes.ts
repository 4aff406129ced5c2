/** A code list the user was handed, added to the book's own codes. */
import type { Change } from '../../../db/book.ts';
import { listRows } from '../../../db/read.ts';
import { applyRows, insertMany } from '../../../db/rows.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { CodeBook } from '../../../shared/codes/code-book.ts';
import { codesFromRows } from '../../../shared/codes/import-rows.ts';
import type { RowOfEntity } from '../../../shared/entities/index.ts';
import type { CellSheet } from './table-file.ts';

type Catalogue = RowOfEntity<'code'>['catalogue'];
type NewCode = Omit<RowOfEntity<'code'>, 'id' | 'revision' | 'parentId' | 'position'>;

const PROBLEMS_SHOWN = 3;

/**
 * The codes of the first sheet that holds a list.
 * @throws FailureError IMPORT_REFUSED naming sheet and rows when anything in it cannot be read
 */
export function codesOf(sheets: readonly CellSheet[], catalogue: Catalogue, fromYear: number): readonly NewCode[] {
  const read = sheets.map((sheet) => ({ sheet, ...codesFromRows(sheet.rows, catalogue, fromYear) }));
  // A workbook often begins with a cover or notes; of sheets without a list the first one's problem is told.
  const found = read.find(({ codes }) => codes.length > 0) ?? read[0];
  if (found === undefined) return fail('IMPORT_REFUSED', { place: '文件', reason: '没有可读的工作表。' });
  const { problems, codes, sheet } = found;
  if (problems.length > 0) {
    const shown = problems.slice(0, PROBLEMS_SHOWN).map(({ row, reason }) => `第${row}行：${reason}`);
    const more = problems.length > PROBLEMS_SHOWN ? `另有 ${problems.length - PROBLEMS_SHOWN} 处。` : '';
    fail('IMPORT_REFUSED', {
      place: sheet.name === '' ? '文件' : `工作表“${sheet.name}”`,
      reason: shown.join('') + more,
    });
  }
  if (codes.length === 0) fail('IMPORT_REFUSED', { place: '文件', reason: '没有科目。' });
  return codes.map((code) => ({ ...code, catalogue }));
}

/**
 * Saves codes that the program or the book does not know by this name yet.
 * @param known the codes in force in the year the list is for
 * @returns how many were saved, and how many were known already
 */
export function addCodes(change: Change, codes: readonly NewCode[], known: CodeBook): { added: number; same: number } {
  const own = new Map(listRows(change.book, 'code', null).map((row) => [keyOf(row), row]));
  const fresh: NewCode[] = [];
  const changed: (NewCode & RowOfEntity<'code'>)[] = [];
  for (const code of codes) {
    const row = own.get(keyOf(code));
    if (row === undefined) {
      const mapped = code.govIfAdministrative !== null || code.govIfInstitution !== null;
      if (mapped || known.name(code.catalogue, code.code) !== code.name) fresh.push(code);
    } else if (!isSame(row, code)) {
      changed.push({ ...row, ...code });
    }
  }
  insertMany(change, 'code', null, fresh);
  applyRows(change, 'code', null, changed, []);
  const added = fresh.length + changed.length;
  return { added, same: codes.length - added };
}

function keyOf(code: Pick<NewCode, 'catalogue' | 'fromYear' | 'code'>): string {
  return `${code.catalogue} ${code.fromYear} ${code.code}`;
}

function isSame(row: NewCode, code: NewCode): boolean {
  return (
    row.name === code.name &&
    row.govIfAdministrative === code.govIfAdministrative &&
    row.govIfInstitution === code.govIfInstitution
  );
}
