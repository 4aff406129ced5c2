/** What the procurement rules say about a budget's purchases, and the rule sets a book adds to the shipped ones. */
import { basename } from 'node:path';
import { findRow, listRows } from '../../../db/read.ts';
import { fail } from '../../../shared/api/failure.ts';
import { explainProcurement } from '../../../shared/procurement/explain.ts';
import { readRuleSet } from '../../../shared/procurement/read.ts';
import { SHIPPED_RULE_SETS } from '../../../shared/procurement/rule-sets/index.ts';
import type { Handlers } from '../context.ts';
import { readJsonFile } from '../import/json-file.ts';
import { allRuleSets, firstDayOf, keepRuleSets, ownRuleSets } from '../rule-sets.ts';

const FORMAT = { format: 'yusuan-procurement-rules', version: 1, expected: '采购规则文件（JSON）' } as const;
/** A national catalogue with remarks is below 1 MB. */
const MOST_BYTES = 4_000_000;

export const procurementHandlers = {
  'procurement.explain': ({ budgetId }, ctx) => {
    const book = ctx.book();
    const budget = findRow(book, 'budget', budgetId) ?? fail('NOT_FOUND', { what: '单位预算' });
    const unit = findRow(book, 'unit', budget.unitId) ?? fail('NOT_FOUND', { what: '单位' });
    return explainProcurement(allRuleSets(book), unit.region, firstDayOf(budget), {
      level: unit.level,
      items: listRows(book, 'procurement', budgetId),
      lines: listRows(book, 'line', budgetId),
    });
  },

  'procurement.addRuleSet': async (_input, ctx) => {
    ctx.writable();
    const path = await ctx.port.chooseOpen({ title: '添加采购规则', extensions: ['json'] });
    if (path === null) return fail('CANCELLED');
    const read = readRuleSet(await readJsonFile(path, FORMAT, MOST_BYTES));
    const name = basename(path);
    if (!read.ok) {
      const { place, reason } = read.problem;
      return fail('IMPORT_REFUSED', { place: place === '' ? `“${name}”` : `“${name}”的 ${place}`, reason });
    }
    const { id, number } = read.set;
    if (SHIPPED_RULE_SETS.some((set) => set.id === id)) {
      return fail('IMPORT_REFUSED', { place: `“${name}”的 id`, reason: `“${id}”是程序自带的规则，请另取一个。` });
    }
    const book = ctx.writable();
    const others = ownRuleSets(book).filter((set) => set.id !== id);
    const replaced = others.length < ownRuleSets(book).length;
    keepRuleSets(book, [...others, read.set]);
    return { id, number, replaced };
  },

  'procurement.removeRuleSet': ({ id }, ctx) => {
    const book = ctx.writable();
    const own = ownRuleSets(book);
    const others = own.filter((set) => set.id !== id);
    if (others.length === own.length) return fail('NOT_FOUND', { what: '采购规则' });
    keepRuleSets(book, others);
    return null;
  },
} satisfies Pick<Handlers, 'procurement.explain' | 'procurement.addRuleSet' | 'procurement.removeRuleSet'>;
