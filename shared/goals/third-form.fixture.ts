/** An invented form, as a bureau might send it in a file: the year only, other levels, other words, other columns. */
import type { FormFamily } from './form-spec.ts';

export const THIRD_FORM: FormFamily = JSON.parse(
  JSON.stringify({
    id: 'invented',
    label: '某市简表',
    basis: '虚构，测试用',
    fromYear: 2027,
    orientation: 'portrait',
    levels: [
      { name: '投入', level2: [{ name: '预算控制', kind: 'cost' }] },
      {
        name: '结果',
        level2: [
          { name: '完成情况', printed: '完成', kind: 'quantity' },
          { name: '群众评价', kind: 'satisfaction' },
        ],
      },
    ],
    project: {
      title: '{region}项目目标申报表',
      subtitle: '{year}年',
      periods: [{ period: 'annual', label: '本年目标', short: '本年' }],
      blocks: [
        { kind: 'fields', rows: [[{ label: '名称', fields: ['nameOnSheet'], otherwise: 'subject' }]] },
        {
          kind: 'funding',
          label: '资金（元）',
          total: { annual: { label: '本年预算', field: 'annualTotal' } },
          lead: '',
          sources: [
            {
              label: '财政拨款',
              fields: { annual: 'annualLocal' },
              takes: [{ funds: ['generalPublic', 'governmentFund', 'stateCapital'] }],
            },
            { label: '其他', fields: { annual: 'annualOther' }, takes: [{ funds: ['ownFunds', 'fiscalAccount'] }] },
          ],
        },
        { kind: 'goals', label: '要达到的结果', fields: { annual: 'annualGoal' } },
        {
          kind: 'indicators',
          label: '指标',
          level1: '类',
          level2: '项',
          columns: [
            { field: 'level3', label: '内容', width: 50 },
            { field: 'value', label: '目标值', width: 25 },
            { field: 'score', label: '权重', width: 10 },
            { field: 'note', label: '说明', width: 15 },
          ],
          scoreTotal: 100,
        },
        { kind: 'text', label: '怎么做', field: 'plan' },
        { kind: 'signatures', cells: [{ label: '填表人', fields: ['handler'] }] },
      ],
    },
    unit: {
      title: '{region}单位目标申报表',
      subtitle: '{year}年',
      periods: [{ period: 'annual', label: '本年目标', short: '本年' }],
      blocks: [{ kind: 'goals', label: '要达到的结果', fields: { annual: 'annualGoal' } }],
    },
  }),
);
