/** The narrative as blocks to print. */
import type { Block, Run } from '../document/model.ts';
import { type Narrative, type NarrativeParagraph, wordsOf } from './narrative.ts';
import { piecesOf } from './template.ts';

/** Blocks of all sections; anchors are `say_` with the section's name. */
export function narrativeBlocks(narrative: Narrative): readonly Block[] {
  return narrative.sections.flatMap(({ id, title, parts }) => [
    {
      kind: 'heading' as const,
      level: 2 as const,
      text: title,
      anchor: `say_${id}`,
      contents: title,
      style: 'text' as const,
    },
    ...parts.flatMap((part, index): readonly Block[] =>
      part.kind === 'heading'
        ? [
            {
              kind: 'heading',
              level: 3,
              text: part.text,
              anchor: `say_${id}_${index}`,
              contents: null,
              style: 'text',
            },
          ]
        : paragraphBlocks(part, narrative),
    ),
  ]);
}

/** Words that begin as the lead does, e.g. `主要原因是…`: with the lead before them it would be said twice. */
const LEADS_ITSELF = /^\s*[^，。；：\n]{0,8}原因(?:是|为|在于|如下|[：:])/;

/** A line feed in the user's words begins a new paragraph; what comes to no words is not printed. */
function paragraphBlocks(paragraph: NarrativeParagraph, narrative: Narrative): readonly Block[] {
  const words = wordsOf(paragraph);
  if (words === null) return [];
  const lines = words
    .split('\n')
    .map((line) => runsOf(line, narrative))
    .filter((runs) => runs.some(({ text }) => text.trim() !== ''));
  const lead = LEADS_ITSELF.test(words) ? '' : paragraph.lead;
  return lines.map((runs, at) => ({
    kind: 'paragraph',
    style: 'body',
    runs: at === 0 && lead !== '' ? [{ text: lead }, ...runs] : runs,
    source: paragraph.section,
  }));
}

/** Words and figures of a line as runs. */
function runsOf(line: string, { figures }: Pick<Narrative, 'figures'>): readonly Run[] {
  return piecesOf(line).map((piece) =>
    piece.kind === 'text' ? { text: piece.text } : { text: figures[piece.id]?.text ?? '', figure: piece.id },
  );
}
