/** Feeds a small XML part to a listener; the large ones go through `byte-xml.ts`. Names come without their namespace prefix. */
import { SaxesParser } from 'saxes';
import { damaged } from './xml-text.ts';
import { UnreadableFile } from './zip.ts';

export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Parses a part to its end and tells `listener`.
 * @throws UnreadableFile when the part is not well-formed or brings a document type (and with it entities) of its own.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw new UnreadableFile('文件含有不允许的定义');
  });
  parser.on('opentag', (tag) => listener.open?.(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
