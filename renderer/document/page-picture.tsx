/** One page of the preview. It is there while it is near the view, and drawn again when it is printed anew or zoomed. */
import { type CSSProperties, useEffect, useRef } from 'react';
import type { DrawnPage } from './pdf-client.ts';
import type { AreaTarget, PageShape } from './pdf-messages.ts';

interface PagePictureProps {
  readonly number: number;
  readonly shape: PageShape;
  /** Pixels of the window for each point. */
  readonly scale: number;
  /** Where it stands. */
  readonly style: CSSProperties;
  readonly drawn: DrawnPage | undefined;
  readonly onDraw: (key: string, scale: number) => void;
  readonly onForget: (key: string) => void;
  /** An area of the page was chosen. */
  readonly onArea: (to: AreaTarget) => void;
}

const TITLES = { source: '点击改写这一段', place: '转到这一页' } as const;

export function PagePicture({ number, shape, scale, style, drawn, onDraw, onForget, onArea }: PagePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const sharp = scale * window.devicePixelRatio;
  const { key } = shape;
  const isDrawn = drawn?.scale === sharp;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each printing and size
  useEffect(() => {
    if (!isDrawn) onDraw(key, sharp);
  }, [key, sharp]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: forgotten once, when it is printed anew or out of view
  useEffect(() => () => onForget(key), [key]);
  useEffect(() => {
    const element = canvas.current;
    // Until a page that was printed anew is drawn, the old picture stays. One that was closed is replaced by another.
    if (element === null || drawn === undefined || drawn.picture.width === 0) return;
    element.width = drawn.picture.width;
    element.height = drawn.picture.height;
    element.getContext('2d')?.drawImage(drawn.picture, 0, 0);
  }, [drawn]);
  return (
    <div className="page-picture" data-page={number} data-drawn={isDrawn} style={style}>
      <canvas ref={canvas} role="img" aria-label={`第${number}页`} />
      {(drawn?.areas ?? []).map(({ to, left, top, width, height }, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: areas of a page have no name and are drawn anew together
          key={index}
          type="button"
          tabIndex={-1}
          className="page-area"
          title={TITLES[to.kind]}
          aria-label={TITLES[to.kind]}
          style={{ left: share(left), top: share(top), width: share(width), height: share(height) }}
          onClick={() => onArea(to)}
        />
      ))}
    </div>
  );
}

const share = (part: number) => `${part * 100}%`;
