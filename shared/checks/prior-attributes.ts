/** Which of last year's totals are made of which, and what rules ask about them. */
import type { RowOfEntity } from '../entities/index.ts';
import { FEN_PER_PRINTED_WAN } from '../money/format.ts';
import type { Look } from './look.ts';
import type { Attributes } from './records.ts';

type Prior = RowOfEntity<'prior'>;
type Measure = Prior['measure'];

const PARTS: Partial<Readonly<Record<Measure, readonly Measure[]>>> = {
  'income.total': ['income.current', 'income.carryover'],
  'expenditure.total': ['expenditure.basic', 'expenditure.project'],
  'threePublic.total': ['threePublic.abroad', 'threePublic.reception', 'threePublic.vehicle'],
  'threePublic.vehicle': ['threePublic.vehiclePurchase', 'threePublic.vehicleRunning'],
};

/** Half of the hundredth of a 万元 to which a printed figure is rounded, in 分. */
const HALF_STEP = FEN_PER_PRINTED_WAN / 2;

export function priorAttributes(look: Look): Attributes<Prior> {
  const figures = look.index('prior', ({ measure }) => measure);
  const partsOf = ({ measure }: Prior) => (PARTS[measure] ?? []).map((part) => figures(part).at(-1));
  const known = (figure: Prior) => partsOf(figure).filter((part) => part !== undefined);
  return {
    partsKnown: (figure) => partsOf(figure).length > 0 && partsOf(figure).every((part) => part !== undefined),
    partsSum: (figure) => known(figure).reduce((sum, { amount }) => sum + amount, 0),
    /** A thousand times as much: more than any unit grows in a year. */
    thousandfold: ({ amount }) => (amount > 0 && amount <= Number.MAX_SAFE_INTEGER / 1_000 ? amount * 1_000 : null),
    roundingSlack: (figure) => HALF_STEP * [figure, ...known(figure)].filter(({ rounded }) => rounded).length,
  };
}
