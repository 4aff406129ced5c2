/** Calls of the contract: checks. */
import type { Finding } from '../../checks/finding.ts';
import { budgetId, read } from './declare.ts';

export const checkCalls = {
  'check.run': read<readonly Finding[]>()({ budgetId }),
} as const;
