/** The 45 typical errors of published budgets, each with what finds it here, or why it cannot be. */
import { matters } from './matters.fixture.ts';
import { tablesAndFigures } from './tables-and-figures.fixture.ts';
import type { TypicalError } from './typical-error.fixture.ts';

export const TYPICAL_ERRORS: readonly TypicalError[] = [...tablesAndFigures, ...matters];
