/** The editor's model of a sheet's indicators: lines, columns, and what typing, clearing and pasting make of them. */
import { describe, expect, test } from 'vitest';
import { indicator } from '../../shared/entities/indicator.ts';
import type { FormFamily, Period } from '../../shared/goals/form-spec.ts';
import { formOf } from '../../shared/goals/forms.ts';
import { THIRD_FORM } from '../../shared/goals/third-form.fixture.ts';
import { parseValueText } from '../../shared/goals/value-text.ts';
import type { SavedRow } from '../../shared/intake/values.ts';
import { answeredBy } from '../grid/answered.fixture.ts';
import { RowStore } from '../grid/row-store.ts';
import type { SaveAnswer, SaveRow } from '../grid/saving.ts';
import { GridSession } from '../grid/session.ts';
import { type ColumnField, cellText } from './cell-text.ts';
import { commitTexts, layPasted, newIndicator } from './grid-edit.ts';
import { columnsOf, halvesOf, type IndicatorBlock, level1Spans, linesOf } from './grid-rows.ts';

const blockOf = (form: FormFamily): IndicatorBlock =>
  form.project.blocks.find((block) => block.kind === 'indicators') ?? expect.fail();

/** A sheet over a core that stores what it is sent. */
function rig(form: FormFamily) {
  const labels: string[] = [];
  const store = new RowStore();
  let last = 0;
  const send = async (label: string, save: readonly SaveRow[], remove: readonly number[]): Promise<SaveAnswer> => {
    labels.push(label);
    const rows = save.map((row): SavedRow => {
      const id = row.id ?? ++last;
      return {
        id,
        revision: (row.revision ?? 0) + 1,
        position: row.position ?? store.get(id)?.position ?? id * 1_024,
        values: row.values,
      };
    });
    return { ok: true, rows, removed: remove, revision: labels.length };
  };
  const session = new GridSession({
    ...{ store, send: answeredBy(send), fields: indicator.fields, recordName: '绩效指标' },
    include: () => true,
    defaults: () => newIndicator(null, null, null),
  });
  const shows = new Set<ColumnField>(blockOf(form).columns.map(({ field }) => field));
  const lines = () => linesOf(form, halvesOf(session), null);
  const lineAt = (level2: string, at: number) =>
    lines().find((line) => line.group.level2 === level2 && line.at === at) ?? expect.fail();
  const type = async (level2: string, at: number, period: Period, field: ColumnField, text: string) => {
    commitTexts(session, lines(), [{ line: lineAt(level2, at), column: { field, period }, text }], shows, '录入');
    await session.idle();
  };
  const shown = () =>
    lines()
      .filter(({ halves }) => halves.implementation !== null || halves.annual !== null)
      .map(({ group, halves }) => [
        group.level2,
        ...(['implementation', 'annual'] as const).map((period) => {
          const row = halves[period]?.row;
          return row === undefined ? null : `${cellText(row, 'level3')} ${cellText(row, 'value')}`;
        }),
      ]);
  return { session, store, labels, shows, lines, lineAt, type, shown };
}

describe('the lines of a form', () => {
  test('has a line to type into under every second level, and columns once in each period', () => {
    const form = formOf('costFirst');
    const lines = linesOf(form, [], null);
    expect(lines).toHaveLength(11);
    expect(level1Spans(lines)).toEqual([3, 0, 0, 3, 0, 0, 4, 0, 0, 0, 1]);
    expect(columnsOf(form.project, blockOf(form)).map(({ period, field }) => `${period} ${field}`)).toHaveLength(10);
  });

  test('of an invented form follows its declaration alone', () => {
    expect(linesOf(THIRD_FORM, [], null).map(({ group }) => [group.level1, group.printed.level2])).toEqual([
      ['投入', '预算控制'],
      ['结果', '完成'],
      ['结果', '群众评价'],
    ]);
    expect(
      columnsOf(THIRD_FORM.project, blockOf(THIRD_FORM)).map(({ periodName, label }) => periodName + label),
    ).toEqual(['本年内容', '本年目标值', '本年权重', '本年说明']);
  });

  test('shows the line that was asked for where it was asked for', () => {
    const form = formOf('costUnderOutput');
    const lines = linesOf(form, [], { level1: '产出指标', level2: '数量指标', at: 1 });
    expect(lines.filter(({ group }) => group.level2 === '数量指标')).toHaveLength(2);
  });
});

describe('typing', () => {
  test('a name waits for its value, and both are saved as one indicator taken apart', async () => {
    const { type, store, labels, session, shown } = rig(formOf('costUnderOutput'));
    await type('数量指标', 0, 'implementation', 'level3', '清扫面积');
    expect(labels).toEqual([]);
    expect(session.unsaved).toHaveLength(1);
    await type('数量指标', 0, 'implementation', 'value', '不少于20万平方米');
    expect(store.get(1)?.values).toMatchObject({
      ...{ period: 'implementation', level1: '产出指标', level2: '数量指标', level3: '清扫面积' },
      ...{ operator: '≥', value: '20', measure: '万平方米', nature: null, direction: null },
    });
    expect(shown()).toEqual([['数量指标', '清扫面积 ≥20万平方米', null]]);
  });

  test('a bare number beside an indicator takes its name, operator and unit', async () => {
    const { type, shown, labels } = rig(formOf('costUnderOutput'));
    await type('数量指标', 0, 'implementation', 'level3', '清扫面积');
    await type('数量指标', 0, 'implementation', 'value', '≥20万平方米');
    await type('数量指标', 0, 'annual', 'value', '8');
    expect(shown()).toEqual([['数量指标', '清扫面积 ≥20万平方米', '清扫面积 ≥8万平方米']]);
    await type('数量指标', 0, 'annual', 'value', '9');
    expect(shown()).toEqual([['数量指标', '清扫面积 ≥20万平方米', '清扫面积 9']]);
    expect(labels).toHaveLength(3);
  });

  test('nature and direction follow a new value where the form has them', async () => {
    const { type, store } = rig(formOf('costFirst'));
    await type('经济成本指标', 0, 'annual', 'level3', '总成本');
    await type('经济成本指标', 0, 'annual', 'value', '≤5万元');
    await type('社会效益指标', 0, 'annual', 'level3', '环境');
    await type('社会效益指标', 0, 'annual', 'value', '明显改善');
    expect([store.get(1)?.values, store.get(2)?.values]).toMatchObject([
      { nature: 'quantitative', direction: 'negative' },
      { nature: 'qualitative', direction: 'positive' },
    ]);
    await type('经济成本指标', 0, 'annual', 'direction', '正向');
    await type('经济成本指标', 0, 'annual', 'value', '≤6万元');
    expect(store.get(1)?.values.direction).toBe('positive');
  });

  test('a text the field does not take stays as it was typed, with the reason', async () => {
    const { type, lineAt, store } = rig(THIRD_FORM);
    await type('完成情况', 0, 'annual', 'level3', '路灯');
    await type('完成情况', 0, 'annual', 'value', '20盏');
    await type('完成情况', 0, 'annual', 'score', '很多');
    const row = lineAt('完成情况', 0).halves.annual?.row ?? expect.fail();
    expect([cellText(row, 'score'), row.problems.score]).toEqual(['很多', expect.stringContaining('数字')]);
    await type('完成情况', 0, 'annual', 'value', `≥${'长'.repeat(301)}`);
    const long = lineAt('完成情况', 0).halves.annual?.row ?? expect.fail();
    expect(cellText(long, 'value')).toHaveLength(302);
    expect(store.get(1)?.values.value).toBe('20');
  });

  test('a row emptied of name and value is removed; one without its name only says so', async () => {
    const { type, store, lineAt } = rig(formOf('costUnderOutput'));
    await type('质量指标', 0, 'annual', 'level3', '合格率');
    await type('质量指标', 0, 'annual', 'value', '100%');
    await type('质量指标', 0, 'annual', 'level3', '');
    expect(lineAt('质量指标', 0).halves.annual?.row.problems.level3).toContain('请填写');
    expect(store.order).toHaveLength(1);
    await type('质量指标', 0, 'annual', 'value', ' ');
    expect(store.order).toHaveLength(0);
  });

  test('into the half beside an earlier row comes before the rows below it', async () => {
    const { type, shown, session } = rig(formOf('costUnderOutput'));
    const put = async (at: number, period: Period, name: string) => {
      await type('数量指标', at, period, 'level3', name);
      await type('数量指标', at, period, 'value', '1');
    };
    layPasted(
      session,
      [],
      ['甲', '乙'].map((level3) => ({
        ...({ period: 'implementation', level1: '产出指标', level2: '数量指标', level3, score: null } as const),
        ...parseValueText('1'),
      })),
    );
    await session.idle();
    await put(1, 'annual', '乙');
    await put(0, 'annual', '丙');
    expect(shown()).toEqual([
      ['数量指标', '甲 1', '丙 1'],
      ['数量指标', '乙 1', '乙 1'],
    ]);
  });
});

test('pasted indicators change those of the same name, add others, and are one step', async () => {
  const { session, shown, labels, type } = rig(formOf('costUnderOutput'));
  await type('数量指标', 0, 'annual', 'level3', '甲');
  await type('数量指标', 0, 'annual', 'value', '1个');
  const pasted = (level3: string, text: string) => ({
    ...({ period: 'annual', level1: '产出指标', level2: '数量指标', level3, score: null } as const),
    ...parseValueText(text),
  });
  layPasted(session, halvesOf(session), [pasted('甲', '≥2个'), pasted('乙', '≥3个'), pasted('丙', '')]);
  await session.idle();
  expect(labels).toEqual(['录入', '粘贴 3 条绩效指标']);
  expect(shown()).toEqual([
    ['数量指标', null, '甲 ≥2个'],
    ['数量指标', null, '乙 ≥3个'],
    ['数量指标', null, '丙 '],
  ]);
  expect(session.unsaved).toHaveLength(1);
});
