/** Text of a docx, for tests, read by another way than the writer's. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { comparable } from '../paper-text.fixture.ts';

/** Sections of the document with their texts, without white space; cells of a table follow each other row by row. */
export function docxTexts(docx: Uint8Array): readonly string[] {
  const file = unzipSync(docx)['word/document.xml'];
  if (file === undefined) throw new Error('no document in the package');
  const sections: string[] = [];
  let text = '';
  let inText = false;
  let ends = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    inText = name === 'w:t';
  });
  parser.on('text', (part) => {
    if (inText) text += part;
  });
  parser.on('closetag', ({ name }) => {
    inText = false;
    // The properties of a section stand in its last paragraph, before the paragraph's text.
    if (name === 'w:sectPr') ends = true;
    if (!ends || (name !== 'w:p' && name !== 'w:body')) return;
    sections.push(comparable(text));
    text = '';
    ends = false;
  });
  parser.write(strFromU8(file)).close();
  return sections;
}
