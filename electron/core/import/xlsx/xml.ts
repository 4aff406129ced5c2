/** Feeds unpacked chunks of an XML part to listeners. Names come without their namespace prefix. */
import { SaxesParser } from 'saxes';
import { UnreadableFile } from './zip.ts';

export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Parses a part and tells `listener`. After each chunk the generator yields, so that the caller can hand on what
 * has been found so far.
 * @throws UnreadableFile when the part is not well-formed or brings a document type (and with it entities) of its own.
 */
export async function* parseXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('error', () => {
    throw new UnreadableFile('文件内容已损坏');
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
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

/** Parses a part to its end. @throws UnreadableFile as parseXml. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  for await (const _ of parseXml(chunks, listener));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
