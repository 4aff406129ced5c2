/** Rules on how purchases are made: methods, tenders, splitting. What applies is decided by the rule sets. */
import { COMPUTER, ITEM, purchases, SMALL_COMPUTER, wan } from './procurement-examples.ts';
import type { RecordRule } from './record-spec.ts';

const SPLITTING = '《政府采购法实施条例》第二十八条';

const methods: readonly RecordRule[] = [
  {
    id: 'procurement-must-tender',
    title: '必须招标的工程采购',
    severity: 'error',
    basis: '{methodBasis}',
    each: 'procurement',
    when: { methodIssue: ['tender'] },
    field: 'method',
    message: '采购“{name}”（{amount}）的方式是“{method}”。{methodText}可用的方式：{permittedText}。',
    fix: { label: '改为公开招标', set: { method: { to: 'permittedFirst' } } },
    examples: {
      passes: [
        purchases({ ...ITEM, category: 'works', amount: wan(400), method: '邀请招标' }),
        purchases({ ...ITEM, category: 'works', amount: wan(400) - 1, method: '竞争性磋商' }),
        purchases({ ...ITEM, category: 'services', amount: wan(100) }),
      ],
      fails: [
        purchases({ ...ITEM, category: 'works', amount: wan(400) }),
        purchases({ ...ITEM, category: 'services', worksRelated: true, amount: wan(100) }),
        purchases({ ...ITEM, worksRelated: true, amount: wan(200) }),
      ],
    },
  },
  {
    id: 'procurement-open-tender',
    title: '达到公开招标数额标准的采购',
    severity: 'warning',
    basis: '{methodBasis}',
    each: 'procurement',
    when: { methodIssue: ['openTender'], approved: [false] },
    field: 'method',
    message: '采购“{name}”（{amount}）的方式是“{method}”。{methodText}已经批准的，请在说明里写上批准文号。',
    fix: { label: '改为公开招标', set: { method: { to: 'permittedFirst' } } },
    examples: {
      passes: [
        purchases({ ...ITEM, amount: wan(400), method: '公开招标' }),
        purchases({ ...ITEM, amount: wan(400) - 1 }),
        purchases({ ...ITEM, amount: wan(400), note: '财政部门批复〔2025〕3号' }),
      ],
      fails: [purchases({ ...ITEM, amount: wan(400) })],
    },
  },
  {
    id: 'procurement-central',
    title: '集中采购目录内的采购',
    severity: 'error',
    basis: '{methodBasis}',
    each: 'procurement',
    when: { methodIssue: ['central'] },
    field: 'method',
    message: '采购“{name}”（{amount}）属于集中采购目录的“{catalogueName}”，不能用“{method}”。{methodText}',
    fix: { label: '改为集中采购的方式', set: { method: { to: 'permittedFirst' } } },
    examples: {
      passes: [purchases(SMALL_COMPUTER), purchases({ ...COMPUTER, method: '委托集中采购机构' }), purchases(ITEM)],
      fails: [purchases(COMPUTER), purchases({ ...SMALL_COMPUTER, method: '自行采购' })],
    },
  },
  {
    id: 'procurement-agency',
    title: '集中采购由集中采购机构组织',
    severity: 'advice',
    basis: '{agencyBasis}',
    each: 'procurement',
    when: { methodIssue: ['agency'] },
    field: 'method',
    message: '采购“{name}”（{amount}）属于集中采购目录的“{catalogueName}”，用“{method}”也要走集中采购：{agencyText}',
    examples: {
      passes: [purchases(SMALL_COMPUTER)],
      fails: [purchases({ ...COMPUTER, method: '竞争性谈判' })],
    },
  },
  {
    id: 'procurement-self',
    title: '达到分散采购限额标准的采购',
    severity: 'error',
    basis: '{methodBasis}',
    each: 'procurement',
    when: { methodIssue: ['self'] },
    field: 'method',
    message: '采购“{name}”（{amount}）达到了分散采购限额标准，不能自行采购。{methodText}可用的方式：{permittedText}。',
    fix: { label: '改为公开招标', set: { method: { to: 'permittedFirst' } } },
    examples: {
      passes: [purchases({ ...ITEM, amount: wan(30) - 1, method: '自行采购' }), purchases(ITEM)],
      fails: [
        purchases({ ...ITEM, amount: wan(30), method: '自行采购' }),
        purchases({ ...ITEM, category: 'works', amount: wan(60), method: '自行采购' }),
      ],
    },
  },
  {
    id: 'procurement-method',
    title: '采购方式在规定的方式之内',
    severity: 'warning',
    basis: '{methodBasis}',
    each: 'procurement',
    when: { methodIssue: ['other'] },
    field: 'method',
    message: '采购“{name}”（{amount}）的方式“{method}”不在规定之列。{methodText}可用的方式：{permittedText}。',
    fix: { label: '改为公开招标', set: { method: { to: 'permittedFirst' } } },
    examples: {
      passes: [purchases(ITEM), purchases({ ...ITEM, method: '竞争性谈判采购方式' })],
      fails: [
        purchases({ ...ITEM, method: '框架协议采购' }),
        purchases({ ...ITEM, category: 'works', amount: wan(60), method: '询价' }),
      ],
    },
  },
  {
    id: 'procurement-method-missing',
    title: '采购方式已填',
    severity: 'advice',
    basis: '{methodBasis}',
    each: 'procurement',
    when: { methodIssue: ['missing'] },
    field: 'method',
    message: '采购“{name}”（{amount}）还没有填采购方式。{methodText}可用的方式：{permittedText}。',
    examples: {
      passes: [purchases(ITEM), purchases({ ...ITEM, amount: wan(30) - 1, method: null })],
      fails: [purchases({ ...ITEM, method: null })],
    },
  },
];

const together: readonly RecordRule[] = [
  {
    id: 'procurement-split',
    title: '化整为零规避公开招标',
    severity: 'warning',
    basis: SPLITTING,
    each: 'procurement',
    when: { splitWithin: ['project'] },
    once: ['splitKey'],
    field: 'method',
    message:
      '{paidFrom}本年有{splitCount}笔“{name}”这个品目的采购不用公开招标，合计{splitAmount}，超过了公开招标数额标准，属于化整为零。{splitText}项目预算调整或经批准采用其他方式的除外。',
    examples: {
      passes: [
        purchases({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) }),
        purchases({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), method: '公开招标' }),
        purchases({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), projectId: 2 }),
        purchases({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), name: '灯具' }),
        // What belongs to construction works is tendered under other rules.
        purchases({ ...ITEM, worksRelated: true, amount: wan(300) }, { ...ITEM, worksRelated: true, amount: wan(300) }),
      ],
      fails: [purchases({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) + 1, method: '询价' })],
    },
  },
  {
    id: 'procurement-split-projects',
    title: '几个项目采购同一品目',
    severity: 'advice',
    basis: SPLITTING,
    each: 'procurement',
    when: { splitWithin: ['unit'] },
    once: ['splitKey'],
    field: 'method',
    message:
      '几个项目本年共有{splitCount}笔“{name}”这个品目的采购不用公开招标，合计{splitAmount}，超过了公开招标数额标准。按项目看没有超过，可以合并起来一次公开招标。',
    examples: {
      passes: [purchases({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200), projectId: 2 })],
      fails: [purchases({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), projectId: 2 })],
    },
  },
  {
    id: 'procurement-batch',
    title: '同一品目分笔采购',
    severity: 'advice',
    basis: '{batchBasis}',
    each: 'procurement',
    when: { batchKey: 'filled' },
    once: ['batchKey'],
    field: 'amount',
    message:
      '{paidFrom}本年的“{name}”这个品目有{batchCount}笔采购，合计{batchAmount}。单项或批量都算：{batchText}请看是不是该合并采购。',
    examples: {
      passes: [
        purchases({ ...ITEM, amount: wan(15) - 1 }, { ...ITEM, amount: wan(15) }),
        purchases(ITEM, ITEM),
        purchases({ ...COMPUTER, amount: wan(20) }, { ...COMPUTER, amount: wan(20) }),
        purchases({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) - 1 }),
        purchases({ ...ITEM, amount: wan(200), method: '公开招标' }, { ...ITEM, amount: wan(200), method: '公开招标' }),
        purchases(
          { ...ITEM, category: 'works', amount: wan(200) },
          { ...ITEM, category: 'works', amount: wan(200) - 1 },
        ),
      ],
      fails: [
        purchases({ ...ITEM, amount: wan(15) }, { ...ITEM, amount: wan(15) }),
        purchases({ ...COMPUTER, amount: wan(30) }, { ...COMPUTER, amount: wan(20) }),
        purchases({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) }),
        purchases({ ...ITEM, category: 'works', amount: wan(200) }, { ...ITEM, category: 'works', amount: wan(200) }),
        purchases({ ...ITEM, worksRelated: true, amount: wan(100) }, { ...ITEM, worksRelated: true, amount: wan(100) }),
      ],
    },
  },
];

export const procurementPathRules: readonly RecordRule[] = [...methods, ...together];
