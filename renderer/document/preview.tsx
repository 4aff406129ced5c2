/** The pages as they will be printed, one below the other. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FailureBox, Loading } from '../ui/states.tsx';
import { PagePicture } from './page-picture.tsx';
import type { Pages } from './use-pages.ts';

/** A place of the document to show; a new object goes there again. */
export interface PageTarget {
  readonly page: number;
}

interface PreviewProps {
  readonly pages: Pages;
  readonly target: PageTarget | null;
  readonly onPage: (page: number) => void;
  readonly onSource: (source: string) => void;
}

/** Pixels of the window in a point at 100%. */
const FULL = 96 / 72;
const ZOOMS = [50, 75, 100, 125, 150, 200] as const;
const SIDE_ROOM = 40;

type Zoom = 'width' | number;

export function Preview({ pages, target, onPage, onSource }: PreviewProps) {
  const box = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [room, setRoom] = useState(0);
  const [current, setCurrent] = useState(1);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const widest = Math.max(0, ...pages.shapes.map(({ width }) => width));
  const upright = Math.min(...pages.shapes.map(({ width }) => width), widest);
  // Upright pages fill the width; the few that are wider are as wide as there is room.
  const scale = zoom === 'width' ? Math.max(0.2, (room - SIDE_ROOM) / (upright || 595)) : (zoom / 100) * FULL;
  const scaleOf = (width: number) => (zoom === 'width' ? Math.min(scale, (room - SIDE_ROOM) / width) : scale);
  const version = pages.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once for each target, when the pages are there
  useEffect(() => {
    if (target === null || version === 0) return;
    const element = box.current?.querySelector<HTMLElement>(`[data-page="${target.page}"]`);
    element?.scrollIntoView({ block: 'start' });
  }, [target, version > 0]);
  const onScroll = () => {
    const element = box.current;
    if (element === null) return;
    const middle = element.getBoundingClientRect().top + element.clientHeight / 3;
    const all = [...element.querySelectorAll<HTMLElement>('.page-picture')];
    const at = all.findLast((each) => each.getBoundingClientRect().top <= middle);
    // not an amount: a page number
    const page = Number.parseInt(at?.dataset.page ?? '1', 10);
    if (page === current) return;
    setCurrent(page);
    onPage(page);
  };
  return (
    <div className="preview">
      <div className="preview-bar">
        <span className="preview-place" role="status">
          {pages.shapes.length === 0 ? '' : `第 ${current} 页 / 共 ${pages.shapes.length} 页`}
        </span>
        {pages.busy && version > 0 ? <span className="muted">正在重新排版…</span> : null}
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
        {version === 0 && pages.busy ? <Loading what="文档，正在排版" /> : null}
        {room === 0
          ? null
          : pages.shapes.map((shape, index) => (
              <PagePicture
                // biome-ignore lint/suspicious/noArrayIndexKey: pages are numbered
                key={index}
                number={index + 1}
                shape={shape}
                scale={scaleOf(shape.width)}
                version={version}
                drawn={pages.drawn.get(index + 1)}
                onDraw={pages.draw}
                onForget={pages.forget}
                onSource={onSource}
              />
            ))}
      </section>
    </div>
  );
}
