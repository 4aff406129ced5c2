import { describe, expect, it } from 'vitest';
import { inputsOf } from '../shared/checks/document-input.fixture.ts';
import type { Paragraph } from '../shared/document/model.ts';
import { numbersIn } from '../shared/money/agree.ts';
import { compareQuantities } from '../shared/money/quantity.ts';
import { narrativeBlocks } from '../shared/narrative/blocks.ts';
import { GLOSSARY } from '../shared/narrative/glossary.ts';
import { buildNarrative } from '../shared/narrative/narrative.ts';
import { isDisclosed, runs } from './lanxian-2025/disclosed.fixture.ts';
import { sampleDocument } from './sample-document.ts';
import { readJson } from './source.ts';

interface Fact {
  readonly key: string;
  readonly section: string;
  readonly value: string | readonly string[];
  readonly unit: string | null;
  readonly derivable: boolean;
}

const FACTS = readJson<readonly Fact[]>('lanxian-2025/expected-narrative.json');
/** Two say what stands in an attachment; the others are about the same assets, procurement and changes as the book. */
const NOT_OURS = ['other.service_purchase_catalogue', 'other.other'];

const [input] = inputsOf(sampleDocument('lanxian-2025'));
if (input === undefined) throw new Error('no budget');
const blocks = narrativeBlocks(buildNarrative(input, 'code'));

/** Text of a section by the first words of its title. */
function sectionText(title: string): string {
  const start = title.split('、')[0];
  const from = blocks.findIndex(
    (block) => block.kind === 'heading' && block.level === 2 && block.text.startsWith(`${start}、`),
  );
  const rest = blocks.slice(from + 1);
  const to = rest.findIndex((block) => block.kind === 'heading' && block.level === 2);
  return rest
    .slice(0, to < 0 ? undefined : to)
    .flatMap((block) => (block.kind === 'paragraph' ? [textOf(block)] : []))
    .join('\n');
}

const textOf = ({ runs: parts }: Paragraph) => parts.map(({ text }) => text).join('');
/** Our own words; figures and lists of official names stand between them. */
const words = blocks.flatMap((block) =>
  block.kind === 'paragraph' ? block.runs.flatMap(({ text, figure }) => (figure === undefined ? [text] : [])) : [],
);

describe('the narrative of the real unit', () => {
  it('is compared with all figures of the published one', () => {
    expect(FACTS.length).toBe(97);
    expect(FACTS.filter(({ derivable }) => derivable).length).toBeGreaterThan(70);
  });

  it.each(FACTS.filter(({ key }) => !NOT_OURS.includes(key)))(
    'says $key in its section',
    ({ key, section, value, unit }) => {
      const text = sectionText(section);
      if (typeof value !== 'string') {
        for (const item of value) expect(text).toContain(item);
      } else if (key === 'assets.as_of') {
        expect(text).toContain('2024年12月31日');
      } else if (key === 'sangong.total') {
        expect(text).toContain('没有安排“三公”经费');
      } else if (key === 'agency_operating.total') {
        expect(text).toContain('没有这项预算');
      } else {
        const found = numbersIn(text).filter(
          ({ unit: said, digits }) => (unit ?? '').startsWith(said) && compareQuantities(digits, value) === 0,
        );
        expect(found.map((number) => number.text).join(), `${key} in ${text}`).not.toBe('');
      }
    },
  );

  it('shares no run of 18 characters with it, nor does the glossary', () => {
    const texts = [...words, ...GLOSSARY.map(({ term, meaning }) => term + meaning)];
    expect(texts.filter((text) => runs(text).some(isDisclosed))).toEqual([]);
  });
});

describe('the narratives of the invented department', () => {
  it('have no figure that something is missing for, and ask for no reason', () => {
    for (const each of inputsOf(sampleDocument('invented-2025'))) {
      const { figures, sections } = buildNarrative(each, 'size');
      expect(Object.values(figures).flatMap((figure) => figure?.missing ?? [])).toEqual([]);
      const asked = sections.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'own' && part.asked ? [part.asked.reason] : [])),
      );
      expect(asked).toEqual([]);
    }
  });
});
