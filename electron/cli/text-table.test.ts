import { describe, expect, it } from 'vitest';
import { sampleFacts } from '../../samples/sample-facts.fixture.ts';
import { readJson } from '../../samples/source.ts';
import { type JsonTables, tablesJson } from '../../shared/tables/tables-json.ts';
import { textWidth } from '../../shared/tables/text-width.ts';
import { tableText } from './text-table.ts';

const facts = sampleFacts('lanxian-2025');

describe('tableText', () => {
  it('aligns labels to the left, amounts to the right and heads over their columns', () => {
    const lines = tableText(facts.table(6)).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '预算公开表6  2025年一般公共预算安排基本支出分经济科目表（不含上年结转）',
      '单位名称：岚县城乡环卫和市政服务中心  单位：万元',
    ]);
    const rule = lines[4]?.split('  ').map((part) => part.length) ?? [];
    expect(rule.length).toBe(5);
    expect(textWidth(lines[5] ?? '', 1)).toBe(rule.reduce((sum, part) => sum + part + 2, -2));
    expect(lines[5]?.trimEnd().endsWith('7.85')).toBe(true);
  });

  it('says that a table has no data', () => {
    expect(tableText(facts.table(7)).endsWith('注：本表无数据')).toBe(true);
  });
});

describe('tablesJson', () => {
  it('has the shape and the texts of the published tables', () => {
    const published = readJson<JsonTables>('lanxian-2025/expected-tables.json');
    const own = tablesJson(published.document, facts.tables());
    expect(own.tables.length).toBe(13);
    for (const [index, table] of published.tables.entries()) {
      // Printed form labels are wrong or missing in the source, and its page numbers belong to the document.
      const { form_label: _label, toc_page: _page, rows, ...rest } = { toc_page: null, ...table };
      expect(own.tables[index]).toMatchObject(rest);
      const kept = rows.filter((row) => table.no !== 13 || row.row !== 2);
      expect(own.tables[index]?.rows).toEqual(kept.map((row, place) => ({ ...row, row: place + 1 })));
    }
  });
});
