/** Goal sheets that are hard to print, and all texts that must be found on their paper. */
import { goalSheet } from '../../entities/goal-sheet.ts';
import type { RowOfEntity } from '../../entities/index.ts';
import { indicator } from '../../entities/indicator.ts';
import { fen } from '../../money/fen.ts';
import type { SheetFacts } from './printed-sheet.ts';

type Sheet = RowOfEntity<'goalSheet'>;
type Indicator = RowOfEntity<'indicator'>;

const meta = { revision: 1, position: 1 } as const;

export function sheetRow(fields: Partial<Sheet> = {}): Sheet {
  const empty = Object.fromEntries(Object.keys(goalSheet.fields).map((key) => [key, null]));
  // Every field that is not given is empty, as the field list allows.
  return { ...meta, id: 1, parentId: 1, ...empty, form: 'costUnderOutput', ...fields } as Sheet;
}

export function indicatorRow(id: number, fields: Partial<Indicator> = {}): Indicator {
  const empty = Object.fromEntries(Object.keys(indicator.fields).map((key) => [key, null]));
  const named = { period: 'annual', level1: '产出指标', level2: '数量指标', level3: `指标${id}`, value: '1' };
  // As above.
  return { ...meta, id, parentId: 1, ...empty, ...named, ...fields } as Indicator;
}

const CLASSICS = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜';
/** Ideographs outside what common fonts have, letters of every kind, marks that cling, scripts from right to left. */
const STRANGE = '䶮㙍𠮷𬭚①㎡℃×÷“引”‘号’——……café e\u0301 Ａｂ αβ Жя שלום مرحبا 한글 かな 😀 ≥≤%‰';
const UNBROKEN = 'https://example.invalid/'.padEnd(400, '0123456789abcdefghij');

/** Sentences of so many characters, each with its number, so that none is like another. */
function prose(length: number): string {
  let text = '';
  for (let at = 1; text.length < length; at += 1) {
    const from = (at * 7) % CLASSICS.length;
    text += `第${at}项${CLASSICS.slice(from, from + 17)}，计${at * 37}.${at % 90}万元。`;
  }
  return text.slice(0, length);
}

/** One project with a sheet that has everything that can go wrong on paper. */
export function tortureFacts(form = 'costUnderOutput'): SheetFacts {
  const sheet = sheetRow({
    projectId: 1,
    form,
    supervisorCode: '044',
    supervisor: prose(100),
    implementer: prose(90),
    attribute: '一次性项目（1年结束）',
    term: '2025年1月—2027年12月',
    implTotal: fen(9_007_199_254_740_900),
    annualTotal: fen(123_456_789_012_34),
    overview: prose(3000),
    basis: `${STRANGE}\n${STRANGE}`,
    necessity: UNBROKEN,
    safeguards: 'a\tb\tc\n\n一、第一行\n二、第二行\r\n三、第三行',
    plan: prose(700),
    implGoal: prose(1200),
    annualGoal: prose(300),
    responsible: '赵䶮',
    handler: '钱㙍',
    phone: '0358-1234567',
    filledOn: '2025-01-08',
  });
  const places = [
    ['产出指标', '数量指标'],
    ['产出指标', '质量指标'],
    ['效益指标', '社会效益指标'],
    ['满意度指标', '服务对象满意度指标'],
    ['自设一级指标', '自设的很长的二级指标名称'],
  ] as const;
  const indicators = Array.from({ length: 40 }, (_, at): Indicator => {
    const [level1, level2] = places[Math.min(4, Math.floor(at / 9))] ?? places[0];
    return indicatorRow(at + 1, {
      level1,
      level2,
      period: at % 3 === 0 ? 'implementation' : 'annual',
      level3:
        at === 5 ? prose(300) : at === 11 ? UNBROKEN.slice(0, 300) : `${at}号指标${[...STRANGE].slice(0, at).join('')}`,
      operator: at % 2 === 0 ? '≥' : null,
      value: at === 7 ? prose(300) : String(at * 1000),
      measure: '平方米',
      score: '2.5',
      nature: 'quantitative',
      direction: 'positive',
      note: at === 3 ? prose(500) : null,
    });
  });
  return {
    unit: {
      ...meta,
      id: 1,
      parentId: null,
      code: '044',
      name: '测试单位',
      superiorId: null,
      level: 'county',
      kind: 'institution',
      region: '山西省吕梁市岚县',
    },
    year: 2025,
    projects: [{ id: 1, name: prose(200) }],
    sheets: [sheet],
    indicators,
  };
}

/** Every text of a sheet and its indicators that its paper must show, white space and marks of layout left out. */
export function textsOf(facts: SheetFacts): readonly string[] {
  const sheets = facts.sheets.flatMap((sheet) =>
    Object.entries(goalSheet.fields).flatMap(([key, field]) =>
      field.kind === 'text' ? [String(sheet[key as keyof Sheet] ?? '')] : [],
    ),
  );
  const indicators = facts.indicators.flatMap(({ level3, value, measure, note, operator }) => [
    level3,
    `${operator ?? ''}${value}${measure ?? ''}`,
    note ?? '',
  ]);
  return [...sheets, ...indicators].map(bare).filter((text) => text !== '');
}

/** A text without white space: what papers may break at differs. */
export const bare = (text: string): string => text.replaceAll(/[\s\u200b]/g, '');
