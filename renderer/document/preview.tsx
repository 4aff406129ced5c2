/** The pages as they will be printed, one below the other. Only those near the view are there: there may be a thousand. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { FailureBox, Loading } from '../ui/states.tsx';
import { layPages, type PageLayout, pageAt, pagesBetween, type Zoom } from './page-layout.ts';
import { PagePicture } from './page-picture.tsx';
import type { AreaTarget } from './pdf-messages.ts';
import type { Pages } from './use-pages.ts';

/** A place of the document to show; a new object goes there again. */
export interface PageTarget {
  readonly page: number;
}

interface PreviewProps {
  readonly pages: Pages;
  readonly target: PageTarget | null;
  readonly onPage: (page: number) => void;
  readonly onArea: (to: AreaTarget) => void;
}

const ZOOMS = [50, 75, 100, 125, 150, 200] as const;
/** Pages so far above and below the view are drawn, too. */
const NEAR = 500;

/** What of the pages is seen. */
interface View {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function Preview({ pages, target, onPage, onArea }: PreviewProps) {
  const box = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [view, setView] = useState<View>({ top: 0, width: 0, height: 0 });
  const [current, setCurrent] = useState(1);
  const { shapes } = pages;
  const layout = useMemo(() => layPages(shapes, zoom, view.width), [shapes, zoom, view.width]);
  const look = () => {
    const element = box.current;
    if (element === null) return;
    const { scrollTop, clientWidth, clientHeight } = element;
    setView({ top: scrollTop, width: clientWidth, height: clientHeight });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box is watched for as long as it is there
  useLayoutEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(look);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useSteadyPage(box, layout);
  const known = shapes.length > 0;
  const wanted = layout.pages[(target?.page ?? 0) - 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once for each target, when its page is there
  useEffect(() => {
    if (wanted !== undefined) box.current?.scrollTo({ top: wanted.top });
  }, [target, wanted !== undefined]);
  const onScroll = () => {
    look();
    const element = box.current;
    if (element === null) return;
    const page = pageAt(layout, element.scrollTop + element.clientHeight / 3)?.number ?? 1;
    if (page === current) return;
    setCurrent(page);
    onPage(page);
  };
  const shown = view.width === 0 ? [] : pagesBetween(layout, view.top - NEAR, view.top + view.height + NEAR);
  return (
    <div className="preview">
      <div className="preview-bar">
        <span className="preview-place" role="status">
          {known ? `第 ${Math.min(current, shapes.length)} 页 / 共 ${shapes.length} 页` : ''}
        </span>
        {pages.busy && known ? <span className="muted">正在排版…</span> : null}
        <span className="spring" />
        <select
          className="select"
          aria-label="显示比例"
          value={zoom}
          // not an amount: a zoom in per cent
          onChange={({ target: { value } }) => setZoom(value === 'width' ? value : Number.parseInt(value, 10))}
        >
          <option value="width">适合宽度</option>
          {ZOOMS.map((each) => (
            <option key={each} value={each}>
              {each}%
            </option>
          ))}
        </select>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={box} className="preview-pages" aria-label="页面预览" tabIndex={0} onScroll={onScroll}>
        {pages.failure === null ? null : <FailureBox failure={pages.failure} retry={pages.retry} />}
        {!known && pages.busy ? <Loading what="文档，正在排版" /> : null}
        <div className="preview-paper" style={{ height: layout.height, minWidth: layout.width }}>
          {shown.map(({ shape, number, top, width, height, scale }) => (
            <PagePicture
              key={number}
              number={number}
              shape={shape}
              scale={scale}
              style={{ top, width, height }}
              drawn={pages.drawn.get(shape.key)}
              onDraw={pages.draw}
              onForget={pages.forget}
              onArea={onArea}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

/** Keeps what is at the top of the view there when pages become larger, smaller or more. */
function useSteadyPage(box: { readonly current: HTMLElement | null }, layout: PageLayout): void {
  const before = useRef(layout);
  useLayoutEffect(() => {
    const element = box.current;
    const [old, now] = [before.current, layout];
    before.current = layout;
    if (element === null || old === now) return;
    // What is wider than the view is seen from its middle, where the upright pages stand.
    if (now.width !== old.width) element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2;
    const page = pageAt(old, element.scrollTop);
    const same = page === null ? undefined : now.pages[page.number - 1];
    if (page === null || same === undefined || same.top === page.top) return;
    element.scrollTop = same.top + (element.scrollTop - page.top) * (same.scale / page.scale);
  }, [box, layout]);
}
