/** The judge of the rows on screen, with what it needs of projects and lines. */
import { useMemo } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { procurementItem } from '../../shared/entities/procurement-item.ts';
import type { CellLookup } from '../../shared/intake/values.ts';
import { amountsSentence } from '../../shared/money/amount-sentence.ts';
import type { Purchases } from '../../shared/procurement/purchases.ts';
import { useWaived } from '../checks/use-waived.ts';
import type { RowStore } from '../grid/row-store.ts';
import { useProjectAmounts } from '../lines/use-project-amounts.ts';
import { useStoreVersion } from '../state/use-store-version.ts';
import { type Judge, makeJudge } from './judge.ts';
import type { Money } from './money.ts';

const NOTHING: ReadonlyMap<string, KeptFinding> = new Map();

export interface Desk extends Judge {
  /** Name of the project or line that pays. */
  readonly payerName: (money: Pick<Money, 'of' | 'id'>) => string;
  /** A sentence about money that is overspent. */
  readonly overspent: (money: Money) => string;
}

export function useJudge(purchases: Purchases, projects: RowStore, lines: RowStore, lookup: CellLookup): Desk {
  const amounts = useProjectAmounts(lines);
  const projectsVersion = useStoreVersion(projects);
  const waived = useWaived('procurement');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the projects change with their version, the lines with the amounts
  return useMemo(() => {
    const nameOf = (id: number | null) => {
      const name = id === null ? null : projects.get(id)?.values.name;
      return typeof name === 'string' ? name : null;
    };
    const payerName: Desk['payerName'] = ({ of, id }) =>
      of === 'project'
        ? `项目“${nameOf(id) ?? ''}”`
        : (lookup.choiceOf(procurementItem.fields.lineId, id)?.label ?? '所挂明细');
    const overspent: Desk['overspent'] = (money) => {
      const { budgeted, bought } = money;
      const said = amountsSentence(budgeted, bought);
      return `${payerName(money)}只有${said(budgeted)}，采购合计${said(bought)}，多${said(bought - budgeted)}。`;
    };
    const judge = makeJudge({
      purchases,
      ruleSets: purchases.rules.sets,
      waivedOf: (id) => waived.get(id) ?? NOTHING,
      nameOf,
      lineOf: (id) => {
        const values = lines.get(id)?.values;
        if (values === undefined) return undefined;
        const { projectId, side } = values;
        return {
          side: side === 'income' || side === 'yearEndCarryover' ? side : 'expenditure',
          projectId: typeof projectId === 'number' ? projectId : null,
        };
      },
      budgeted: {
        project: (id) => amounts.get(id) ?? 0,
        line: (id) => {
          const amount = lines.get(id)?.values.amount;
          return typeof amount === 'number' ? amount : 0;
        },
      },
      overspent,
    });
    return { ...judge, payerName, overspent };
  }, [purchases, projects, projectsVersion, lines, amounts, lookup, waived]);
}
