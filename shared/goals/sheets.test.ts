/** What is done with whole goal sheets: new ones, other forms, copies between periods, reuse, the library, the overview. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import { goalSheet } from '../entities/goal-sheet.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { indicator } from '../entities/indicator.ts';
import { fen } from '../money/fen.ts';
import { planCopy } from './copy-period.ts';
import { FORM_FAMILIES } from './form-families/index.ts';
import { formOf } from './forms.ts';
import { libraryOf, suggestionsFor } from './library.ts';
import { placeOn } from './map-form.ts';
import { newSheet } from './new-sheet.ts';
import { goalOverview } from './overview.ts';
import { movedYears, reusedIndicators, reusedSheet } from './reuse.ts';
import { THIRD_FORM } from './third-form.fixture.ts';

type Indicator = RowOfEntity<'indicator'>;
type Sheet = RowOfEntity<'goalSheet'>;

const emptyOf = (fields: object) => Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
const META = { id: 1, revision: 3, parentId: 1, position: 1_024 };
// Fixtures: every field of the entity, empty but for what the test says.
const one = (fields: Partial<Indicator>): Indicator =>
  ({
    ...emptyOf(indicator.fields),
    ...META,
    level1: '产出指标',
    level2: '数量指标',
    value: '1',
    ...fields,
  }) as Indicator;
const sheetOf = (fields: Partial<Sheet>): Sheet =>
  ({ ...emptyOf(goalSheet.fields), ...META, form: 'costFirst', ...fields }) as Sheet;
const UNIT: RowOfEntity<'unit'> = {
  ...META,
  code: '021001',
  name: '某中心',
  superiorId: 7,
  level: 'county',
  kind: 'institution',
  region: null,
};
const BUDGET: RowOfEntity<'budget'> = {
  ...META,
  unitId: 1,
  year: 2027,
  stage: 'first',
  status: 'draft',
  approvedOn: null,
  duties: null,
  organisation: null,
  responsible: '甲',
  accountant: '乙',
  phone: '1',
  assetsOn: null,
};
const PROJECT: RowOfEntity<'project'> = {
  ...META,
  code: null,
  name: '广场改造',
  category: 'specificTarget',
  startsOn: null,
  endsOn: null,
  continues: false,
  confidential: false,
  note: null,
  lineage: null,
};
const SUPERIOR = { ...UNIT, id: 7, code: '021', name: '某局' };
const LINES = [{ fund: 'generalPublic', amount: fen(500) }] as const;

describe('a new sheet', () => {
  const given = { unit: UNIT, budget: BUDGET, superior: SUPERIOR, project: PROJECT, lines: LINES } as const;

  it('knows the departments, the signatures and the money of the lines', () => {
    expect(newSheet({ ...given, form: formOf('costUnderOutput') })).toMatchObject({
      projectId: 1,
      form: 'costUnderOutput',
      nameOnSheet: null,
      supervisorCode: '021',
      supervisor: '某局',
      implementer: '某中心',
      term: '1年',
      annualTotal: 500,
      annualLocal: 500,
      annualOther: 0,
      implTotal: 500,
      responsible: '甲',
      handler: '乙',
    });
  });

  it('leaves the whole period open where the project goes on', () => {
    const long = { ...PROJECT, startsOn: '2026-03-01', endsOn: '2028-06-30' };
    expect(newSheet({ ...given, project: long, form: formOf('costFirst') })).toMatchObject({
      attribute: '延续性项目',
      term: '3年',
      annualTotal: 500,
      implTotal: null,
      implLocal: null,
    });
    expect(newSheet({ ...given, project: { ...PROJECT, continues: true }, form: formOf('costFirst') }).term).toBeNull();
  });

  it('of the unit, and of a form with the year only', () => {
    expect(newSheet({ ...given, project: null, superior: null, form: formOf('costFirst') })).toMatchObject({
      projectId: null,
      supervisorCode: '021001',
      attribute: '整体绩效目标',
      annualTotal: 500,
    });
    expect(newSheet({ ...given, form: THIRD_FORM })).toMatchObject({
      form: 'invented',
      annualTotal: 500,
      implTotal: null,
    });
  });
});

describe('another form', () => {
  const all = [...FORM_FAMILIES, THIRD_FORM];

  it('takes an indicator where it has the name, else where it has the purpose', () => {
    const cost = { level1: '产出指标', level2: '成本指标' };
    expect(placeOn(formOf('costFirst'), cost)).toEqual({ level1: '成本指标', level2: '经济成本指标' });
    expect(placeOn(formOf('costUnderOutput'), { level1: '成本指标', level2: '社会成本指标' })).toEqual(cost);
    expect(placeOn(formOf('costFirst'), { level1: '效益', level2: '社会效益' })?.level2).toBe('社会效益指标');
    expect(placeOn(THIRD_FORM, cost, all)).toEqual({ level1: '投入', level2: '预算控制' });
    expect(placeOn(formOf('costFirst'), { level1: '投入', level2: '预算控制' }, all)?.level2).toBe('经济成本指标');
  });

  it('recognises a purpose by its word, and says when it has none of it', () => {
    expect(placeOn(formOf('costFirst'), { level1: '效益指标', level2: '可持续发展影响' })?.level1).toBe('效益指标');
    expect(placeOn(THIRD_FORM, { level1: '效益指标', level2: '社会效益指标' }, all)).toBeNull();
    expect(placeOn(formOf('costFirst'), { level1: '甲', level2: '乙' })).toBeNull();
  });

  it('and back leaves every indicator of a shipped form on its form', () => {
    for (const from of FORM_FAMILIES) {
      for (const { name: level1, level2 } of from.levels) {
        for (const { name } of level2) {
          for (const to of FORM_FAMILIES) {
            const there = placeOn(to, { level1, level2: name });
            expect(there).not.toBeNull();
            expect(there === null ? null : placeOn(from, there)?.level2).toBeDefined();
          }
        }
      }
    }
  });
});

describe('a copy from 实施期 to 年度', () => {
  const form = formOf('costUnderOutput');
  const list = [
    one({ id: 1, period: 'implementation', level3: '甲', value: '10', position: 100 }),
    one({ id: 2, period: 'implementation', level3: '乙', value: '20', position: 200 }),
    one({ id: 3, period: 'annual', level3: '甲', value: '5', position: 300, note: '年度的' }),
    one({ id: 4, period: 'annual', level3: '丙', value: '7', position: 400 }),
  ];

  it('of all changes those of the same name, adds the others, and leaves what the year has of its own', () => {
    expect(planCopy(form, list, null)).toMatchObject([
      { id: null, revision: null, period: 'annual', level3: '乙', value: '20', position: 201 },
      { id: 3, revision: 3, period: 'annual', level3: '甲', value: '10', position: 101, note: '年度的' },
    ]);
  });

  it('of one row replaces what stands beside it', () => {
    expect(planCopy(form, list, new Set([2]))).toMatchObject([{ id: 4, level3: '乙', value: '20', period: 'annual' }]);
    expect(planCopy(form, list, new Set())).toEqual([]);
  });

  it('of one row comes behind the annual one above it, wherever that stands in the book', () => {
    const more = [...list.slice(0, 3), one({ id: 5, period: 'implementation', level3: '丁', position: 150 })];
    const [copy, ...others] = planCopy(form, more, new Set([2]));
    expect([copy?.level3, copy?.position, others]).toEqual(['乙', 301, []]);
    const before = [one({ id: 6, period: 'implementation', level3: '子', position: 50 }), ...list];
    expect(planCopy(form, before, new Set([6])).map(({ position }) => position)).toEqual([300]);
  });
});

describe('reuse', () => {
  const from = sheetOf({ overview: '2026年完成', basis: '', implGoal: '到2028年', annualTotal: fen(9), term: '3年' });
  const to = sheetOf({ overview: '旧', basis: '自有依据', annualTotal: fen(1), term: '1年' });
  const ask = { years: 1, form: formOf('costFirst') } as const;

  it('takes the chosen parts, and an empty text there takes nothing away here', () => {
    expect(reusedSheet(to, from, { ...ask, parts: new Set(['texts', 'goals']) })).toEqual({
      ...to,
      overview: '2027年完成',
      implGoal: '到2029年',
    });
    expect(reusedSheet(to, from, { ...ask, parts: new Set(['head', 'money']) })).toMatchObject({
      term: '3年',
      annualTotal: 9,
      overview: '旧',
    });
  });

  it('brings indicators of the chosen periods to the form', () => {
    const list = [
      one({ period: 'annual', level2: '成本指标', level3: '成本', value: '5' }),
      one({ period: 'implementation', level2: '时效指标', level3: '完成', value: '2026年6月底前' }),
    ];
    expect(reusedIndicators(list, { ...ask, parts: new Set(['annual']) })).toMatchObject([
      { level1: '成本指标', level2: '经济成本指标', level3: '成本' },
    ]);
    expect(reusedIndicators(list, { ...ask, parts: new Set(['implementation']) })).toMatchObject([
      { value: '2027年6月底前' },
    ]);
  });

  it('moves years, not numbers of documents', () => {
    expect(movedYears('〔2025〕5号文，2025年至2026年', 1)).toBe('〔2025〕5号文，2026年至2027年');
    expect(movedYears('12025年', 1)).toBe('12025年');
  });

  it('moves both years of a span', () => {
    expect(movedYears('2025-2026年度、2025—2026年、2025至2026年', 1)).toBe('2026-2027年度、2026—2027年、2026至2027年');
    expect(movedYears('编号2025-01', 1)).toBe('编号2025-01');
  });
});

describe('the library', () => {
  const counted = (level2: string, level3: string, uses: number, measure: string | null = null) =>
    ({ level2, level3, operator: null, measure, nature: null, direction: null, uses }) as const;
  const library = libraryOf([
    counted('数量指标', '清扫面积', 2, '平方米'),
    counted('数量指标', '清扫面积', 5, '万平方米'),
    counted('数量指标', '转运量', 6, '吨'),
    counted('数量指标', '巡查次数', 9, '次'),
    counted('数量指标', '巡查次数', 1, '趟'),
    counted('成本指标', '运行费', 1, '万元'),
  ]);

  it('counts a name once, with the unit used most, and puts own names before common ones', () => {
    expect(library.数量指标?.slice(0, 3)).toMatchObject([
      { level3: '巡查次数', uses: 10, measure: '次' },
      { level3: '清扫面积', uses: 7, measure: '万平方米' },
      { level3: '转运量', uses: 6 },
    ]);
    expect(library.数量指标?.slice(3).every(({ uses }) => uses === 0)).toBe(true);
    expect(library.质量指标?.length).toBeGreaterThan(2);
  });

  it('offers costs under every name that forms have for cost', () => {
    const names = suggestionsFor(library, '经济成本指标').map(({ level3 }) => level3);
    expect(names).toContain('运行费');
    expect(new Set(names).size).toBe(names.length);
    expect(suggestionsFor(library, '没有的')).toEqual([]);
  });
});

describe('the overview', () => {
  const finding = (entity: 'goalSheet' | 'indicator', id: number, severity: Finding['severity']): Finding => ({
    ruleId: 'x',
    severity,
    message: '',
    basis: '',
    location: { kind: 'row', entity, id, field: null },
  });
  const base = {
    unitName: '某中心',
    projects: [PROJECT, { ...PROJECT, id: 2, name: '乙' }],
    projectLines: [
      { projectId: 1, side: 'expenditure', fund: 'generalPublic', origin: 'current', lines: 1, amount: fen(3) },
      { projectId: 1, side: 'expenditure', fund: 'generalPublic', origin: 'carryover', lines: 1, amount: fen(4) },
      { projectId: 1, side: 'income', fund: 'ownFunds', origin: 'current', lines: 1, amount: fen(9) },
    ],
    unitLines: LINES,
  } as const;

  it('names what is missing, what is empty, and what was found, sheet by sheet', () => {
    const overview = goalOverview({
      ...base,
      goalSheets: [sheetOf({ id: 5, projectId: 1, annualTotal: fen(7), overview: '有' })],
      indicators: [one({ id: 8, parentId: 5, period: 'annual' })],
      findings: [
        finding('goalSheet', 5, 'warning'),
        finding('indicator', 8, 'advice'),
        finding('indicator', 99, 'error'),
      ],
    });
    expect(overview.map(({ name, state, spent }) => [name, state, spent])).toEqual([
      ['某中心', 'missing', 500],
      ['广场改造', 'open', 7],
      ['乙', 'missing', 0],
    ]);
    expect(overview[1]).toMatchObject({
      sheetId: 5,
      indicators: { implementation: 0, annual: 1 },
      findings: { error: 0, warning: 1, advice: 1 },
      lines: [{ fund: 'generalPublic', amount: 7 }],
    });
    expect(overview[1]?.lacks).toEqual([
      ...['立项依据', '项目设立必要性', '保证项目实施的制度、措施', '项目实施计划'],
      ...['实施期总体目标', '年度总体目标', '实施期绩效指标'],
    ]);
  });

  it('asks of the overall sheet what is of the year only', () => {
    const [whole] = goalOverview({
      ...base,
      goalSheets: [sheetOf({ id: 6, projectId: null })],
      indicators: [],
      findings: [],
    });
    const ofPeriods = whole?.lacks.filter((label) => /^(?:实施期|年度).*(?:目标|指标)$/.test(label));
    expect(ofPeriods).toEqual(['年度总体目标', '年度绩效指标']);
  });

  it('asks of a sheet what its own form shows, also of a form that came later', () => {
    const sheet = sheetOf({ id: 5, projectId: 1, form: 'invented', annualTotal: fen(7), annualGoal: '好' });
    const of = (more: Partial<Sheet>, indicators: readonly Indicator[], findings: readonly Finding[] = []) =>
      goalOverview({ ...base, goalSheets: [{ ...sheet, ...more }], indicators, findings }, [
        ...FORM_FAMILIES,
        THIRD_FORM,
      ])[1];
    const annual = [one({ id: 8, parentId: 5, period: 'annual' })];
    expect(of({}, [])?.lacks).toEqual(['本年指标', '怎么做']);
    expect(of({ plan: '干' }, annual)?.state).toBe('complete');
    expect(of({ plan: '干' }, annual, [finding('goalSheet', 5, 'advice')])?.state).toBe('complete');
    expect(of({ plan: '干' }, annual, [finding('indicator', 8, 'warning')])?.state).toBe('doubtful');
    expect(of({ plan: '' }, annual, [finding('indicator', 8, 'error')])?.state).toBe('wrong');
  });
});
