/** Joins the sources of the 2025 book of 岚县城乡环卫和市政服务中心 into one interchange document. */
import { jsonFiles, readJson } from '../source.ts';
import { applyMendings, draftOf, type SheetDraft } from './sheets.ts';
import { type IndicatorTuple, type Mending, PERIODS, type SheetSource, type Values } from './source-types.ts';

const FOLDER = 'lanxian-2025';
const UNIT_SHEET = 'unit';

const FIRST_LEVEL: Readonly<Record<string, string>> = {
  数量指标: '产出指标',
  质量指标: '产出指标',
  时效指标: '产出指标',
  成本指标: '产出指标',
  经济效益指标: '效益指标',
  社会效益指标: '效益指标',
  生态效益指标: '效益指标',
  可持续影响指标: '效益指标',
  服务对象满意度指标: '满意度指标',
};

/** The named slips of the published document, in the order they are listed. */
export function lanxianMendings(): readonly Mending[] {
  return jsonFiles(`${FOLDER}/mendings`).flatMap((name) => readJson<readonly Mending[]>(`${FOLDER}/mendings/${name}`));
}

function indicator(period: string, [level2, level3, operator, value, measure]: IndicatorTuple): Values {
  const level1 = FIRST_LEVEL[level2];
  if (level1 === undefined) throw new Error(`unknown second-level indicator: ${level2}`);
  return { period, level1, level2, level3, operator, value, measure };
}

function finished(key: string, sheet: SheetDraft): unknown {
  const indicators = PERIODS.flatMap((period) =>
    sheet.order[period].flatMap((n) => (sheet.rows[period][n] ?? []).map((row) => indicator(period, row))),
  );
  return { project: key === UNIT_SHEET ? null : key, ...Object.fromEntries(sheet.fields), indicators };
}

/**
 * The document with the named slips mended and all others as published.
 * `mended`: ids of mendings; an unknown id is an error.
 */
export function lanxianDocument(mended: ReadonlySet<string>): unknown {
  const mendings = lanxianMendings();
  for (const id of mended) {
    if (!mendings.some((mending) => mending.id === id)) throw new Error(`no such mending: ${id}`);
  }
  const sheets = new Map<string, SheetDraft>();
  for (const name of jsonFiles(`${FOLDER}/goal-sheets`)) {
    const source = readJson<SheetSource>(`${FOLDER}/goal-sheets/${name}`);
    sheets.set(source.project ?? UNIT_SHEET, draftOf(source));
  }
  applyMendings(sheets, mendings, mended);
  const part = (name: string): Values[] => readJson(`${FOLDER}/${name}.json`);
  const projects = part('projects');
  const keys = [...projects.map((project) => String(project.key)), UNIT_SHEET];
  const goalSheets = keys.flatMap((key) => {
    const sheet = sheets.get(key);
    return sheet?.present ? [finished(key, sheet)] : [];
  });
  const budget = {
    ...readJson<Values>(`${FOLDER}/budget.json`),
    projects,
    lines: part('lines'),
    procurement: part('procurement'),
    goalSheets,
    assets: part('assets'),
    prior: part('prior'),
    narrative: part('narrative'),
  };
  return {
    format: 'yusuan-interchange',
    version: 1,
    units: [readJson(`${FOLDER}/unit.json`)],
    codes: [],
    budgets: [budget],
  };
}
