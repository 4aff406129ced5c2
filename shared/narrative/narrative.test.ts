import { describe, expect, it } from 'vitest';
import { exampleInput } from '../checks/example-input.fixture.ts';
import type { ExampleRow } from '../checks/record-spec.ts';
import { FIGURES } from './figures.ts';
import { missingOf } from './missing.ts';
import { sectionText } from './narrative.fixture.ts';
import { buildNarrative, paragraphsOf } from './narrative.ts';
import { NARRATIVE } from './sections.ts';
import { figuresIn } from './template.ts';

const WAN = 1_000_000;
const income = (amount: number) => ({ side: 'income', amount }) as const;
const basic = (amount: number, deptEconomic = '30101', functional = '2120501') =>
  ({ side: 'expenditure', nature: 'basic', amount, deptEconomic, functional }) as const;
const reception = (amount: number) => basic(amount, '30217');
const prior = (measure: string, amount: number) => ({ measure, amount }) as const;

describe('the declared sentences', () => {
  it('name only figures that there are, and each paragraph has an id of its own', () => {
    const parts = NARRATIVE.flatMap(({ parts: all }) => all.filter((part) => part.kind !== 'heading'));
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    for (const part of parts) {
      if (part.kind !== 'sentence') continue;
      const named = [...part.text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
      expect(named.filter((name) => !Object.hasOwn(FIGURES, name ?? ''))).toEqual([]);
    }
  });

  it('use every figure that is declared, but for the one that prints nothing', () => {
    const used = new Set(
      NARRATIVE.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'sentence' ? figuresIn(part.text) : []))),
    );
    expect(Object.keys(FIGURES).filter((id) => !used.has(id as never))).toEqual(['none']);
  });
});

describe('changes against last year', () => {
  const change = (now: number, last: number | null) =>
    sectionText(
      { lines: [income(now), basic(now)], prior: last === null ? [] : [prior('general.total', last)] },
      'general',
    )[0]?.replace(/^.*安排支出/, '');

  it.each([
    [300 * WAN, 200 * WAN, '300.00万元，比上年增加100.00万元，增长50.00%。'],
    [150 * WAN, 200 * WAN, '150.00万元，比上年减少50.00万元，下降25.00%。'],
    [200 * WAN, 200 * WAN, '200.00万元，与上年持平。'],
    [200 * WAN + 10, 200 * WAN, '200.00万元，与上年持平。'],
    [200 * WAN, 0, '200.00万元，上年没有这项预算。'],
    [0, 200 * WAN, '0.00万元，比上年减少200.00万元，下降100.00%。'],
    [0, 0, '0.00万元，与上年持平。'],
    [200 * WAN, null, '200.00万元。'],
    [20_000 * WAN + 10_000, 20_000 * WAN, '20,000.01万元，比上年增加0.01万元。'],
    [20_000 * WAN - 10_000, 20_000 * WAN, '19,999.99万元，比上年减少0.01万元。'],
  ])('%i after %s', (now, last, text) => {
    expect(change(now, last)).toBe(text);
  });

  it('compares with a figure known only in printed 万元 as printed', () => {
    const example = {
      lines: [income(WAN + 4_999), basic(WAN + 4_999)],
      prior: [{ measure: 'general.total', amount: WAN, rounded: true }],
    };
    expect(sectionText(example, 'general')[0]).toContain('1.00万元，与上年持平。');
  });
});

describe('lists', () => {
  const lines = [
    income(600 * WAN),
    basic(100 * WAN, '30101', '2080505'),
    basic(200 * WAN, '30102', '2101102'),
    basic(300 * WAN, '30201', '2120501'),
  ];

  it('stand in order of code, or the largest first', () => {
    expect(sectionText({ lines }, 'general')[1]).toContain(
      '社会保障和就业支出100.00万元，占16.67%；卫生健康支出200.00万元，占33.33%；城乡社区支出300.00万元，占50.00%。',
    );
    expect(sectionText({ lines }, 'general', 'size')[1]).toContain(
      '城乡社区支出300.00万元，占50.00%；卫生健康支出200.00万元，占33.33%；社会保障和就业支出100.00万元，占16.67%。',
    );
  });

  it('name the items of personnel and of operating expenses', () => {
    expect(sectionText({ lines }, 'basic').slice(1)).toEqual([
      '人员经费300.00万元，列支的科目有：基本工资、津贴补贴。',
      '公用经费300.00万元，列支的科目有：办公费。',
    ]);
  });
});

describe('sections that depend on the unit and on what there is', () => {
  it('say so where there are no “三公” expenses, and list them where there are', () => {
    const none = sectionText({ lines: [income(WAN), basic(WAN)] }, 'threePublic');
    expect(none).toEqual(['某单位2025年没有安排“三公”经费。']);
    const some = sectionText({ lines: [income(WAN), reception(WAN)] }, 'threePublic');
    expect(some).toHaveLength(4);
    expect(some[2]).toBe('2.公务接待费1.00万元。');
  });

  it('give operating expenses of an office, and none of an institution', () => {
    const lines = [income(WAN), basic(WAN, '30201')];
    expect(sectionText({ lines }, 'agencyOperating')[0]).toContain('没有这项预算');
    expect(sectionText({ lines, unit: { kind: 'administrative' } }, 'agencyOperating')[0]).toBe(
      '某单位2025年机关运行经费预算1.00万元。',
    );
  });

  it('do not deny project spending whose lines name no project yet', () => {
    const line = (projectId: number | null) =>
      ({ side: 'expenditure', nature: 'project', projectId, amount: WAN }) as const;
    expect(sectionText({ projects: [{}], lines: [line(null)] }, 'goals').join()).not.toContain('没有项目支出');
    expect(sectionText({ lines: [basic(WAN)] }, 'goals').join()).toContain('没有项目支出');
  });

  it('count the projects and the goal sheets that go with them', () => {
    const text = sectionText(
      {
        projects: [{ category: 'operations' }, {}],
        lines: [1, 2].map((projectId) => ({
          side: 'expenditure',
          nature: 'project',
          projectId,
          amount: projectId * WAN,
        })),
        goalSheets: [{ projectId: 2, annualTotal: 2 * WAN }, { projectId: null }],
      },
      'goals',
    );
    expect(text[0]).toContain('涉及资金3.00万元');
    expect(text[1]).toBe(
      '纳入绩效目标管理的项目共2个，金额3.00万元。其他运转类1个，金额1.00万元；特定目标类1个，金额2.00万元。',
    );
    expect(text[2]).toContain('绩效目标的项目1个，金额2.00万元，占项目支出的66.67%。其他运转类0个，金额0.00万元；');
  });

  it('do not count the goal sheets of confidential projects among those that are disclosed', () => {
    const text = sectionText(
      {
        projects: [{ confidential: true }, {}],
        lines: [1, 2].map((projectId) => ({ side: 'expenditure', nature: 'project', projectId, amount: WAN })),
        goalSheets: [1, 2].map((projectId) => ({ projectId, annualTotal: WAN })),
      },
      'goals',
    );
    expect(text.join()).toContain('项目共2个，金额2.00万元');
    expect(text.join()).toContain('绩效目标的项目1个，金额1.00万元，占项目支出的50.00%');
  });
});

describe('appropriations by function', () => {
  const fiscal = (lines: readonly ExampleRow[]) => sectionText({ lines }, 'fiscal');
  const yearEnd = (amount: number) => ({ side: 'yearEndCarryover', functional: null, amount }) as const;

  it('are told with what stays for next year, so that the parts make up the total', () => {
    const [total, ...parts] = fiscal([income(300 * WAN), basic(200 * WAN), yearEnd(100 * WAN)]);
    expect(total).toContain('各为300.00万元。');
    expect(parts).toEqual(['支出按功能分类安排如下：城乡社区支出200.00万元。', '支出总计中包括年终结转100.00万元。']);
    expect(fiscal([income(WAN), yearEnd(WAN)]).slice(1)).toEqual(['支出总计中包括年终结转1.00万元。']);
  });

  it('are said not to be there where a unit lives on its own funds', () => {
    const own = { fund: 'ownFunds' } as const;
    expect(
      fiscal([
        { ...income(WAN), ...own },
        { ...basic(WAN), ...own },
      ]),
    ).toEqual(['某单位2025年没有财政拨款收支预算。']);
  });
});

describe('procurement', () => {
  it('that is no longer planned is compared with last year', () => {
    const none = (last: number) => sectionText({ prior: [prior('procurement.total', last)] }, 'procurement');
    expect(none(2 * WAN)).toEqual(['某单位2025年没有编报政府采购预算，比上年减少2.00万元，下降100.00%。']);
    expect(none(0)).toEqual(['某单位2025年没有编报政府采购预算，与上年持平。']);
  });
});

describe('the user’s own words', () => {
  const lines = [income(WAN), basic(WAN)];
  const written = (text: string) =>
    sectionText({ lines, narrative: [{ section: 'expenditure.natures', text }] }, 'expenditure');

  it('stand in place of the sentence, with live figures', () => {
    expect(written('支出{expenditure.spent}，都是基本支出。')).toEqual(['支出1.00万元，都是基本支出。']);
  });

  it('may be several paragraphs, or none', () => {
    expect(written('第一段。\n\n第二段{year}。')).toEqual(['第一段。', '第二段2025。']);
    expect(written('{none}')).toEqual([]);
  });

  const reason = (text: string) =>
    sectionText({ lines, narrative: [{ section: 'change.reason', text }] }, 'change').slice(2);

  it('stand behind the lead, which is not said twice and not left alone', () => {
    expect(reason('项目增加。')).toEqual(['变动的主要原因：项目增加。']);
    expect(reason('\n项目增加。\n人员减少。')).toEqual(['变动的主要原因：项目增加。', '人员减少。']);
    expect(reason('主要原因是项目增加。')).toEqual(['主要原因是项目增加。']);
    expect(reason('收入增加的原因：项目增加。')).toEqual(['收入增加的原因：项目增加。']);
    expect(reason('项目增加，原因是任务加重。')).toEqual(['变动的主要原因：项目增加，原因是任务加重。']);
    expect(reason('{none}')).toEqual([]);
  });

  it('are no words where they are blanks alone', () => {
    expect(reason(' \n')).toEqual([]);
    expect(sectionText({ narrative: [{ section: 'other.other', text: ' ' }] }, 'other')).toEqual(['无。', '无。']);
  });

  it('keep braces around what is no figure', () => {
    expect(written('集合{甲}和{no.such}。')).toEqual(['集合{甲}和{no.such}。']);
  });
});

describe('what is asked for', () => {
  const asked = (example: Parameters<typeof exampleInput>[0]) =>
    paragraphsOf(buildNarrative(exampleInput(example), 'code')).flatMap(({ section, asked: why }) =>
      why === null ? [] : [`${section}: ${why.reason}`],
    );

  it('is a reason for every change of the “三公” expenses, for others from a tenth on', () => {
    const lines = [income(105 * WAN), reception(105 * WAN)];
    const last = (amount: number) =>
      ['income.total', 'expenditure.total', 'threePublic.total'].map((each) => prior(each, amount));
    expect(asked({ lines, prior: last(100 * WAN) })).toEqual([
      'threePublic.reason: “三公”经费合计增长5.00%，请写明原因。',
    ]);
    expect(asked({ lines, prior: last(95 * WAN) })).toEqual([
      'change.reason: 收入总计增长10.53%，请写明原因。',
      'threePublic.reason: “三公”经费合计增长10.53%，请写明原因。',
    ]);
    expect(asked({ lines, prior: last(105 * WAN) })).toEqual([]);
  });

  it('is a reason for a change of a tenth itself, either way, and not for a little less', () => {
    const changed = (now: number) =>
      asked({ lines: [income(now), basic(now)], prior: [prior('income.total', 100 * WAN)] });
    expect(changed(110 * WAN)).toEqual(['change.reason: 收入总计增长10.00%，请写明原因。']);
    expect(changed(90 * WAN)).toEqual(['change.reason: 收入总计下降10.00%，请写明原因。']);
    for (const now of [109.99 * WAN, 90.01 * WAN]) expect(changed(now)).toEqual([]);
  });

  it('is not asked again once it is written', () => {
    const lines = [income(WAN), reception(WAN)];
    const example = { lines, prior: [prior('threePublic.total', 0)] };
    expect(asked(example)).toEqual(['threePublic.reason: “三公”经费合计上年没有，今年新增，请写明原因。']);
    expect(asked({ ...example, narrative: [{ section: 'threePublic.reason', text: '新增接待任务。' }] })).toEqual([]);
  });

  it('is a reason for a change too small for a rate, and where blanks stand for one', () => {
    const lines = [income(20_000 * WAN + 10_000), reception(20_000 * WAN + 10_000)];
    const example = { lines, prior: [prior('threePublic.total', 20_000 * WAN)] };
    const why = ['threePublic.reason: “三公”经费合计增长，请写明原因。'];
    expect(asked(example)).toEqual(why);
    expect(asked({ ...example, narrative: [{ section: 'threePublic.reason', text: ' ' }] })).toEqual(why);
  });

  it('lists, too, what nobody entered', () => {
    const input = exampleInput({
      budget: { duties: null, organisation: '财务股。' },
      lines: [income(WAN), basic(WAN)],
      prior: [prior('expenditure.total', 2 * WAN)],
    });
    const texts = missingOf(buildNarrative(input, 'code'), input).map(({ text }) => text);
    expect(texts).toContain('上年的收入总计没有录入，说明中暂缺这一句。');
    expect(texts).toContain('国有资产没有录入，说明中写的是没有占有使用。');
    expect(texts).toContain('单位职责没有填写。');
    expect(texts).not.toContain('机构设置没有填写。');
    expect(texts).toContain('支出总计下降50.00%，请写明原因。');
  });

  it('is the day of the assets, which is the end of last year until it is said', () => {
    const assets = [{ kind: 'vehicleOther', quantity: '2' }];
    const missing = (assetsOn: string | null) => {
      const input = exampleInput({
        budget: { year: 2025, assetsOn, duties: '清扫。', organisation: '两股。' },
        assets,
      });
      return missingOf(buildNarrative(input, 'code'), input).map(({ text }) => text);
    };
    expect(sectionText({ budget: { year: 2025, assetsOn: null }, assets }, 'assets').join('')).toContain(
      '截至2024年末，',
    );
    expect(missing(null)).toContain('资产时点没有录入，说明中写的是2024年末。');
    expect(missing('2024-12-31').filter((text) => text.includes('资产时点'))).toEqual([]);
  });
});
