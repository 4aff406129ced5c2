/** The sections behind those on the tables: procurement, goals, state assets, and whatever else there is to say. */
import { CELLS } from './figures.ts';
import type { NarrativeSection } from './spec.ts';

const PROCUREMENT = { procurement: 'amount' } as const;

export const MATTER_SECTIONS: readonly NarrativeSection[] = [
  {
    id: 'procurement',
    title: '九、政府采购情况',
    parts: [
      {
        kind: 'sentence',
        id: 'procurement.total',
        text:
          '{unit}{year}年编报政府采购预算{procurement.total}{procurement.growth}。按采购对象分：货物{procurement.goods}，' +
          '工程{procurement.works}，服务{procurement.services}。',
        when: [{ nonzero: PROCUREMENT }],
      },
      {
        kind: 'sentence',
        id: 'procurement.sme',
        text: '采购预算中预留给中小企业{procurement.sme}，其中小微企业{procurement.micro}。',
        when: [{ nonzero: { procurement: 'smeReserved' } }],
      },
      {
        kind: 'sentence',
        id: 'procurement.none',
        text: '{unit}{year}年没有编报政府采购预算{procurement.growth}。',
        when: [{ zero: PROCUREMENT }],
      },
      { kind: 'own', id: 'procurement.note', label: '政府采购的补充说明', lead: '', otherwise: null },
    ],
  },
  {
    id: 'goals',
    title: '十、绩效管理情况',
    parts: [
      { kind: 'heading', text: '（一）整体绩效目标' },
      {
        kind: 'sentence',
        id: 'goals.unit',
        text: '{unit}{year}年编报了单位整体绩效目标，涉及资金{expenditure.spent}，整体绩效目标表一并公开。',
        when: [{ has: 'unitSheet' }],
      },
      {
        kind: 'sentence',
        id: 'goals.noUnit',
        text: '{unit}{year}年没有编报单位整体绩效目标。',
        when: [{ hasNo: 'unitSheet' }],
      },
      { kind: 'heading', text: '（二）项目绩效目标' },
      {
        kind: 'sentence',
        id: 'goals.projects',
        text:
          '纳入绩效目标管理的项目共{goals.count}，金额{goals.amount}。其他运转类{goals.operations.count}，金额{goals.operations.amount}；' +
          '特定目标类{goals.target.count}，金额{goals.target.amount}。',
        when: [{ has: 'projects' }],
      },
      {
        kind: 'sentence',
        id: 'goals.disclosed',
        text:
          '随预算一并公开绩效目标的项目{disclosed.count}，金额{disclosed.amount}，占项目支出的{disclosed.share}。' +
          '其他运转类{disclosed.operations.count}，金额{disclosed.operations.amount}；' +
          '特定目标类{disclosed.target.count}，金额{disclosed.target.amount}。',
        when: [{ has: 'projects' }],
      },
      {
        kind: 'sentence',
        id: 'goals.noProjects',
        text: '{unit}{year}年没有项目支出，不涉及项目绩效目标。',
        when: [{ hasNo: 'projects' }, { zero: CELLS.project }],
      },
      { kind: 'own', id: 'goals.note', label: '绩效管理的补充说明', lead: '', otherwise: null },
    ],
  },
  {
    id: 'assets',
    title: '十一、国有资产占有使用情况',
    parts: [
      { kind: 'heading', text: '（一）车辆', when: [{ has: 'assets' }] },
      {
        kind: 'sentence',
        id: 'assets.vehicles',
        text:
          '截至{assets.on}，公务用车编制{assets.quota}，实有{assets.vehicles}，按用途分：领导用车{assets.leaders}、' +
          '机要通信用车{assets.confidential}、应急保障用车{assets.emergency}、执法执勤用车{assets.enforcement}、' +
          '特种专业技术用车{assets.special}、事业单位业务用车{assets.business}、其他用车{assets.otherVehicles}。',
        when: [{ has: 'assets' }],
      },
      { kind: 'heading', text: '（二）房屋', when: [{ has: 'assets' }] },
      {
        kind: 'sentence',
        id: 'assets.office',
        text: '截至{assets.on}，办公用房建筑面积{assets.office}。',
        when: [{ has: 'assets' }],
      },
      { kind: 'heading', text: '（三）设备和其他资产', when: [{ has: 'assets' }] },
      {
        kind: 'sentence',
        id: 'assets.equipment',
        text: '截至{assets.on}，单价50万元以上的通用设备{assets.over500k}，单价100万元以上的专用设备{assets.over1m}。',
        when: [{ has: 'assets' }],
      },
      {
        kind: 'sentence',
        id: 'assets.none',
        text: '{unit}没有占有使用车辆、房屋和大型设备。',
        when: [{ hasNo: 'assets' }],
      },
      { kind: 'own', id: 'assets.note', label: '国有资产的补充说明', lead: '', otherwise: null },
    ],
  },
  {
    id: 'other',
    title: '十二、其他说明',
    parts: [
      { kind: 'heading', text: '（一）政府购买服务指导性目录' },
      { kind: 'own', id: 'other.purchase', label: '政府购买服务指导性目录', lead: '', otherwise: '无。' },
      { kind: 'heading', text: '（二）其他' },
      { kind: 'own', id: 'other.other', label: '其他需要说明的事项', lead: '', otherwise: '无。' },
    ],
  },
];
