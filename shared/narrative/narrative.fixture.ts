/** A small budget for tests of the narrative: one basic line, one project, and what a test changes. */
import { exampleInput } from '../checks/example-input.fixture.ts';
import type { RecordExample } from '../checks/record-spec.ts';
import { narrativeBlocks } from './blocks.ts';
import type { ListOrder } from './input.ts';
import { buildNarrative } from './narrative.ts';

/** Texts of the paragraphs of a section. */
export function sectionText(example: RecordExample, section: string, order: ListOrder = 'code'): readonly string[] {
  const texts: string[] = [];
  let inside = false;
  for (const block of narrativeBlocks(buildNarrative(exampleInput(example), order))) {
    if (block.kind === 'heading' && block.level === 2) inside = block.anchor === `say_${section}`;
    else if (inside && block.kind === 'paragraph') texts.push(block.runs.map(({ text }) => text).join(''));
  }
  return texts;
}
