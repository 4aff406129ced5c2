/** Rules on the forms: every table, column and row is there, once, in its place (field-notes §2.4, §4 no. 2–4, 39). */
import { tablesFor } from '../../tables/index.ts';
import type { RowSource } from '../../tables/spec.ts';
import { type PrintedRule, type PrintedView, type SideView, type Slip, sidesOf } from './form-rule.ts';
import { type KnownTable, printedAmount } from './known-tables.ts';

const ALL_TABLES = '《地方预决算公开操作规程》（财预〔2016〕143号）：没有数据的表也要列出空表并说明（条款待核）';
const FORM = '预算公开表的表式';

const formsOf = ({ document }: PrintedView) => tablesFor(document.year);
const onTable = (table: number, message: string): Slip => ({ message, location: { kind: 'table', table } });

export const formRules: readonly PrintedRule[] = [
  {
    id: 'F-table-missing',
    title: '13张公开表齐全',
    severity: 'error',
    basis: ALL_TABLES,
    find: (view) =>
      formsOf(view)
        .filter(({ no }) => !view.tables.has(no))
        .map(({ no, shortTitle }) => onTable(no, `没有表${no}“${shortTitle}”。没有数据的表也要公开空表。`)),
  },
  {
    id: 'F-table-repeated',
    title: '同一张表只有一张',
    severity: 'error',
    basis: FORM,
    find: ({ document: { tables } }) =>
      tables.flatMap(({ no }, at) =>
        tables.findIndex((one) => one.no === no) < at ? [onTable(no, `表${no}出现了不止一次，只审核了第一张。`)] : [],
      ),
  },
  {
    id: 'F-note-missing',
    title: '空表注明没有数据',
    severity: 'warning',
    basis: ALL_TABLES,
    find: ({ tables }) =>
      [...tables.values()]
        .filter((table) => table.printed.note === null && !hasFigures(table))
        .map(({ spec: { no, shortTitle, whenEmpty } }) =>
          onTable(no, `表${no}“${shortTitle}”没有数据，却没有注明“${whenEmpty}”。`),
        ),
  },
  {
    id: 'F-note-wrong',
    title: '有数据的表不注空表',
    severity: 'error',
    basis: FORM,
    find: ({ tables }) =>
      [...tables.values()]
        .filter((table) => /无数据|空表/.test(table.printed.note ?? '') && hasFigures(table))
        .map(({ spec: { no }, printed }) => onTable(no, `表${no}有数据，却注了“${printed.note}”。`)),
  },
  {
    id: 'F-column-missing',
    title: '每张表的栏目齐全',
    severity: 'error',
    basis: FORM,
    find: ({ tables }) =>
      [...tables.values()].flatMap(({ spec: { no }, layout, sides }) =>
        layout.leaves
          .filter(({ block, path, kind }) => kind === 'amount' && !sides[block]?.columnAt.has(path))
          .map(({ path }) => onTable(no, `表${no}没有“${path.replaceAll('/', '—')}”栏。`)),
      ),
  },
  {
    id: 'F-row-missing',
    title: '表上固定的行齐全',
    severity: 'error',
    basis: FORM,
    find: (view) => sidesOf(view).flatMap(missingRows),
  },
  {
    id: 'F-class-missing',
    title: '支出功能各类齐全',
    severity: 'warning',
    basis: FORM,
    find: (view) => sidesOf(view).flatMap((side) => missingClasses(side, view)),
  },
  {
    id: 'F-row-repeated',
    title: '同一行只列一次',
    severity: 'error',
    basis: FORM,
    find: (view) =>
      sidesOf(view).flatMap((side) =>
        side.keys.flatMap((key) =>
          key?.includes('#')
            ? [{ message: `${side.name(key)}列了不止一次，合计会重复。`, location: side.at(key) }]
            : [],
        ),
      ),
  },
  {
    id: 'F-row-unknown',
    title: '没有表式以外的行',
    severity: 'warning',
    basis: FORM,
    find: (view) => sidesOf(view).flatMap(unknownRows),
  },
  {
    id: 'F-detail-missing',
    title: '有合计的表列出明细',
    severity: 'error',
    basis: FORM,
    find: (view) => sidesOf(view).flatMap(missingDetails),
  },
  {
    id: 'F-row-order',
    title: '各行的先后次序',
    severity: 'warning',
    basis: FORM,
    find: (view) => sidesOf(view).flatMap(wrongOrder),
  },
];

/** Whether a table shows any amount; on one of its sides alone when that is named. */
function hasFigures({ layout, sides, printed }: KnownTable, side?: number): boolean {
  return layout.leaves.some(({ block, path, kind }) => {
    const isAsked = kind === 'amount' && (side === undefined || side === block);
    const column = isAsked ? sides[block]?.columnAt.get(path) : undefined;
    return (
      column !== undefined && printed.rows.some((row) => printedAmount(row[column] ?? '', printed.amountUnit) !== 0)
    );
  });
}

function missingRows(side: SideView): readonly Slip[] {
  const { spec } = side.table;
  const there = new Set(side.keys);
  const hasUnits = side.keys.some((key) => key?.startsWith('unit:'));
  return side.sources.flatMap((source) => {
    if (source.kind === 'units' && !hasUnits && side.table.printed.note === null) {
      return [onTable(spec.no, `表${spec.no}没有列出单位。`)];
    }
    return source.kind === 'fixed' && source.where !== null && !there.has(source.key)
      ? [onTable(spec.no, `表${spec.no}没有“${source.label || '合计'}”行。`)]
      : [];
  });
}

/** A total with nothing below it: units without projects, a tree without codes. */
function missingDetails(side: SideView): readonly Slip[] {
  const { no } = side.table.spec;
  const below = side.sources.some((source) => source.kind === 'units' && source.projects === true)
    ? /^project:/
    : side.sources.some(({ kind }) => kind === 'tree')
      ? /^[fre]:/
      : null;
  if (below === null || side.table.printed.note !== null || side.keys.some((key) => below.test(key ?? ''))) return [];
  // Table 9 is no empty table when money came in and none of it was spent.
  if (!hasFigures(side.table, side.block)) return [];
  return [onTable(no, `表${no}只有合计，没有列出${below.source.includes('project') ? '项目' : '科目'}。`)];
}

function missingClasses(side: SideView, { codes }: PrintedView): readonly Slip[] {
  if (!side.sources.some(({ kind }) => kind === 'classes')) return [];
  const missing = codes.classes.filter(({ code }) => !side.keys.includes(`class:${code}`));
  const [first] = missing;
  if (first === undefined) return [];
  const { no } = side.table.spec;
  const others = missing.length > 1 ? `等${missing.length}类` : '';
  return [onTable(no, `表${no}没有列出“${first.name}”${others}。`)];
}

function unknownRows(side: SideView): readonly Slip[] {
  const { table, block, keys } = side;
  return keys.flatMap((key, row) => {
    if (key?.includes(':?')) {
      return [{ message: `${side.name(key)}不是当年表式或科目表里的名称，没有参加审核。`, location: side.at(key) }];
    }
    const columns = table.layout.leaves
      .filter((leaf) => leaf.block === block)
      .map(({ path }) => table.sides[block]?.columnAt.get(path) ?? -1);
    const texts = columns.map((column) => table.printed.rows[row]?.[column]?.trim() ?? '');
    const label = texts.find((text) => text !== '');
    if (key !== null || label === undefined) return [];
    return [onTable(table.spec.no, `表${table.spec.no}第${row + 1}行“${label}”不是这张表的行，没有参加审核。`)];
  });
}

/** A row that stands behind one it should stand before; told once a side, at the first of them. */
function wrongOrder(side: SideView): readonly Slip[] {
  let last: readonly [string, string] | null = null;
  for (const [at, key] of side.keys.entries()) {
    // A total may stand over what it sums as well as below.
    if (key === 'total' && at === 0) continue;
    const place = key === null || key.includes('#') || key.includes(':?') ? null : placeOf(key, side.sources);
    if (key === null || place === null) continue;
    if (last !== null && place < last[1]) {
      return [{ message: `${side.name(key)}应排在“${labelIn(side, last[0])}”之前。`, location: side.at(key) }];
    }
    last = [key, place];
  }
  return [];
}

const labelIn = (side: SideView, key: string) => side.name(key).replace(/^表[0-9]+“|”$/g, '');

/** A government class that is known by its name alone; names do not stand in the order of their codes. */
const GOV_BY_NAME = /\+(?![0-9]).*$/;

/** Sorts as the form does: sources in turn, classes and trees by code. Units and projects stand as they come. */
function placeOf(key: string, sources: readonly RowSource[]): string | null {
  const kind = key.slice(0, key.indexOf(':'));
  const index = sources.findIndex((source) => {
    switch (source.kind) {
      case 'fixed':
        return source.key === key;
      case 'classes':
        return kind === 'class';
      case 'tree':
        return kind === 'f' || kind === 'r' || kind === 'e';
      case 'units':
        return false;
      default:
        return source satisfies never;
    }
  });
  return index < 0 ? null : `${String(index).padStart(3, '0')} ${kind === '' ? '' : key.replace(GOV_BY_NAME, '')}`;
}
