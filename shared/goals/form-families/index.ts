import type { FormFamily } from '../form-spec.ts';
import { costFirst } from './cost-first.ts';
import { costUnderOutput } from './cost-under-output.ts';

/** Every shipped form of goal sheets, oldest first. The names of the families are what `goalSheet.form` may hold. */
export const FORM_FAMILIES: readonly FormFamily[] = [costUnderOutput, costFirst];
