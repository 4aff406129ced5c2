/** Names of indicators that sheets of all kinds of units have in common. They rank behind what a book has of its own. */
import type { CountedIndicator } from './library.ts';

type Common = readonly [level3: string, operator: CountedIndicator['operator'], measure: string | null];

const BY_LEVEL2: Readonly<Record<string, readonly Common[]>> = {
  数量指标: [
    ['补助人数', '≥', '人'],
    ['服务人次', '≥', '人次'],
    ['购置设备数量', '≥', '台'],
    ['建设面积', '≥', '平方米'],
    ['培训期数', '≥', '期'],
    ['维护设施数量', '≥', '处'],
  ],
  质量指标: [
    ['工程验收合格率', '=', '%'],
    ['设备验收合格率', '=', '%'],
    ['补助发放准确率', '=', '%'],
    ['设施正常运行率', '≥', '%'],
    ['培训合格率', '≥', '%'],
  ],
  时效指标: [
    ['完成时间', null, null],
    ['资金支付时间', null, null],
    ['补助按时发放率', '=', '%'],
    ['故障响应时间', '≤', '小时'],
  ],
  成本指标: [
    ['项目总成本', '≤', '万元'],
    ['补助标准', '≤', '元/人'],
    ['单位建设成本', '≤', '元/平方米'],
  ],
  经济成本指标: [
    ['项目总成本', '≤', '万元'],
    ['补助标准', '≤', '元/人'],
    ['单位建设成本', '≤', '元/平方米'],
  ],
  经济效益指标: [
    ['节约运行费用', '≥', '万元'],
    ['带动增收', '≥', '万元'],
  ],
  社会效益指标: [
    ['受益人口', '≥', '人'],
    ['服务覆盖率', '≥', '%'],
    ['安全事故发生次数', '=', '次'],
  ],
  生态效益指标: [
    ['污染物排放达标率', '≥', '%'],
    ['新增绿化面积', '≥', '平方米'],
  ],
  可持续影响指标: [
    ['设施使用年限', '≥', '年'],
    ['管护制度', null, null],
  ],
  服务对象满意度指标: [
    ['服务对象满意度', '≥', '%'],
    ['群众满意度', '≥', '%'],
  ],
};

export const COMMON_INDICATORS: readonly CountedIndicator[] = Object.entries(BY_LEVEL2).flatMap(([level2, names]) =>
  names.map(([level3, operator, measure]) => ({
    level2,
    level3,
    operator,
    measure,
    nature: null,
    direction: null,
    uses: 0,
  })),
);
