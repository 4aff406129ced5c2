/** Calls of the contract: operations on projects. */
import type { ProjectMade, ProjectMerged, ProjectOverview } from '../../projects/types.ts';
import { budgetId, flag, id, read, revision, seenRows, text, write } from './declare.ts';

export const projectCalls = {
  /** Each project of a budget with its amounts, what it has and what it lacks, in book order. */
  'project.overview': read<readonly ProjectOverview[]>()({ budgetId }),
  /** Copies a project; the copy stands below it. The flags say what goes along. */
  'project.duplicate': write<ProjectMade>()({
    projectId: id('项目'),
    name: text('新项目名称'),
    lines: flag('预算明细'),
    goalSheet: flag('绩效目标表'),
    procurement: flag('采购明细'),
  }),
  /**
   * Makes several projects one: lines and procurement move to `intoId`, the others are removed. One goal sheet stays
   * (`goalSheetOf`: of which project; null = of `intoId`, else of the first that has one) with the sums of all.
   */
  'project.merge': write<ProjectMerged>()({
    intoId: id('保留的项目'),
    projects: seenRows('要合并的项目'),
    goalSheetOf: { ...id('绩效目标表取自'), optional: true },
    indicators: flag('并入其他目标表的指标'),
  }),
  /** Moves lines of a project, or a part of a line's amount, into a new project below it. */
  'project.split': write<ProjectMade>()({
    projectId: id('项目'),
    revision,
    name: text('新项目名称'),
    lines: {
      kind: 'records',
      label: '拆出的明细',
      of: { id: id('预算明细'), revision, amount: { kind: 'fen', label: '拆出金额', optional: true } },
    },
    goalSheet: flag('复制绩效目标表'),
  }),
  'project.moveLines': write<ProjectMade>()({ projectId: id('移到的项目'), lines: seenRows('预算明细') }),
} as const;
