/** Rules on what a purchase says of itself: imports, reserves, catalogue and codes. What applies is decided by the rule sets. */
import { COMPUTER, ITEM, purchases, SMALL_COMPUTER, wan } from './procurement-examples.ts';
import type { RecordRule } from './record-spec.ts';

export const procurementDetailRules: readonly RecordRule[] = [
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
      passes: [purchases(ITEM), purchases({ ...ITEM, imported: true, note: '省财政厅核准' })],
      fails: [purchases({ ...ITEM, imported: true })],
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
        purchases(ITEM),
        purchases({ ...ITEM, amount: wan(30) - 1, smeReserved: null, microReserved: null }),
        purchases({ ...SMALL_COMPUTER, amount: wan(20), smeReserved: null, microReserved: null }),
        purchases({ ...ITEM, amount: wan(300), smeReserved: wan(90), microReserved: wan(54) }),
        purchases({ ...ITEM, smeReserved: null, microReserved: null, note: '专用设备，不适宜由中小企业提供' }),
        // A share of all large purchases together.
        purchases(
          { ...ITEM, amount: wan(300), smeReserved: wan(180), microReserved: wan(108) },
          { ...ITEM, name: '灯具', amount: wan(300), smeReserved: null, microReserved: null },
        ),
      ],
      fails: [
        purchases({ ...ITEM, smeReserved: null, microReserved: null }),
        purchases({ ...ITEM, smeReserved: wan(50) - 1, microReserved: wan(30) }),
        purchases({ ...ITEM, amount: wan(300), smeReserved: wan(90) - 1, microReserved: wan(54) }),
        purchases(
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
        purchases(ITEM),
        purchases({ ...ITEM, microReserved: wan(50) }, { ...ITEM, name: '灯具', microReserved: wan(10) }),
      ],
      fails: [
        purchases({ ...ITEM, microReserved: wan(30) - 1 }),
        purchases({ ...ITEM, microReserved: null }),
        purchases({ ...ITEM, microReserved: wan(50) }, { ...ITEM, name: '灯具', microReserved: wan(10) - 1 }),
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
      passes: [purchases(COMPUTER)],
      fails: [purchases({ ...COMPUTER, catalogueCode: 'A05010201', name: '办公桌' })],
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
      passes: [purchases(COMPUTER), purchases(ITEM)],
      fails: [purchases({ ...ITEM, catalogueCode: 'A0201' }), purchases({ ...ITEM, catalogueCode: 'D02010105' })],
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
    fix: { label: '改采购类别', set: { category: { to: 'codeClass' } }, all: true },
    examples: {
      passes: [purchases(COMPUTER)],
      fails: [purchases({ ...COMPUTER, category: 'services' })],
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
      passes: [purchases(COMPUTER), purchases({ ...COMPUTER, name: '教学终端' })],
      fails: [purchases({ ...COMPUTER, catalogueCode: 'A02010104' })],
    },
  },
  {
    id: 'procurement-no-rules',
    title: '有适用的集中采购目录和限额标准',
    severity: 'advice',
    basis: '《政府采购法》第七条、第八条：地方的集中采购目录和限额标准由省级人民政府或其授权的机构公布',
    each: 'unit',
    when: { procurementRuled: [false] },
    field: 'region',
    message:
      '“{name}”编了采购，却没有适用的集中采购目录和限额标准，无法判断采购方式。请填写行政区划，或添加本地的采购规则。',
    examples: {
      passes: [purchases(ITEM), { unit: { region: null } }],
      fails: [
        { unit: { region: null }, ...purchases(ITEM) },
        { unit: { region: '陕西省' }, ...purchases(ITEM) },
      ],
    },
  },
];
