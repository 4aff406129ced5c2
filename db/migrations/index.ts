import { initial } from './0001-initial.ts';
import { projectLineage } from './0002-project-lineage.ts';
import { worksRelated } from './0003-works-related.ts';
import { goalForms } from './0004-goal-forms.ts';
import { waivers } from './0005-waivers.ts';
import { noLineProjectIndex } from './0006-no-line-project-index.ts';
import { lineVocabularies } from './0007-line-vocabularies.ts';
import type { Migration } from './migration.ts';

/** Every step of the book format, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  projectLineage,
  worksRelated,
  goalForms,
  waivers,
  noLineProjectIndex,
  lineVocabularies,
];
