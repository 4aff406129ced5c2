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

/** A line feed in the user's words begins a new paragraph; what comes to no words is not printed. */
function paragraphBlocks(paragraph: NarrativeParagraph, narrative: Narrative): readonly Block[] {
  const words = wordsOf(paragraph);
  if (words === null) return [];
  return (paragraph.lead + words).split('\n').flatMap((line): readonly Block[] => {
    const runs = runsOf(line, narrative);
    return runs.some(({ text }) => text.trim() !== '')
      ? [{ kind: 'paragraph', style: 'body', runs, source: paragraph.section }]
      : [];
  });
}

/** Words and figures of a line as runs. */
function runsOf(line: string, { figures }: Pick<Narrative, 'figures'>): readonly Run[] {
  return piecesOf(line).map((piece) =>
    piece.kind === 'text' ? { text: piece.text } : { text: figures[piece.id]?.text ?? '', figure: piece.id },
  );
}
