/** WordprocessingML as text: a large document is written piece by piece and never stands in memory as a tree. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or attribute. Control characters and lone surrogates, which XML does not take, are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of the namespace `w`; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let open = `<w:${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` w:${key}="${typeof value === 'number' ? value : escapeXml(value)}"`;
  }
  const content = children.join('');
  return content === '' ? `${open}/>` : `${open}>${content}</w:${name}>`;
}
