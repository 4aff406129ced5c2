/**
 * What rules rest on, said once. 「待核」 marks general knowledge of the field that has not been read in the original;
 * a rule so marked must not be shown as law. 「条款待核」: what the document asks has been read where others repeat it, the
 * article has not. Where each was read stands in docs/decisions.md.
 */
export const BASIS = {
  functionalToItem: '《地方预决算公开操作规程》（财预〔2016〕143号）：按功能分类公开到项（条款待核）',
  economicToItem: '《地方预决算公开操作规程》（财预〔2016〕143号）：基本支出按经济分类公开到款（条款待核）',
  natures: '预算公开表3、5分基本支出和项目支出列示',
  projectTables: '预算公开表12、13按项目列示项目支出',
  revenueTables: '预算公开表7、9按收入科目列示收入',
  lineFields: '本程序预算明细的填写约定',
  codeScope: '《政府收支分类科目》各科目的使用范围（待核）',
  codeList: '当年《政府收支分类科目》（内置科目表不全，以财政部门下发的为准）',
  economicMapping: '支出经济分类科目部门预算与政府预算的对应关系（待核）',
  uses: '人员经费、公用经费按经济分类归集的通行做法（待核）',
  balance: '收支平衡：各项资金的收入等于支出加年终结转',
  carryover: '预算公开表1、13：结转资金的来源和安排一致',
  goals: '绩效目标是预算安排的前置条件：每个项目一张绩效目标表（待核）',
  goalAmounts: '绩效目标表的资金与预算安排、各来源之和一致',
  indicatorValues:
    '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）：指标可衡量、方向正确（待核）',
  goalForms: '绩效目标表的表式：一级、二级指标的名称和归属',
  goalPeriods: '绩效目标表：实施期目标和年度目标对应',
  goalTexts: '绩效目标管理办法：目标指向明确、具体细化、合理可行（待核）',
  prior: '上年预算数各项之间的关系与当年相同',
  projectNames: '项目支出细化到具体事项，名称与项目库一致（待核）',
  secrets: '《保守国家秘密法》和预算公开的保密审查（条款待核）',
  disclosureDays: '《预算法》第十四条：批复后20日内公开',
  vehicles: '《党政机关公务用车管理办法》：配备标准；公务用车购置费列入“三公”经费（待核）',
  names: '项目名称在项目表和绩效目标表上一致',
  procurement: '政府采购预算与项目资金对应，金额等于数量乘单价',
  smallBusiness: '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）：预留份额在采购预算之内',
  assets: '国有资产占有使用情况：上年末的车辆、房屋和设备',
  agencyOperating: '预算公开表11：行政单位和参公单位编列机关运行经费',
  narrativeFigures: '预算公开说明中的数与预算公开表一致',
  narrativeReasons: '《地方预决算公开操作规程》（财预〔2016〕143号）：说明增减变化的原因（条款待核）',
  personal: '公开的文件不得泄露个人信息（《个人信息保护法》，条款待核）',
  departmentBudget: '《预算法》第八条：各部门预算由本部门及其所属各单位预算组成（待核）',
  narrativeTexts: '预算公开说明的常见差错：模板文字、以前年度文字没有改净',
} as const;
