/** One page of the preview. It is drawn when it comes into view, and again when it is printed anew or zoomed. */
import { useEffect, useRef, useState } from 'react';
import type { DrawnPage } from './pdf-client.ts';
import type { PageShape } from './pdf-messages.ts';

interface PagePictureProps {
  readonly number: number;
  readonly shape: PageShape;
  /** Pixels of the window for each point. */
  readonly scale: number;
  readonly version: number;
  readonly drawn: DrawnPage | undefined;
  readonly onDraw: (page: number, scale: number) => void;
  readonly onForget: (page: number) => void;
  /** A paragraph on the page was chosen. */
  readonly onSource: (source: string) => void;
}

export function PagePicture({ number, shape, scale, version, drawn, onDraw, onForget, onSource }: PagePictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const sharp = scale * window.devicePixelRatio;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root: element.parentElement, rootMargin: '400px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const wanted = near && (drawn === undefined || drawn.version !== version || drawn.scale !== sharp);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each printing and size
  useEffect(() => {
    if (wanted) onDraw(number, sharp);
  }, [wanted, version, sharp]);
  const kept = drawn !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: forgotten once, when it has gone out of view
  useEffect(() => {
    if (!near && kept) onForget(number);
  }, [near, kept]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    if (drawn === undefined) {
      element.width = 0;
      return;
    }
    element.width = drawn.picture.width;
    element.height = drawn.picture.height;
    // A picture that was closed has been replaced by another, which is on its way here.
    if (drawn.picture.width > 0) element.getContext('2d')?.drawImage(drawn.picture, 0, 0);
  }, [drawn]);
  return (
    <div
      ref={box}
      className="page-picture"
      data-page={number}
      data-drawn={drawn?.version === version}
      style={{ width: shape.width * scale, height: shape.height * scale }}
    >
      <canvas ref={canvas} role="img" aria-label={`第${number}页`} />
      {(drawn?.areas ?? []).map(({ source, left, top, width, height }, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: areas of a page have no name and are drawn anew together
          key={index}
          type="button"
          tabIndex={-1}
          className="page-area"
          title="点击改写这一段"
          aria-label="改写这一段"
          style={{ left: share(left), top: share(top), width: share(width), height: share(height) }}
          onClick={() => onSource(source)}
        />
      ))}
    </div>
  );
}

const share = (part: number) => `${part * 100}%`;
