/**
 * The two families of goal sheets as data (design §7): which second-level indicators stand under which first-level one,
 * in printed order, and what each is for. Since 财预〔2021〕101号 cost is a first level of its own.
 */
import type { RowOfEntity } from '../entities/index.ts';

export type IndicatorKind = 'quantity' | 'quality' | 'time' | 'cost' | 'benefit' | 'satisfaction';

interface Level1 {
  readonly name: string;
  readonly level2: readonly { readonly name: string; readonly kind: IndicatorKind }[];
}

const OUTPUT = [
  { name: '数量指标', kind: 'quantity' },
  { name: '质量指标', kind: 'quality' },
  { name: '时效指标', kind: 'time' },
] as const;
const EFFECT: readonly Level1[] = [
  {
    name: '效益指标',
    level2: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'].map((name) => ({
      name,
      kind: 'benefit',
    })),
  },
  { name: '满意度指标', level2: [{ name: '服务对象满意度指标', kind: 'satisfaction' }] },
];

const GOAL_FORM_LEVELS: Readonly<Record<RowOfEntity<'goalSheet'>['form'], readonly Level1[]>> = {
  costUnderOutput: [{ name: '产出指标', level2: [...OUTPUT, { name: '成本指标', kind: 'cost' }] }, ...EFFECT],
  costFirst: [
    {
      name: '成本指标',
      level2: ['经济成本指标', '社会成本指标', '生态环境成本指标'].map((name) => ({ name, kind: 'cost' })),
    },
    { name: '产出指标', level2: OUTPUT },
    ...EFFECT,
  ],
};

const KINDS: ReadonlyMap<string, IndicatorKind> = new Map(
  Object.values(GOAL_FORM_LEVELS)
    .flat()
    .flatMap(({ level2 }) => level2.map(({ name, kind }) => [name, kind] as const)),
);

/** What a second-level indicator is for, in either form; null for a name that neither form has. */
export function kindOf(level2: string): IndicatorKind | null {
  return KINDS.get(level2) ?? null;
}

/** Whether a form has the second-level indicator under the first-level one. */
export function isOnForm(form: RowOfEntity<'goalSheet'>['form'], level1: string, level2: string): boolean {
  return GOAL_FORM_LEVELS[form].some((one) => one.name === level1 && one.level2.some(({ name }) => name === level2));
}
