import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleName } from '../../samples/sample-document.ts';
import { createClient } from '../../shared/api/client.ts';
import type { PageNumbers } from '../../shared/document/html.ts';
import type { DocumentState } from '../../shared/document/state.ts';
import type { TableModel } from '../../shared/tables/model.ts';
import { printedCell } from '../../shared/tables/printed.ts';
import { docxTexts } from '../core/export/docx/docx-text.fixture.ts';
import { comparable as bare, pdfTexts } from '../core/export/paper-text.fixture.ts';
import { pageNumbers, readPlaces } from '../core/export/pdf/page-numbers.ts';
import { createSampleBook } from '../core/new-book.ts';
import { openCore } from '../core/open-core.ts';
import { exportFiles } from './export-files.ts';
import { cliPort } from './port.ts';

const folder = mkdtempSync(join(tmpdir(), 'yusuan-paper-'));

interface Paper {
  readonly tables: readonly TableModel[];
  readonly state: DocumentState;
  /** Text of each page of the PDF. */
  readonly pages: readonly string[];
  readonly numbers: PageNumbers;
  /** Text of each section of the docx. */
  readonly docx: readonly string[];
}

const made = new Map<SampleName, Promise<Paper>>();

/** The whole disclosure of a sample's first budget, as files; made once. */
function paperOf(sample: SampleName): Promise<Paper> {
  const paper = made.get(sample) ?? makePaper(sample);
  made.set(sample, paper);
  return paper;
}

async function makePaper(sample: SampleName): Promise<Paper> {
  const book = join(folder, `${sample}.ysb`);
  const port = cliPort({ book, save: (name) => join(folder, `${sample}.${name.split('.').pop()}`) });
  createSampleBook(book, sample, port);
  const core = openCore(port);
  try {
    const call = createClient(core.dispatch);
    await call('book.open', { recentId: null });
    await exportFiles(call, 1, () => undefined);
    const pdf = await readFile(join(folder, `${sample}.pdf`));
    return {
      tables: (await call('table.all', { budgetId: 1 })).tables,
      state: await call('document.get', { budgetId: 1 }),
      pages: await pdfTexts(pdf),
      numbers: pageNumbers(await readPlaces(pdf)),
      docx: docxTexts(await readFile(join(folder, `${sample}.docx`))),
    };
  } finally {
    await core.close();
    await port.close();
  }
}

/** Each row of a table as one text, as it stands in the order of its cells. */
const rowsOf = (table: TableModel) => table.rows.map(({ cells }) => bare(cells.map(printedCell).join('')));

/** What stands over the place that a line of the contents leads to. */
function printedHeading(anchor: string, text: string): string {
  return anchor === 'goal_sheets' ? '绩效目标表目录' : bare(text).replace(/^表[一二三四五六七八九十]+/, '');
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every paragraph of the narrative as it is printed. */
function narrativeLines({ narrative }: DocumentState): readonly string[] {
  return narrative.sections.flatMap(({ title, parts }) => [
    title,
    ...parts.flatMap((part) => {
      if (part.kind === 'heading') return [part.text];
      const words = (part.own ?? part.generated).replace(/\{([\w.]+)\}/g, (_, id: string) => {
        return Object.values(narrative.figures).find((figure) => figure?.id === id)?.text ?? '';
      });
      return words === '' ? [] : (part.lead + words).split('\n');
    }),
  ]);
}

describe.each(['lanxian-2025', 'invented-2025'] as const)('the disclosure of %s on paper', (sample) => {
  let paper: Paper;
  beforeAll(async () => {
    paper = await paperOf(sample);
  }, 120_000);

  /** Text of the pages from one heading up to another. */
  const between = (from: string, to: string) => {
    const { pages, front } = paper.numbers;
    return paper.pages.slice((pages[from] ?? 0) + front - 1, (pages[to] ?? 0) + front - 1);
  };

  it('has every figure of the 13 tables in the PDF, each table on its own pages', () => {
    for (const [index, table] of paper.tables.entries()) {
      const next = paper.tables[index + 1];
      const own = between(`table${table.no}`, next === undefined ? 'part3' : `table${next.no}`).join('');
      expect(own).toContain(bare(table.title));
      for (const row of rowsOf(table)) expect(own).toContain(row);
      if (table.note !== null) expect(own).toContain(bare(table.note));
    }
  });

  it('repeats the heads on each page of a table', () => {
    for (const text of between('table12', 'table13')) expect(text).toContain(bare('单位：万元'));
  });

  it('has every figure of the 13 tables in the docx, each in a section of its own', () => {
    for (const table of paper.tables) {
      const own = paper.docx.find((text) => text.includes(bare(table.formLabel) + bare(table.title)));
      for (const row of rowsOf(table)) expect(own, table.title).toContain(row);
    }
  });

  it('has every sentence of the narrative in both, in order', () => {
    const printed = paper.pages.map((page) => page.replace(/—\d+—/, '').replaceAll('草稿', '')).join('');
    for (const text of [printed, paper.docx.join('')]) {
      let from = text.lastIndexOf('第三部分');
      for (const line of narrativeLines(paper.state).map(bare)) {
        const at = text.indexOf(line, from);
        expect(at, line).toBeGreaterThan(-1);
        from = at;
      }
    }
  });

  it('says in the contents on which page each heading stands, in both', () => {
    const { pages, front } = paper.numbers;
    const contents = paper.pages.slice(1, front).join('');
    expect(paper.state.outline.length).toBeGreaterThan(25);
    for (const { anchor, text } of paper.state.outline) {
      const page = pages[anchor] ?? 0;
      expect(contents).toContain(`${bare(text)}${page}`);
      expect(paper.docx[1]).toContain(`${bare(text)}${page}`);
      expect(paper.pages[page + front - 1], text).toContain(printedHeading(anchor, text));
      expect(paper.pages[page + front - 1]).toContain(`—${page}—`);
    }
  });

  it('prints 草稿 on every page until the budget is locked', () => {
    for (const text of paper.pages) expect(text).toContain('草稿');
  });
});

describe.each(['lanxian-2025', 'invented-2025'] as const)('the docx of %s in LibreOffice', (sample) => {
  it('has the pages of the PDF: every heading where the contents say, every figure, every form', async () => {
    const run = promisify(execFile);
    const found = await run('soffice', ['--version']).catch(() => null);
    if (found === null) {
      console.log('soffice is not installed here: the docx was not opened in LibreOffice.');
      return;
    }
    const { pages: ours, numbers, tables, state } = await paperOf(sample);
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    const source = join(folder, `${sample}.docx`);
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'lo'), source]);
    const theirs = await pdfTexts(await readFile(join(folder, 'lo', `${sample}.pdf`)));
    expect(theirs).toHaveLength(ours.length);
    for (const { anchor, text } of state.outline) {
      const page = numbers.pages[anchor] ?? 0;
      expect(theirs.slice(1, numbers.front).join('')).toMatch(new RegExp(`${escaped(bare(text))}\\.*${page}`));
      expect(theirs[page + numbers.front - 1], text).toContain(printedHeading(anchor, text));
      expect(theirs[page + numbers.front - 1], text).toContain(`—${page}—`);
    }
    const forms = (texts: readonly string[]) => texts.map((text) => /编号:[\d-]+.*?第\d+页共\d+页/.exec(text)?.[0]);
    expect(forms(theirs)).toEqual(forms(ours));
    const all = theirs.join('');
    for (const row of tables.flatMap(rowsOf)) expect(all).toContain(row);
  }, 120_000);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
