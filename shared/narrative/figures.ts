/** Every figure a sentence can name, in the order in which they are offered. */
import type { CellRef } from '../tables/model.ts';
import type { AmountSpec, FigureSpec } from './spec.ts';

const at = (table: number, block: number, row: string, column: number): AmountSpec & { readonly cell: CellRef } => ({
  cell: { table, block, row, column },
});
const amount = (label: string, of: AmountSpec) => ({ show: 'amount', label, of }) as const;
const share = (label: string, of: AmountSpec, within: AmountSpec) => ({ show: 'share', label, of, within }) as const;

/** The cells that sentences speak of. Columns count from 0 over both sides of a table. */
export const CELLS = {
  incomeTotal: at(1, 0, 'total', 1),
  incomeCurrent: at(1, 0, 'current', 1),
  incomeCarryover: at(1, 0, 'carryover', 1),
  generalPublic: at(1, 0, 'generalPublic', 1),
  governmentFund: at(1, 0, 'governmentFund', 1),
  stateCapital: at(1, 0, 'stateCapital', 1),
  fiscalAccount: at(1, 0, 'fiscalAccount', 1),
  ownFunds: at(1, 0, 'ownFunds', 1),
  expenditureTotal: at(1, 1, 'total', 3),
  expenditureCurrent: at(1, 1, 'total', 4),
  expenditureCarryover: at(1, 1, 'total', 5),
  yearEnd: at(1, 1, 'yearEnd', 3),
  spent: at(3, 0, 'total', 2),
  basic: at(3, 0, 'total', 3),
  project: at(3, 0, 'total', 4),
  fiscalTotal: at(4, 1, 'total', 3),
  fiscalSpent: at(4, 1, 'current', 3),
  fiscalYearEnd: at(4, 1, 'yearEnd', 3),
  fiscalGeneral: at(4, 1, 'total', 4),
  fiscalGovernmentFund: at(4, 1, 'total', 5),
  fiscalStateCapital: at(4, 1, 'total', 6),
  fiscalCurrent: at(4, 0, 'current', 1),
  fiscalCarryover: at(4, 0, 'carryover', 1),
  generalTotal: at(5, 0, 'total', 2),
  generalBasic: at(6, 0, 'total', 2),
  personnel: at(6, 0, 'total', 3),
  operating: at(6, 0, 'total', 4),
  threePublic: at(10, 0, 'total', 1),
  abroad: at(10, 0, 'abroad', 1),
  reception: at(10, 0, 'reception', 1),
  vehicle: at(10, 0, 'vehicle', 1),
  vehiclePurchase: at(10, 0, 'vehiclePurchase', 1),
  vehicleRunning: at(10, 0, 'vehicleRunning', 1),
  agencyOperating: at(11, 0, 'total', 1),
} as const satisfies Readonly<Record<string, AmountSpec>>;

const OPERATIONS = { category: 'operations' } as const;
const TARGET = { category: 'specificTarget' } as const;

export const FIGURES = {
  unit: { show: 'text', label: '单位名称', of: 'unit' },
  year: { show: 'text', label: '预算年度', of: 'year' },

  'income.total': amount('收入总计', CELLS.incomeTotal),
  'income.current': amount('本年收入', CELLS.incomeCurrent),
  'income.carryover': amount('上年结转收入', CELLS.incomeCarryover),
  'income.growth': { show: 'growth', label: '收入总计与上年相比', of: 'income.total' },
  'income.generalPublic': amount('一般公共预算收入', CELLS.generalPublic),
  'income.generalPublic.share': share('一般公共预算收入占比', CELLS.generalPublic, CELLS.incomeTotal),
  'income.governmentFund': amount('政府性基金收入', CELLS.governmentFund),
  'income.governmentFund.share': share('政府性基金收入占比', CELLS.governmentFund, CELLS.incomeTotal),
  'income.stateCapital': amount('国有资本经营收入', CELLS.stateCapital),
  'income.stateCapital.share': share('国有资本经营收入占比', CELLS.stateCapital, CELLS.incomeTotal),
  'income.fiscalAccount': amount('财政专户管理资金', CELLS.fiscalAccount),
  'income.fiscalAccount.share': share('财政专户管理资金占比', CELLS.fiscalAccount, CELLS.incomeTotal),
  'income.ownFunds': amount('单位资金', CELLS.ownFunds),
  'income.ownFunds.share': share('单位资金占比', CELLS.ownFunds, CELLS.incomeTotal),
  'income.carryover.share': share('上年结转收入占比', CELLS.incomeCarryover, CELLS.incomeTotal),

  'expenditure.total': amount('支出总计', CELLS.expenditureTotal),
  'expenditure.current': amount('当年预算安排', CELLS.expenditureCurrent),
  'expenditure.carryover': amount('上年结转安排', CELLS.expenditureCarryover),
  'expenditure.yearEnd': amount('年终结转', CELLS.yearEnd),
  'expenditure.growth': { show: 'growth', label: '支出总计与上年相比', of: 'expenditure.total' },
  'expenditure.spent': amount('本年支出合计', CELLS.spent),
  'expenditure.basic': amount('基本支出', CELLS.basic),
  'expenditure.basic.share': share('基本支出占比', CELLS.basic, CELLS.spent),
  'expenditure.project': amount('项目支出', CELLS.project),
  'expenditure.project.share': share('项目支出占比', CELLS.project, CELLS.spent),

  'fiscal.total': amount('财政拨款收支总计', CELLS.fiscalTotal),
  'fiscal.generalPublic': amount('一般公共预算拨款（含结转）', CELLS.fiscalGeneral),
  'fiscal.governmentFund': amount('政府性基金拨款（含结转）', CELLS.fiscalGovernmentFund),
  'fiscal.stateCapital': amount('国有资本经营拨款（含结转）', CELLS.fiscalStateCapital),
  'fiscal.current': amount('当年财政拨款', CELLS.fiscalCurrent),
  'fiscal.carryover': amount('上年结转财政拨款', CELLS.fiscalCarryover),
  'fiscal.yearEnd': amount('财政拨款年终结转', CELLS.fiscalYearEnd),
  'fiscal.classes': {
    show: 'list',
    label: '财政拨款支出按功能分类',
    table: 4,
    block: 1,
    names: 2,
    column: 3,
    rows: '^class:',
    saying: 'amount',
  },

  'general.total': amount('一般公共预算当年支出', CELLS.generalTotal),
  'general.growth': { show: 'growth', label: '一般公共预算支出与上年相比', of: 'general.total' },
  'general.classes': {
    show: 'list',
    label: '一般公共预算支出按功能分类',
    table: 5,
    block: 0,
    names: 1,
    column: 2,
    rows: '^f:(\\d{3}|\\?)$',
    saying: 'amountAndShare',
  },

  'basic.total': amount('一般公共预算基本支出', CELLS.generalBasic),
  'basic.personnel': amount('人员经费', CELLS.personnel),
  'basic.personnelItems': {
    show: 'list',
    label: '人员经费列支的科目',
    table: 6,
    block: 0,
    names: 0,
    column: 3,
    rows: '^e:\\d{5}',
    saying: 'name',
  },
  'basic.operating': amount('公用经费', CELLS.operating),
  'basic.operatingItems': {
    show: 'list',
    label: '公用经费列支的科目',
    table: 6,
    block: 0,
    names: 0,
    column: 4,
    rows: '^e:\\d{5}',
    saying: 'name',
  },

  'threePublic.total': amount('“三公”经费合计', CELLS.threePublic),
  'threePublic.growth': { show: 'growth', label: '“三公”经费与上年相比', of: 'threePublic.total' },
  'threePublic.abroad': amount('因公出国（境）费', CELLS.abroad),
  'threePublic.abroad.growth': { show: 'growth', label: '因公出国（境）费与上年相比', of: 'threePublic.abroad' },
  'threePublic.reception': amount('公务接待费', CELLS.reception),
  'threePublic.reception.growth': { show: 'growth', label: '公务接待费与上年相比', of: 'threePublic.reception' },
  'threePublic.vehicle': amount('公务用车购置及运行费', CELLS.vehicle),
  'threePublic.vehicle.growth': { show: 'growth', label: '公务用车费与上年相比', of: 'threePublic.vehicle' },
  'threePublic.vehiclePurchase': amount('公务用车购置费', CELLS.vehiclePurchase),
  'threePublic.vehiclePurchase.growth': {
    show: 'growth',
    label: '公务用车购置费与上年相比',
    of: 'threePublic.vehiclePurchase',
  },
  'threePublic.vehicleRunning': amount('公务用车运行维护费', CELLS.vehicleRunning),
  'threePublic.vehicleRunning.growth': {
    show: 'growth',
    label: '公务用车运行维护费与上年相比',
    of: 'threePublic.vehicleRunning',
  },

  'agencyOperating.total': amount('机关运行经费', CELLS.agencyOperating),
  'agencyOperating.growth': { show: 'growth', label: '机关运行经费与上年相比', of: 'agencyOperating.total' },

  'procurement.total': amount('政府采购预算总额', { procurement: 'amount' }),
  'procurement.goods': amount('货物采购预算', { procurement: 'amount', category: 'goods' }),
  'procurement.works': amount('工程采购预算', { procurement: 'amount', category: 'works' }),
  'procurement.services': amount('服务采购预算', { procurement: 'amount', category: 'services' }),
  'procurement.growth': { show: 'growth', label: '政府采购预算与上年相比', of: 'procurement.total' },
  'procurement.sme': amount('预留中小企业份额', { procurement: 'smeReserved' }),
  'procurement.micro': amount('其中小微企业份额', { procurement: 'microReserved' }),

  'goals.count': { show: 'projectCount', label: '纳入绩效管理的项目数', of: 'spending' },
  'goals.amount': amount('纳入绩效管理的项目金额', { projects: 'spending' }),
  'goals.operations.count': { show: 'projectCount', label: '其他运转类项目数', of: 'spending', ...OPERATIONS },
  'goals.operations.amount': amount('其他运转类项目金额', { projects: 'spending', ...OPERATIONS }),
  'goals.target.count': { show: 'projectCount', label: '特定目标类项目数', of: 'spending', ...TARGET },
  'goals.target.amount': amount('特定目标类项目金额', { projects: 'spending', ...TARGET }),
  'disclosed.count': { show: 'projectCount', label: '公开绩效目标的项目数', of: 'disclosed' },
  'disclosed.amount': amount('公开绩效目标的项目金额', { projects: 'disclosed' }),
  'disclosed.share': share('公开绩效目标金额占项目支出', { projects: 'disclosed' }, CELLS.project),
  'disclosed.operations.count': {
    show: 'projectCount',
    label: '公开的其他运转类项目数',
    of: 'disclosed',
    ...OPERATIONS,
  },
  'disclosed.operations.amount': amount('公开的其他运转类金额', { projects: 'disclosed', ...OPERATIONS }),
  'disclosed.target.count': { show: 'projectCount', label: '公开的特定目标类项目数', of: 'disclosed', ...TARGET },
  'disclosed.target.amount': amount('公开的特定目标类金额', { projects: 'disclosed', ...TARGET }),

  'assets.on': { show: 'text', label: '资产时点', of: 'assetsOn' },
  'assets.quota': { show: 'assets', label: '公务用车编制数', kinds: ['vehicleQuota'], measure: '辆' },
  'assets.vehicles': {
    show: 'assets',
    label: '公务用车实有数',
    kinds: [
      'vehicleLeaders',
      'vehicleConfidential',
      'vehicleEmergency',
      'vehicleEnforcement',
      'vehicleSpecial',
      'vehicleBusiness',
      'vehicleOther',
    ],
    measure: '辆',
  },
  'assets.leaders': { show: 'assets', label: '领导用车', kinds: ['vehicleLeaders'], measure: '辆' },
  'assets.confidential': { show: 'assets', label: '机要通信用车', kinds: ['vehicleConfidential'], measure: '辆' },
  'assets.emergency': { show: 'assets', label: '应急保障用车', kinds: ['vehicleEmergency'], measure: '辆' },
  'assets.enforcement': { show: 'assets', label: '执法执勤用车', kinds: ['vehicleEnforcement'], measure: '辆' },
  'assets.special': { show: 'assets', label: '特种专业技术用车', kinds: ['vehicleSpecial'], measure: '辆' },
  'assets.business': { show: 'assets', label: '事业单位业务用车', kinds: ['vehicleBusiness'], measure: '辆' },
  'assets.otherVehicles': { show: 'assets', label: '其他公务用车', kinds: ['vehicleOther'], measure: '辆' },
  'assets.office': { show: 'assets', label: '办公用房建筑面积', kinds: ['officeArea'], measure: '平方米' },
  'assets.over500k': { show: 'assets', label: '50万元以上通用设备', kinds: ['equipmentOver500k'], measure: '台（套）' },
  'assets.over1m': { show: 'assets', label: '100万元以上专用设备', kinds: ['equipmentOver1m'], measure: '台（套）' },

  none: { show: 'text', label: '本段不印', of: 'none' },
} as const satisfies Readonly<Record<string, FigureSpec>>;

export type FigureId = keyof typeof FIGURES;

/** Whether a name between braces is a figure's. */
export function isFigure(name: string): name is FigureId {
  return Object.hasOwn(FIGURES, name);
}
