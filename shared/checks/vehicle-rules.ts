/** Rules on buying vehicles: what is procured is in the money of 公务用车购置, at a usual price. */
import { BASIS } from './basis.ts';
import type { RecordRule } from './record-spec.ts';

/** 乘用车 */
const CAR = { catalogueCode: 'A02030501', name: '轿车', quantity: '1' } as const;
const PAID = { side: 'expenditure', nature: 'basic', deptEconomic: '31013' } as const;

export const vehicleRules: readonly RecordRule[] = [
  {
    id: 'procurement-vehicle-unbudgeted',
    title: '采购车辆有公务用车购置的支出',
    severity: 'warning',
    basis: BASIS.vehicles,
    each: 'unit',
    must: {
      left: { of: 'procurement', add: 'amount', match: {}, where: { passengerCar: [true] } },
      op: '<=',
      right: {
        of: 'line',
        add: 'amount',
        match: {},
        where: { side: ['expenditure'], deptEconomic: ['31013', '30913'] },
      },
    },
    field: null,
    message: '采购中乘用车合计{left}，支出明细中公务用车购置（31013、30913）只有{right}，“三公”经费会少列，请核对。',
    examples: {
      passes: [
        { procurement: [{ ...CAR, amount: 100 }], lines: [{ ...PAID, amount: 100 }] },
        { procurement: [{ catalogueCode: 'A02010105', amount: 100 }] },
      ],
      fails: [
        { procurement: [{ ...CAR, amount: 100 }] },
        { procurement: [{ ...CAR, amount: 101 }], lines: [{ ...PAID, amount: 100 }] },
      ],
    },
  },
  {
    id: 'procurement-vehicle-price',
    title: '公务用车的价格',
    severity: 'advice',
    basis: BASIS.vehicles,
    each: 'procurement',
    when: { passengerCar: [true], unitPrice: 'filled' },
    must: { left: { own: 'unitPrice' }, op: '<=', right: { number: 18_000_000 } },
    field: 'unitPrice',
    message: '采购“{name}”的单价{unitPrice}，高于一般公务用车的配备价格（18万元以内），请核对配备标准。',
    examples: {
      passes: [{ procurement: [{ ...CAR, unitPrice: 18_000_000, amount: 18_000_000 }] }],
      fails: [{ procurement: [{ ...CAR, unitPrice: 18_000_001, amount: 18_000_001 }] }],
    },
  },
  {
    id: 'asset-vehicles-without-running',
    title: '有公务用车就有运行维护费',
    severity: 'advice',
    basis: BASIS.vehicles,
    each: 'unit',
    when: { hasVehicles: [true] },
    must: {
      left: { of: 'line', add: 'count', match: {}, where: { side: ['expenditure'], deptEconomic: ['30231'] } },
      op: '>=',
      right: { number: 1 },
    },
    field: null,
    message:
      '有车辆{vehicleText}辆，支出中却没有公务用车运行维护费（30231），“三公”经费为零；列在项目里的，请核对科目。',
    examples: {
      passes: [
        { assets: [{ kind: 'vehicleOther', quantity: '2' }], lines: [{ ...PAID, deptEconomic: '30231' }] },
        { assets: [{ kind: 'vehicleQuota', quantity: '2' }] },
      ],
      fails: [{ assets: [{ kind: 'vehicleOther', quantity: '2' }] }],
    },
  },
];
