/** The texts of written papers, read back by other ways than those they were written by. */
import { extractText, getDocumentProxy } from 'unpdf';

/** Text of each page of a PDF without white space. Doubles of one character, such as ﹣ and -, count as the same. */
export async function pdfTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(comparable);
}

/** A text as readers give it back: without white space, marks joined with their letters. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b\ufeff]/g, '');
}

/** An entry of a PDF's outline and the page it leads to, counted from 1. */
interface Entry {
  readonly text: string;
  readonly page: number;
  readonly items: readonly Entry[];
}

export async function pdfOutline(pdf: Uint8Array): Promise<readonly Entry[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  type Items = Awaited<ReturnType<typeof document.getOutline>>;
  const read = (items: Items): Promise<Entry[]> =>
    Promise.all(
      items.map(async ({ title, dest, items: below }) => {
        const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
        const page = place === null ? 0 : (await document.getPageIndex(place[0])) + 1;
        return { text: title, page, items: await read(below) };
      }),
    );
  return read((await document.getOutline()) ?? []);
}

/** Names of the places to which links of each page lead. */
export async function pdfLinks(pdf: Uint8Array): Promise<readonly (readonly string[])[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const links: string[][] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const annotations: readonly { readonly dest?: unknown; readonly unsafeUrl?: string }[] = await (
      await document.getPage(page)
    ).getAnnotations();
    links.push(annotations.map(({ dest, unsafeUrl }) => String(dest ?? unsafeUrl)));
  }
  return links;
}
