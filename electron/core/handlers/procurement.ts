/** The procurement rule sets a book knows: shipped ones, and those a bureau adds from a file. */
import { basename } from 'node:path';
import { fail } from '../../../shared/api/failure.ts';
import { placeInWords, readRuleSet } from '../../../shared/procurement/read.ts';
import { SHIPPED_RULE_SETS } from '../../../shared/procurement/rule-sets/index.ts';
import type { Handlers } from '../context.ts';
import { fileName } from '../export/file-name.ts';
import { writeChosen } from '../export/write-chosen.ts';
import { readJsonFile } from '../import/json-file.ts';
import { allRuleSets, dropRuleSet, keepRuleSet, ownRuleSets, removedRuleSets } from '../rule-sets.ts';

const FORMAT = { format: 'yusuan-procurement-rules', version: 1, expected: '采购规则文件（JSON）' } as const;
/** A national catalogue with remarks is below 1 MB. */
const MOST_BYTES = 4_000_000;
const WHAT = '采购规则';

export const procurementHandlers = {
  'procurement.ruleSets': (_input, ctx) => {
    const book = ctx.book();
    return { shipped: SHIPPED_RULE_SETS, own: ownRuleSets(book), removed: removedRuleSets(book) };
  },

  'procurement.addRuleSet': async (_input, ctx) => {
    ctx.writable();
    const path = await ctx.port.chooseOpen({ title: '添加采购规则', extensions: ['json'] });
    if (path === null) return fail('CANCELLED');
    const read = readRuleSet(await readJsonFile(path, FORMAT, MOST_BYTES));
    const name = basename(path);
    if (!read.ok) {
      const { place, reason } = read.problem;
      return fail('IMPORT_REFUSED', {
        place: place === '' ? `“${name}”` : `“${name}”的${placeInWords(place)}`,
        reason,
      });
    }
    const { id, number } = read.set;
    if (SHIPPED_RULE_SETS.some((set) => set.id === id)) {
      return fail('IMPORT_REFUSED', {
        place: `“${name}”的标识（id）`,
        reason: `“${id}”是程序自带的规则，请另取一个。`,
      });
    }
    const book = ctx.writable();
    const replaced = ownRuleSets(book).some((set) => set.id === id);
    keepRuleSet(book, read.set);
    ctx.checks().renew();
    return { id, number, replaced };
  },

  'procurement.exportRuleSet': ({ id, jobId }, ctx) => {
    const set = allRuleSets(ctx.book()).find((each) => each.id === id) ?? fail('NOT_FOUND', { what: WHAT });
    return writeChosen(ctx, {
      jobId,
      title: '导出采购规则',
      suggestedName: fileName(`采购规则 ${set.number}`, 'json'),
      extension: 'json',
      render: async () => new TextEncoder().encode(`${JSON.stringify(set, null, 2)}\n`),
    });
  },

  'procurement.removeRuleSet': ({ id }, ctx) => {
    const book = ctx.writable();
    dropRuleSet(book, ownRuleSets(book).find((set) => set.id === id) ?? fail('NOT_FOUND', { what: WHAT }));
    ctx.checks().renew();
    return null;
  },

  'procurement.restoreRuleSet': ({ id }, ctx) => {
    const book = ctx.writable();
    keepRuleSet(book, removedRuleSets(book).find((set) => set.id === id) ?? fail('NOT_FOUND', { what: WHAT }));
    ctx.checks().renew();
    return null;
  },
} satisfies Pick<
  Handlers,
  | 'procurement.ruleSets'
  | 'procurement.addRuleSet'
  | 'procurement.exportRuleSet'
  | 'procurement.removeRuleSet'
  | 'procurement.restoreRuleSet'
>;
