/** An arrangement in words, for the bar above the rows and the menu of a column. */
import type { CellLookup } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import type { Arrangement, Filter } from './arrangement.ts';
import { shownValue } from './cell-content.ts';
import { groupChoices } from './grouping.ts';

/** What one part of an arrangement says, and the arrangement without it. */
export interface Part {
  readonly key: string;
  readonly text: string;
  readonly without: Arrangement;
}

export const titleOf = ({ title, field }: GridColumn): string => title ?? field.label;

/** The two directions of a column's order. */
export function directions({ field }: GridColumn): readonly [string, string] {
  switch (field.kind) {
    case 'fen':
    case 'integer':
    case 'decimal':
      return ['从小到大', '从大到小'];
    case 'date':
      return ['从早到晚', '从晚到早'];
    case 'text':
      return ['按拼音 A→Z', '按拼音 Z→A'];
    case 'code':
      return ['按编码从小到大', '按编码从大到小'];
    default:
      return ['按列表次序', '按列表倒序'];
  }
}

function filterText(filter: Filter, column: GridColumn, lookup: CellLookup): string {
  const shown = (value: string | number | boolean | null) =>
    value === null ? '空白' : shownValue(column, value, lookup);
  switch (filter.kind) {
    case 'among':
      return filter.values.length <= 2
        ? filter.values.map(shown).join('、') || '一项也没有'
        : `${filter.values.length} 项`;
    case 'contains':
      return column.field.kind === 'code' && /^[0-9]+$/.test(filter.text)
        ? `以“${filter.text}”开头`
        : `含“${filter.text}”`;
    case 'between':
      if (filter.from === null) return `不超过 ${shown(filter.to)}`;
      return filter.to === null ? `不低于 ${shown(filter.from)}` : `${shown(filter.from)} 至 ${shown(filter.to)}`;
    case 'filled':
      return filter.filled ? '有内容' : '空白';
  }
}

/** The parts of an arrangement, filters first. */
export function partsOf(arrangement: Arrangement, columns: readonly GridColumn[], lookup: CellLookup): readonly Part[] {
  const { filters, sort, group } = arrangement;
  const parts = columns.flatMap((column): readonly Part[] => {
    const { [column.key]: filter, ...others } = filters;
    if (filter === undefined) return [];
    const text = `${titleOf(column)}：${filterText(filter, column, lookup)}`;
    return [{ key: column.key, text, without: { ...arrangement, filters: others } }];
  });
  const sorted = columns.find(({ key }) => key === sort?.column);
  const grouped = columns.find(({ key }) => key === group?.column);
  const words = sorted === undefined ? '' : directions(sorted)[sort?.descending === true ? 1 : 0];
  const groups = grouped === undefined ? [] : groupChoices(grouped);
  const choice = groups.find(({ grouping }) => grouping.digits === group?.digits);
  return [
    ...parts,
    ...(sorted === undefined
      ? []
      : [{ key: 'sort', text: `排序：${titleOf(sorted)}${words}`, without: { ...arrangement, sort: null } }]),
    ...(choice === undefined
      ? []
      : [{ key: 'group', text: `分组：${choice.label}`, without: { ...arrangement, group: null } }]),
  ];
}
