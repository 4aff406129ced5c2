/**
 * Pages of a section as they are printed: the same HTML under the same style sheet, in a shadow tree so that neither
 * the window's styles nor the pages' reach into each other.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { fontFaces } from '../../shared/document/fonts.ts';
import { renderHtml } from '../../shared/document/html.ts';
import type { Section } from '../../shared/document/model.ts';
import { pageSize } from '../../shared/document/page.ts';

const PX_PER_MM = 96 / 25.4;
/** Around each page, in pixels of the window. */
const GAP = 12;

interface PageViewProps {
  readonly section: Section;
  /** Width of the view in pixels. */
  readonly width: number;
}

export function PageView({ section, width }: PageViewProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(addFontFaces, []);
  const size = pageSize(section);
  const zoom = (width - 2 * GAP) / (size.width * PX_PER_MM);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    root.replaceChildren(...pagesOf(section));
  }, [section]);
  return <div ref={host} className="page-view" style={{ zoom, gap: GAP / zoom, padding: GAP / zoom }} />;
}

const FACES = 'printed-font-faces';

/** Typefaces are known to a document, not to a shadow tree. */
function addFontFaces(): void {
  if (document.getElementById(FACES) !== null) return;
  const style = document.createElement('style');
  style.id = FACES;
  style.textContent = fontFaces();
  document.head.append(style);
}

/** The style sheet and one box for each page; a page begins where its title says so. */
function pagesOf(section: Section): readonly Element[] {
  const html = renderHtml({ title: '', watermark: null, sections: [section] });
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const style = document.createElement('style');
  const rules = parsed.querySelector('style')?.textContent ?? '';
  style.textContent = rules.replaceAll(/(^|\n)html\{/g, '$1:host{');
  const { width, height, margins } = pageSize(section);
  const pages: HTMLElement[] = [];
  for (const child of [...(parsed.querySelector('section')?.children ?? [])]) {
    if (pages.length === 0 || child.classList.contains('break')) {
      const page = document.createElement('div');
      page.style.cssText =
        `width:${width}mm;height:${height}mm;background:#fff;color:#000;box-shadow:0 1px 6px rgb(20 35 50 / 30%);flex:none;` +
        `padding:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`;
      pages.push(page);
    }
    pages.at(-1)?.append(document.adoptNode(child));
  }
  return [style, ...pages];
}
