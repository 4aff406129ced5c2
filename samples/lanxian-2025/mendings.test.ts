import { describe, expect, it } from 'vitest';
import { type InterchangeDocument, readInterchange } from '../../shared/interchange/index.ts';
import { lanxianDocument, lanxianMendings } from './assemble.ts';

const mendings = lanxianMendings();
const ids = mendings.map((mending) => mending.id);
const book = (mended: readonly string[]): InterchangeDocument => {
  const answer = readInterchange(lanxianDocument(new Set(mended)));
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.document;
};
const text = (mended: readonly string[]) => JSON.stringify(lanxianDocument(new Set(mended)));
const sheets = (mended: readonly string[]) => book(mended).budgets[0]?.goalSheets ?? [];
const published = sheets([]);
const clean = sheets(ids);

describe('the mendings of the published document', () => {
  it('each have an id of their own and name no place twice', () => {
    const places = mendings.flatMap((mending) =>
      mending.changes.map((change) => change.at + ('right' in change ? change.right : '')),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(places.filter((place, n) => places.indexOf(place) !== n)).toEqual([]);
  });

  it.each(ids)('%s mends the published document by itself, and its slip alone can be put back', (id) => {
    expect(text([id])).not.toBe(text([]));
    expect(text(ids.filter((other) => other !== id))).not.toBe(text(ids));
    expect(readInterchange(lanxianDocument(new Set([id])))).toMatchObject({ ok: true });
    expect(readInterchange(lanxianDocument(new Set(ids.filter((other) => other !== id))))).toMatchObject({ ok: true });
  });

  it('refuse an id that is not on the list', () => {
    expect(() => lanxianDocument(new Set(['Z-1']))).toThrow('Z-1');
  });
});

describe('the published goal sheets', () => {
  it('are the 40 of the document with its 700 indicators', () => {
    expect(published.length).toBe(40);
    expect(published.flatMap((sheet) => sheet.indicators).length).toBe(700);
  });

  it('leave out the seven projects whose sheets the text lacks, and the overall sheet', () => {
    const missing = book([]).budgets[0]?.projects.filter(({ key }) =>
      published.every((sheet) => sheet.project !== key),
    );
    expect(missing?.map((project) => project.key)).toEqual([
      'T12-08',
      'T12-09',
      'T12-13',
      'T12-25',
      'T13-01',
      'T13-02',
      'T13-03',
    ]);
    expect(published.some((sheet) => sheet.project === null)).toBe(false);
  });

  it('print annual names shorter than the same names of the implementation period', () => {
    const names = (period: string) =>
      published.flatMap((sheet) => sheet.indicators.filter((one) => one.period === period).map((one) => one.level3));
    const long = names('implementation');
    expect(
      names('annual').filter((name) => long.some((whole) => whole !== name && whole.startsWith(name))).length,
    ).toBeGreaterThan(100);
  });
});

describe('the mended goal sheets', () => {
  it('stand for every project, and one for the unit', () => {
    expect(clean.length).toBe(48);
    expect(new Set(clean.map((sheet) => sheet.project)).size).toBe(48);
  });

  it('name and order their indicators alike in both periods', () => {
    for (const sheet of clean.filter((one) => one.project !== null)) {
      const names = (period: string) =>
        sheet.indicators.filter((one) => one.period === period).map((one) => [one.level2, one.level3]);
      expect(names('annual')).toEqual(names('implementation'));
    }
  });

  it('have the four kinds of output, a benefit and satisfaction', () => {
    for (const sheet of clean) {
      const level2 = new Set(sheet.indicators.map((one) => one.level2));
      for (const kind of ['数量指标', '质量指标', '时效指标', '成本指标', '服务对象满意度指标']) {
        expect(level2.has(kind), `${sheet.project} ${kind}`).toBe(true);
      }
      expect(sheet.indicators.some((one) => one.level1 === '效益指标')).toBe(true);
    }
  });

  it('bound cost from above and output from below', () => {
    const indicators = clean.flatMap((sheet) => sheet.indicators);
    expect(indicators.filter((one) => one.level2 === '成本指标' && one.operator !== '≤')).toEqual([]);
    expect(indicators.filter((one) => one.level2 === '数量指标' && one.operator === '≤')).toEqual([]);
  });

  it('spend no more by their cost indicator than the money of the period, and nearly all of it', () => {
    for (const sheet of clean) {
      for (const period of ['implementation', 'annual'] as const) {
        const money = Number(period === 'annual' ? sheet.annualTotal : sheet.implTotal);
        for (const one of sheet.indicators.filter((each) => each.period === period && each.level2 === '成本指标')) {
          if (one.measure?.includes('/')) continue;
          const cost = Number(one.value) * (one.measure === '万元' ? 10_000 : 1);
          expect(Math.abs(cost - money), `${sheet.project} ${one.level3} ${cost} ${money}`).toBeLessThan(100);
        }
      }
    }
  });

  it('date nothing before the budget year', () => {
    const dated = clean.flatMap((sheet) =>
      sheet.indicators.filter((one) => one.level2 === '时效指标').map((one) => one.value),
    );
    expect(dated.filter((value) => /20(1\d|2[0-3])年/.test(value))).toEqual([]);
  });

  it('merely echo no indicator name in a qualitative value', () => {
    const echoes = clean
      .flatMap((sheet) => sheet.indicators)
      .filter((one) => one.level1 === '效益指标' && one.operator === null && one.level3.includes(one.value));
    expect(echoes.map((one) => `${one.level3} ${one.value}`)).toEqual([]);
  });

  it('end every text with a full stop', () => {
    const fields = ['overview', 'basis', 'necessity', 'safeguards', 'plan', 'implGoal', 'annualGoal'] as const;
    const cut = clean.flatMap((sheet) =>
      fields.filter((field) => !sheet[field]?.endsWith('。')).map((field) => `${sheet.project} ${field}`),
    );
    expect(cut).toEqual([]);
  });
});
