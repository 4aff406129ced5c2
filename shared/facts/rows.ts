/** Which rows of a block a group of lines belongs to. The one place that knows the kinds of row source. */

import { chineseOrdinal } from '../tables/numerals.ts';
import type { BlockSpec, RowSource } from '../tables/spec.ts';
import type { FactsContext, ProjectFact, UnitFact } from './fact.ts';
import { type Dimensions, matches } from './group.ts';

/** What a row shows in its key columns. */
export interface RowLabel {
  readonly label: string;
  readonly code: string;
  readonly name: string;
  readonly govName: string;
  readonly indent: number;
  readonly bold: boolean;
  /** The code is well formed but not in the year's list. */
  readonly unlisted: boolean;
}

/** A row by its key; `sort` orders rows within their source. */
export interface RowAddress {
  readonly key: string;
  readonly sort: string;
}

const UNKNOWN = '?';
/** Gathers the confidential projects of a unit. */
const UNNAMED = '#';
const PREFIX = { functional: 'f:', revenue: 'r:', deptEconomic: 'e:' } as const;
const plain = (label: string): RowLabel => ({
  label,
  code: '',
  name: '',
  govName: '',
  indent: 0,
  bold: false,
  unlisted: false,
});
const pad = (index: number) => String(index).padStart(9, '0');

/** Looks up units and projects by id, with their places in the book. */
export class Directory {
  readonly context: FactsContext;
  private readonly unitPlace = new Map<number, number>();
  private readonly projectPlace = new Map<number, number>();

  constructor(context: FactsContext) {
    this.context = context;
    context.units.forEach((unit, place) => {
      this.unitPlace.set(unit.id, place);
    });
    context.projects.forEach((project, place) => {
      this.projectPlace.set(project.id, place);
    });
  }

  unit(id: number): UnitFact | undefined {
    return this.context.units[this.unitPlace.get(id) ?? -1];
  }

  project(id: number): ProjectFact | undefined {
    return this.context.projects[this.projectPlace.get(id) ?? -1];
  }

  unitSort(id: number): string {
    return pad(this.unitPlace.get(id) ?? this.context.units.length);
  }

  /** Those that are not named stand after all that are, lines without a project last. */
  projectSort(id: number | null): string {
    const { length } = this.context.projects;
    if (id === null) return pad(length + 2);
    return pad(this.project(id)?.confidential ? length + 1 : (this.projectPlace.get(id) ?? length));
  }
}

/** Whether a group adds to rows of a source. */
export function addsTo({ where }: RowSource, group: Dimensions): boolean {
  return where !== null && matches(where, group);
}

/** The rows of a source that a group adds to, one that adds to any. */
export function rowsOf(source: RowSource, group: Dimensions, directory: Directory): readonly RowAddress[] {
  switch (source.kind) {
    case 'fixed':
      return [{ key: source.key, sort: '' }];
    case 'classes': {
      const code = group.functional?.slice(0, 3) ?? UNKNOWN;
      return [{ key: `class:${code}`, sort: classSort(code, directory.context) }];
    }
    case 'tree': {
      const prefix = PREFIX[source.dimension];
      const code = group[source.dimension];
      if (code === null) return [{ key: prefix + UNKNOWN, sort: UNKNOWN }];
      const leaf = source.digits.at(-1) ?? 0;
      const gov = source.dimension === 'deptEconomic' ? `+${group.govEconomic ?? UNKNOWN}` : '';
      return source.digits
        .filter((digits) => digits <= code.length)
        .map((digits) => code.slice(0, digits) + (digits === leaf ? gov : ''))
        .map((part) => ({ key: prefix + part, sort: part }));
    }
    case 'units': {
      const unit = { key: `unit:${group.unitId}`, sort: directory.unitSort(group.unitId) };
      if (source.projects === undefined) return [unit];
      const key = projectKey(group, directory);
      return [unit, { key, sort: `${unit.sort}/${directory.projectSort(group.projectId)}` }];
    }
    default:
      return source satisfies never;
  }
}

/**
 * A project's row stands under the unit of the line; a line of another unit than the project's gets a row of its own
 * there. Confidential projects of a unit share a row: the sums stay, the names do not appear.
 */
function projectKey({ projectId, unitId }: Dimensions, directory: Directory): string {
  if (projectId === null) return `project:${UNKNOWN}:${unitId}`;
  const project = directory.project(projectId);
  if (project?.confidential) return `project:${UNNAMED}:${unitId}`;
  return project?.unitId === unitId ? `project:${projectId}` : `project:${projectId}:${unitId}`;
}

/** Rows of a source that stand there even without lines, in order. */
export function standingRows(source: RowSource, directory: Directory): readonly RowAddress[] {
  switch (source.kind) {
    case 'fixed':
      return [{ key: source.key, sort: '' }];
    case 'classes':
      return directory.context.codes.classes.map(({ code }) => ({
        key: `class:${code}`,
        sort: classSort(code, directory.context),
      }));
    case 'units':
      return source.always === undefined
        ? []
        : directory.context.units.map(({ id }) => ({ key: `unit:${id}`, sort: directory.unitSort(id) }));
    case 'tree':
      return [];
    default:
      return source satisfies never;
  }
}

function classSort(code: string, context: FactsContext): string {
  const place = context.codes.classes.findIndex((entry) => entry.code === code);
  return place < 0 ? `${pad(context.codes.classes.length)}${code}` : pad(place);
}

/** What a row of a source shows. `ordinal` is its place among the rows of the source, from 1. */
export function labelRow(
  source: RowSource,
  key: string,
  ordinal: number,
  directory: Directory,
  block: BlockSpec,
): RowLabel {
  const { codes } = directory.context;
  if (source.kind === 'fixed') {
    const codeFirst = block.columns.some(function hasCode(column): boolean {
      return column.show === 'code' || (column.under ?? []).some(hasCode);
    });
    return {
      ...plain(source.label),
      code: codeFirst ? source.label : '',
      indent: source.indent ?? 0,
      bold: source.bold === true,
    };
  }
  const rest = key.slice(key.indexOf(':') + 1);
  switch (source.kind) {
    case 'classes': {
      const name = rest === UNKNOWN ? '未填功能科目' : codes.name('functional', rest);
      return { ...plain(`${chineseOrdinal(ordinal)}、${name ?? `未列科目${rest}`}`), unlisted: name === null };
    }
    case 'tree': {
      if (rest === UNKNOWN) {
        const missing = source.dimension === 'revenue' ? '（未填收入科目）' : '（未填科目）';
        return { ...plain(missing), name: missing, unlisted: true };
      }
      const [code = '', gov = ''] = rest.split('+');
      const name = codes.name(source.dimension, code);
      const govName = gov === '' ? '' : gov === UNKNOWN ? '（未对应）' : (codes.name('govEconomic', gov) ?? gov);
      const indent = source.digits.indexOf(code.length);
      return {
        ...plain(name ?? code),
        code,
        name: name ?? '未在科目表中',
        govName,
        indent: Math.max(0, indent),
        unlisted: name === null,
      };
    }
    case 'units': {
      const id = Number.parseInt(rest, 10);
      if (key.startsWith('unit:')) return { ...plain(directory.unit(id)?.name ?? ''), bold: source.projects === true };
      if (rest.startsWith(UNKNOWN)) return { ...plain('（未指定项目）'), indent: 1 };
      if (rest.startsWith(UNNAMED)) return { ...plain('其他项目'), indent: 1 };
      return { ...plain(directory.project(id)?.name ?? ''), indent: 1 };
    }
    default:
      return source satisfies never;
  }
}
