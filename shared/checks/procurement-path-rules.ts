/** Rules on how purchases are made: methods, tenders, splitting, reserves. What applies is decided by the rule sets. */
import type { RecordRule } from './record-spec.ts';

const wan = (amount: number) => amount * 1_000_000;
const PROJECTS = [{ name: '甲' }, { name: '乙' }] as const;
/** Decentralised at county level, with all that is asked of it. */
const ITEM = {
  name: '护栏',
  projectId: 1,
  amount: wan(50),
  method: '竞争性谈判',
  smeReserved: wan(50),
  microReserved: wan(30),
} as const;
/** In the central catalogue. */
const COMPUTER = { ...ITEM, catalogueCode: 'A02010105', name: '台式计算机', method: '框架协议采购' } as const;
const SMALL_COMPUTER = { ...COMPUTER, amount: wan(50) - 1 } as const;
const SPLITTING = '《政府采购法实施条例》第二十八条（待核）';

const example = (...procurement: NonNullable<RecordRule['examples']['passes'][number]['procurement']>) => ({
  projects: PROJECTS,
  procurement,
});

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
        example({ ...ITEM, category: 'works', amount: wan(400), method: '邀请招标' }),
        example({ ...ITEM, category: 'works', amount: wan(400) - 1, method: '竞争性磋商' }),
        example({ ...ITEM, category: 'services', amount: wan(100) }),
      ],
      fails: [
        example({ ...ITEM, category: 'works', amount: wan(400) }),
        example({ ...ITEM, category: 'services', worksRelated: true, amount: wan(100) }),
        example({ ...ITEM, worksRelated: true, amount: wan(200) }),
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
        example({ ...ITEM, amount: wan(400), method: '公开招标' }),
        example({ ...ITEM, amount: wan(400) - 1 }),
        example({ ...ITEM, amount: wan(400), note: '财政部门批复〔2025〕3号' }),
      ],
      fails: [example({ ...ITEM, amount: wan(400) })],
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
      passes: [example(SMALL_COMPUTER), example({ ...COMPUTER, method: '委托集中采购机构' }), example(ITEM)],
      fails: [example(COMPUTER), example({ ...SMALL_COMPUTER, method: '自行采购' })],
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
      passes: [example(SMALL_COMPUTER)],
      fails: [example({ ...COMPUTER, method: '竞争性谈判' })],
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
      passes: [example({ ...ITEM, amount: wan(30) - 1, method: '自行采购' }), example(ITEM)],
      fails: [
        example({ ...ITEM, amount: wan(30), method: '自行采购' }),
        example({ ...ITEM, category: 'works', amount: wan(60), method: '自行采购' }),
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
      passes: [example(ITEM), example({ ...ITEM, method: '竞争性谈判采购方式' })],
      fails: [
        example({ ...ITEM, method: '框架协议采购' }),
        example({ ...ITEM, category: 'works', amount: wan(60), method: '询价' }),
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
      passes: [example(ITEM), example({ ...ITEM, amount: wan(30) - 1, method: null })],
      fails: [example({ ...ITEM, method: null })],
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
      '{paidFrom}本年有{count}笔“{name}”这个品目的采购不用公开招标，合计{splitAmount}，超过了公开招标数额标准，属于化整为零。{splitText}项目预算调整或经批准采用其他方式的除外。',
    examples: {
      passes: [
        example({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) }),
        example({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), method: '公开招标' }),
        example({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), projectId: 2 }),
        example({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), name: '灯具' }),
        // What belongs to construction works is tendered under other rules.
        example({ ...ITEM, worksRelated: true, amount: wan(300) }, { ...ITEM, worksRelated: true, amount: wan(300) }),
      ],
      fails: [example({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) + 1, method: '询价' })],
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
      '几个项目本年共有{count}笔“{name}”这个品目的采购不用公开招标，合计{splitAmount}，超过了公开招标数额标准。按项目看没有超过，可以合并起来一次公开招标。',
    examples: {
      passes: [example({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200), projectId: 2 })],
      fails: [example({ ...ITEM, amount: wan(300) }, { ...ITEM, amount: wan(300), projectId: 2 })],
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
        example({ ...ITEM, amount: wan(15) - 1 }, { ...ITEM, amount: wan(15) }),
        example(ITEM, ITEM),
        example({ ...COMPUTER, amount: wan(20) }, { ...COMPUTER, amount: wan(20) }),
        example({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) - 1 }),
        example({ ...ITEM, amount: wan(200), method: '公开招标' }, { ...ITEM, amount: wan(200), method: '公开招标' }),
        example({ ...ITEM, category: 'works', amount: wan(200) }, { ...ITEM, category: 'works', amount: wan(200) - 1 }),
      ],
      fails: [
        example({ ...ITEM, amount: wan(15) }, { ...ITEM, amount: wan(15) }),
        example({ ...COMPUTER, amount: wan(30) }, { ...COMPUTER, amount: wan(20) }),
        example({ ...ITEM, amount: wan(200) }, { ...ITEM, amount: wan(200) }),
        example({ ...ITEM, category: 'works', amount: wan(200) }, { ...ITEM, category: 'works', amount: wan(200) }),
        example({ ...ITEM, worksRelated: true, amount: wan(100) }, { ...ITEM, worksRelated: true, amount: wan(100) }),
      ],
    },
  },
];

const details: readonly RecordRule[] = [
  {
    id: 'procurement-imported',
    title: '进口产品的核准',
    severity: 'warning',
    basis: '{importedBasis}',
    each: 'procurement',
    when: { importedAnswer: ['approval'], approved: [false] },
    field: 'imported',
    message: '采购“{name}”（{amount}）是进口产品。{importedText}已经核准的，请在说明里写上核准文号。',
    examples: {
      passes: [example(ITEM), example({ ...ITEM, imported: true, note: '省财政厅核准' })],
      fails: [example({ ...ITEM, imported: true })],
    },
  },
  {
    id: 'procurement-reserve-missing',
    title: '面向中小企业预留',
    severity: 'advice',
    basis: '{reserveBasis}',
    each: 'procurement',
    when: { reserveIssue: ['none', 'part'] },
    field: 'smeReserved',
    message:
      '采购“{name}”（{amount}）预留中小企业的金额（{smeReserved}）没有达到规定份额。{reserveText}不适宜由中小企业提供的，请在说明里写“不适宜”和理由。',
    fix: { label: '按规定份额预留', set: { smeReserved: { to: 'smeDue' }, microReserved: { to: 'microDue' } } },
    examples: {
      passes: [
        example(ITEM),
        example({ ...ITEM, amount: wan(30) - 1, smeReserved: null, microReserved: null }),
        example({ ...SMALL_COMPUTER, amount: wan(20), smeReserved: null, microReserved: null }),
        example({ ...ITEM, amount: wan(300), smeReserved: wan(90), microReserved: wan(54) }),
        example({ ...ITEM, smeReserved: null, microReserved: null, note: '专用设备，不适宜由中小企业提供' }),
        // A share of all large purchases together.
        example(
          { ...ITEM, amount: wan(300), smeReserved: wan(180), microReserved: wan(108) },
          { ...ITEM, name: '灯具', amount: wan(300), smeReserved: null, microReserved: null },
        ),
      ],
      fails: [
        example({ ...ITEM, smeReserved: null, microReserved: null }),
        example({ ...ITEM, smeReserved: wan(50) - 1, microReserved: wan(30) }),
        example({ ...ITEM, amount: wan(300), smeReserved: wan(90) - 1, microReserved: wan(54) }),
        example(
          { ...ITEM, amount: wan(300), smeReserved: wan(180) - 1, microReserved: wan(108) },
          { ...ITEM, name: '灯具', amount: wan(300), smeReserved: null, microReserved: null },
        ),
      ],
    },
  },
  {
    id: 'procurement-reserve-micro',
    title: '预留份额中的小微企业',
    severity: 'advice',
    basis: '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）：预留给小微企业的比例（条款待核）',
    each: 'procurement',
    when: { reserveIssue: ['micro'] },
    field: 'microReserved',
    message:
      '全单位预留中小企业{unitReserve}，其中小微企业{unitMicro}，占{microShare}，低于规定的比例；采购“{name}”预留{smeReserved}，其中小微企业{microReserved}，可以提高。',
    fix: { label: '提高小微企业的份额', set: { microReserved: { to: 'microDue' } } },
    examples: {
      passes: [
        example(ITEM),
        example({ ...ITEM, microReserved: wan(50) }, { ...ITEM, name: '灯具', microReserved: wan(10) }),
      ],
      fails: [
        example({ ...ITEM, microReserved: wan(30) - 1 }),
        example({ ...ITEM, microReserved: null }),
        example({ ...ITEM, microReserved: wan(50) }, { ...ITEM, name: '灯具', microReserved: wan(10) - 1 }),
      ],
    },
  },
  {
    id: 'procurement-remark',
    title: '集中采购目录的备注',
    severity: 'advice',
    basis: '{agencyBasis}',
    each: 'procurement',
    when: { remark: 'filled' },
    field: 'catalogueCode',
    message: '采购“{name}”按集中采购目录的“{catalogueName}”办理，目录备注：{remark}不在备注范围内的，按目录外办理。',
    examples: {
      passes: [example(COMPUTER)],
      fails: [example({ ...COMPUTER, catalogueCode: 'A05010201', name: '办公桌' })],
    },
  },
  {
    id: 'procurement-code-shape',
    title: '品目编码的写法',
    severity: 'warning',
    basis: '《政府采购品目分类目录》（财库〔2022〕31号）的编码方法',
    each: 'procurement',
    when: { codeShape: ['wrong'] },
    field: 'catalogueCode',
    message: '采购“{name}”的品目编码“{catalogueCode}”不合写法，应为A、B或C加8位数字，如A02010105。',
    examples: {
      passes: [example(COMPUTER), example(ITEM)],
      fails: [example({ ...ITEM, catalogueCode: 'A0201' }), example({ ...ITEM, catalogueCode: 'D02010105' })],
    },
  },
  {
    id: 'procurement-code-class',
    title: '品目编码与采购类别一致',
    severity: 'warning',
    basis: '《政府采购品目分类目录》（财库〔2022〕31号）：A货物、B工程、C服务',
    each: 'procurement',
    when: { codeClass: 'filled' },
    field: 'category',
    message: '采购“{name}”的品目编码{catalogueCode}属于{codeClass}，采购类别却填了{category}。',
    fix: { label: '改采购类别', set: { category: { to: 'codeClass' } } },
    examples: {
      passes: [example(COMPUTER)],
      fails: [example({ ...COMPUTER, category: 'services' })],
    },
  },
  {
    id: 'procurement-code-old',
    title: '旧的品目编码',
    severity: 'advice',
    basis: '《政府采购品目分类目录》（财库〔2022〕31号）：编码与旧版不同',
    each: 'procurement',
    when: { meantCode: 'filled' },
    field: 'catalogueCode',
    message:
      '采购“{name}”的编码{catalogueCode}在现行目录里是“{catalogueName}”，“{meantName}”应为{meantCode}，可能用了旧编码。',
    fix: { label: '改用现行编码', set: { catalogueCode: { to: 'meantCode' } } },
    examples: {
      passes: [example(COMPUTER), example({ ...COMPUTER, name: '教学终端' })],
      fails: [example({ ...COMPUTER, catalogueCode: 'A02010104' })],
    },
  },
  {
    id: 'procurement-no-rules',
    title: '有适用的集中采购目录和限额标准',
    severity: 'advice',
    basis: '《政府采购法》：集中采购目录和限额标准由省级以上人民政府公布（待核）',
    each: 'unit',
    when: { procurementRuled: [false] },
    field: 'region',
    message:
      '“{name}”编了采购，却没有适用的集中采购目录和限额标准，无法判断采购方式。请填写行政区划，或添加本地的采购规则。',
    examples: {
      passes: [example(ITEM), { unit: { region: null } }],
      fails: [
        { unit: { region: null }, ...example(ITEM) },
        { unit: { region: '陕西省' }, ...example(ITEM) },
      ],
    },
  },
];

export const procurementPathRules: readonly RecordRule[] = [...methods, ...together, ...details];
