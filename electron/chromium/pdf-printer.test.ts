import { afterAll, expect, test } from 'vitest';
import { FailureError } from '../../shared/api/failure.ts';
import { findBrowser } from './find-browser.ts';
import { createPdfPrinter } from './pdf-printer.ts';

const browser = findBrowser();
if (browser === null) throw new Error('no browser found; npm test installs one');
const printer = createPdfPrinter(browser);
afterAll(() => printer.close());

const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const codeOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof FailureError ? error.failure.code : error;
};

test('prints pages of different sizes as the style sheet says', async () => {
  const pdf = await printer.print(
    '<!doctype html><title>页</title><style>@page a{size:210mm 297mm}@page b{size:420mm 297mm}.a{page:a}.b{page:b}</style>' +
      '<div class="a">一</div><div class="b">二</div>',
  );
  expect(text(pdf).slice(0, 5)).toBe('%PDF-');
  expect([...text(pdf).matchAll(/\/MediaBox \[0 0 (\d+)/g)].map((match) => match[1])).toEqual(['594', '1191']);
});

test('prints one text after the other with nothing of the former', async () => {
  await printer.print('<!doctype html><title>former</title><style>p{break-before:page}</style><p>x<p>y<p>z');
  const pdf = await printer.print('<!doctype html><title>latter</title><p>x<p>y<p>z');
  expect(/\/Title \(([^)]*)\)/.exec(text(pdf))?.[1]).toBe('latter');
  expect(text(pdf).match(/\/Type \/Page\n/g)).toHaveLength(1);
});

test('runs no script of what it prints, and prints several at a time', async () => {
  const page = (label: string) =>
    `<!doctype html><title>${label}</title><p>x</p><script>document.title = 'ran'</script>`;
  const both = await Promise.all([printer.print(page('first')), printer.print(page('second'))]);
  expect(both.map((pdf) => /\/Title \(([^)]*)\)/.exec(text(pdf))?.[1])).toEqual(['first', 'second']);
});

test('gives up when it is told to, and prints again afterwards', async () => {
  const stop = new AbortController();
  const long = printer.print(`<!doctype html><p>${'长文。'.repeat(100_000)}</p>`, stop.signal);
  setTimeout(() => stop.abort(), 200);
  expect(await codeOf(long)).toBe('CANCELLED');
  expect(text(await printer.print('<!doctype html><p>短</p>')).slice(0, 5)).toBe('%PDF-');
});

test('says so where there is no browser', async () => {
  expect(await codeOf(createPdfPrinter(null).print('<p>'))).toBe('NO_BROWSER');
});
