/** Rules on codes, names, figures and texts as printed (field-notes §4 no. 17–22, 25–27, 37). */
import { currentName } from '../../codes/old-names.ts';
import { squeeze } from '../../intake/text.ts';
import type { Slip } from './form-rule.ts';
import { figuresOf, type PrintedRule, type PrintedView, type SideView, sidesOf } from './form-rule.ts';
import { printedAmount } from './known-tables.ts';
import { plainLabel } from './row-keys.ts';

const CODES = '当年《政府收支分类科目》';
const PAPER = '预算公开表的填写要求';
const CATALOGUES = { f: 'functional', r: 'revenue', e: 'deptEconomic' } as const;

/** What is left of a template: blanks to be filled, remarks in brackets. */
const PLACEHOLDER = /[xX×＊*]{2,}|待填|待定|待补|（(?:增加|填写|此处)[^）]*）|示例|^\s*…+\s*$/;

export const textRules: readonly PrintedRule[] = [
  {
    id: 'F-year',
    title: '表题和表头的年度',
    severity: 'error',
    basis: PAPER,
    find: ({ document: { year, tables } }) =>
      tables.flatMap(({ no, head }) => {
        const other = head.flatMap((text) => [...text.matchAll(/20[0-9]{2}(?=年|预算)/g)].map(([one]) => one));
        const wrong = other.find((one) => one !== String(year));
        return wrong === undefined
          ? []
          : [{ message: `表${no}的表题或表头写着${wrong}年，应为${year}年。`, location: { kind: 'table', table: no } }];
      }),
  },
  {
    id: 'F-unit-name',
    title: '各表的单位名称一致',
    severity: 'warning',
    basis: PAPER,
    find: ({ document }) =>
      document.tables
        .filter(({ unitName }) => unitName !== '' && squeeze(unitName) !== squeeze(document.unitName))
        .map(({ no, unitName }) => ({
          message: `表${no}的单位名称是“${unitName}”，与“${document.unitName}”不一致。`,
          location: { kind: 'table', table: no },
        })),
  },
  {
    id: 'F-code-shape',
    title: '科目编码的位数',
    severity: 'error',
    basis: CODES,
    find: (view) =>
      treeRows(view).flatMap(({ side, key, code, digits }) =>
        digits.includes(code.length)
          ? []
          : [
              {
                message: `${side.name(key)}的科目编码是${code.length}位，应为${digits.join('、')}位。`,
                location: side.at(key),
              },
            ],
      ),
  },
  {
    id: 'F-code-parent',
    title: '科目的上级都列出',
    severity: 'error',
    basis: CODES,
    find: (view) =>
      treeRows(view).flatMap(({ side, key, prefix, code, digits }) => {
        const above = `${prefix}:${code.slice(0, -2)}`;
        return code.length <= (digits[0] ?? 3) || !digits.includes(code.length) || side.keys.includes(above)
          ? []
          : [{ message: `${side.name(key)}的上一级科目${code.slice(0, -2)}没有列出。`, location: side.at(key) }];
      }),
  },
  {
    id: 'F-code-leaf',
    title: '科目列到末级',
    severity: 'error',
    basis:
      '《地方预决算公开操作规程》（财预〔2016〕143号）：按功能分类公开到项，基本支出按经济分类公开到款（条款待核）',
    find: (view) =>
      treeRows(view).flatMap(({ side, key, prefix, code, digits }) => {
        // A revenue code with codes below it may have income of its own.
        const isOpen = prefix !== 'r' && code.length < (digits.at(-1) ?? 0) && digits.includes(code.length);
        const hasBelow = side.keys.some((other) => other?.startsWith(key) && other !== key && !other.includes('#'));
        return isOpen && !hasBelow
          ? [{ message: `${side.name(key)}下面没有列出明细科目。`, location: side.at(key) }]
          : [];
      }),
  },
  {
    id: 'F-code-name',
    title: '科目编码与名称相符',
    severity: 'warning',
    basis: CODES,
    find: (view) => treeRows(view).flatMap((row) => nameSlip(view, row)),
  },
  {
    id: 'F-uses',
    title: '工资福利归人员经费，商品和服务归公用经费',
    severity: 'advice',
    basis: PAPER,
    find: (view) =>
      sidesOf(view).flatMap((side) =>
        figuresOf(side)
          .filter(({ key, path, text }) => {
            const odd =
              (key.startsWith('e:301') && path.endsWith('公用经费')) ||
              (key.startsWith('e:302') && path.endsWith('人员经费'));
            return odd && printedAmount(text, side.table.printed.amountUnit) !== 0;
          })
          .map(({ key, path, text }) => ({
            message: `${side.name(key)}有${text}万元列在${lastOf(path)}，较少见，请核对。`,
            location: side.at(key, path),
          })),
      ),
  },
  {
    id: 'F-amount',
    title: '金额栏里是数',
    severity: 'error',
    basis: PAPER,
    find: (view) =>
      sidesOf(view).flatMap((side) =>
        figuresOf(side)
          .filter(({ text }) => printedAmount(text, side.table.printed.amountUnit) === null)
          .map(({ key, text, path }) => ({
            message: `${side.name(key)}的“${lastOf(path)}”栏写着“${text}”，不是金额。`,
            location: side.at(key, path),
          })),
      ),
  },
  {
    id: 'F-decimals',
    title: '金额都取两位小数',
    severity: 'advice',
    basis: PAPER,
    find: (view) =>
      sidesOf(view).flatMap((side) => {
        const odd = figuresOf(side).filter(({ text }) => /[1-9]/.test(text) && !/\.[0-9]{2}$/.test(squeeze(text)));
        const [first] = odd;
        return first === undefined
          ? []
          : [
              {
                message: `${side.name(first.key)}的“${first.text}”不是两位小数（本表共${odd.length}处），全表应统一。`,
                location: side.at(first.key, first.path),
              },
            ];
      }),
  },
  {
    id: 'F-project-repeated',
    title: '项目重名',
    severity: 'advice',
    basis: PAPER,
    find: (view) =>
      sidesOf(view).flatMap((side) => {
        const seen = new Set<string>();
        return side.keys.flatMap((key) => {
          if (!key?.startsWith('project:')) return [];
          const name = squeeze(side.name(key));
          if (seen.has(name))
            return [{ message: `${side.name(key)}与前面的项目重名，请核对是不是重复列示。`, location: side.at(key) }];
          seen.add(name);
          return [];
        });
      }),
  },
  {
    id: 'F-placeholder',
    title: '没有留下模板文字',
    severity: 'error',
    basis: PAPER,
    find: ({ document }) =>
      document.tables.flatMap(({ no, head, rows, note }) => {
        const left = [...head, ...rows.flat(), note ?? ''].find((text) => PLACEHOLDER.test(text));
        return left === undefined
          ? []
          : [
              {
                message: `表${no}留有没填好的文字“${left.trim().slice(0, 40)}”。`,
                location: { kind: 'table', table: no },
              },
            ];
      }),
  },
];

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

interface TreeRow {
  readonly side: SideView;
  readonly key: string;
  readonly prefix: keyof typeof CATALOGUES;
  readonly code: string;
  readonly digits: readonly number[];
}

/** Rows of the code trees whose code is known. */
function treeRows(view: PrintedView): readonly TreeRow[] {
  return sidesOf(view).flatMap((side) => {
    const tree = side.sources.find((source) => source.kind === 'tree');
    if (tree?.kind !== 'tree') return [];
    return side.keys.flatMap((key) => {
      const [, prefix, code] = /^([fre]):([0-9]+)/.exec(key ?? '') ?? [];
      return key !== null && code !== undefined && (prefix === 'f' || prefix === 'r' || prefix === 'e')
        ? [{ side, key, prefix, code, digits: tree.digits }]
        : [];
    });
  });
}

/** A name that is not the code's: of another code, of another year, or mistyped. Codes that no list knows are left alone. */
function nameSlip({ codes }: PrintedView, { side, key, prefix, code }: TreeRow): readonly Slip[] {
  const { table, block } = side;
  const leaf = table.layout.leaves.find((one) => one.block === block && one.show === 'name');
  const listed = codes.name(CATALOGUES[prefix], code);
  const row = table.sides[block]?.rowAt.get(key) ?? -1;
  const printed = table.printed.rows[row]?.[table.sides[block]?.columnAt.get(leaf?.path ?? '') ?? -1] ?? '';
  if (leaf === undefined || listed === null || plainLabel(printed) === plainLabel(listed)) return [];
  const isOld = currentName(printed.trim()) !== null;
  return [
    {
      message: `${side.name(key)}：科目${code}当年的名称是“${listed}”${isOld ? '，表上用了旧名称' : ''}。`,
      location: side.at(key),
    },
  ];
}
