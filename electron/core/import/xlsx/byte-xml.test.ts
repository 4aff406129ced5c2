import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteListener, readByteXml, type Tag } from './byte-xml.ts';
import { readXml } from './xml.ts';
import { UnreadableFile } from './zip.ts';

type Event = readonly [string, ...(string | null)[]];

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What both readers tell of a part, the texts between two tags joined. */
async function eventsOf(xml: string, size: number): Promise<{ readonly fast: Event[]; readonly strict: Event[] }> {
  const bytes = new TextEncoder().encode(xml);
  const collect = () => {
    const events: Event[] = [];
    const text = (piece: string) => {
      const last = events.at(-1);
      if (last?.[0] === 'text') events[events.length - 1] = ['text', `${last[1]}${piece}`];
      else if (piece !== '') events.push(['text', piece]);
    };
    return { events, text };
  };
  const fast = collect();
  const listener: ByteListener = {
    capturing: 'text',
    open: (name: string, tag: Tag) => void fast.events.push(['open', name, tag.get('r'), tag.get('text')]),
    text: fast.text,
    index: () => undefined,
    close: (name) => void fast.events.push(['close', name]),
  };
  for await (const _ of readByteXml(inPieces(bytes, size), listener));
  const strict = collect();
  await readXml(inPieces(bytes, bytes.length), {
    open: (name, { r, text }) => void strict.events.push(['open', name, r ?? null, text ?? null]),
    text: strict.text,
    close: (name) => void strict.events.push(['close', name]),
  });
  const inRoot = (events: Event[]) => events.filter(([kind, text]) => kind !== 'text' || text?.trim() !== '');
  return { fast: inRoot(fast.events), strict: inRoot(strict.events) };
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

describe('readByteXml', () => {
  it('tells the same as a strict parser, wherever the chunks end', async () => {
    const text = fc
      .string({ unit: fc.constantFrom('甲', '😀', 'a', ' ', '&', '<', '>', '"', "'", '\n', ']') })
      .map(escaped);
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc
        .tuple(
          fc.constantFrom('c', 'row', 'x:v', 'si'),
          fc.option(text, { nil: null }),
          fc.option(fc.constantFrom('A1', 'AB12', ''), { nil: null }),
          fc.array(
            fc.oneof(
              { depthSize: 'small' },
              text,
              fc.constant('<!-- <v> -->'),
              fc.constant('<![CDATA[<&]]>'),
              tie('node'),
            ),
            {
              maxLength: 4,
            },
          ),
        )
        .map(([name, value, r, inside]) => {
          const attributes = `${r === null ? '' : ` r='${r}'`}${value === null ? '' : `\n text = "${value}"`}`;
          return inside.length === 0
            ? `<${name}${attributes}/>`
            : `<${name}${attributes} >${inside.join('')}</${name} >`;
        }),
    })).node;
    await fc.assert(
      fc.asyncProperty(tree, fc.integer({ min: 1, max: 40 }), async (xml, size) => {
        const { fast, strict } = await eventsOf(`<?xml version="1.0"?>\n${xml}\n`, size);
        expect(fast).toEqual(strict);
      }),
    );
  });

  it.each([
    '<a><b></a></b>',
    '<a>',
    '<a/><b/>',
    '<a b=1/>',
    '<a b="1/>',
    '<a>&nbsp;</a>',
    '<a>&constructor;</a>',
    '<a>&amp</a>',
    '<!DOCTYPE a><a/>',
    '<a><!ELEMENT b></a>',
    '</a>',
    '',
    'text',
  ])('refuses %j', async (xml) => {
    const listener: ByteListener = {
      capturing: 'text',
      open: (_name, tag) => void tag.get('b'),
      text: () => undefined,
      index: () => undefined,
      close: () => undefined,
    };
    const read = async () => {
      for await (const _ of readByteXml(inPieces(new TextEncoder().encode(xml), 3), listener));
    };
    await expect(read()).rejects.toBeInstanceOf(UnreadableFile);
  });

  it('reads the letters of an address as a column', async () => {
    const columns: (number | null)[] = [];
    const listener: ByteListener = {
      capturing: 'nothing',
      open: (_name, tag) => void columns.push(tag.columnOf('r')),
      text: () => undefined,
      index: () => undefined,
      close: () => undefined,
    };
    const xml = '<a><c r="A1"/><c r="Z9"/><c r="AA1"/><c s="1" r="XFD1048576"/><c r="12"/></a>';
    for await (const _ of readByteXml(inPieces(new TextEncoder().encode(xml), 7), listener));
    expect(columns).toEqual([null, 0, 25, 26, 16383, -1]);
  });
});
