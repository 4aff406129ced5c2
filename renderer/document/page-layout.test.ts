import { expect, test } from 'vitest';
import { layPages, pageAt, pagesBetween } from './page-layout.ts';

const shape = (key: string, width: number, height: number) => ({ key, width, height });
const SHAPES = [shape('a', 600, 800), shape('b', 800, 600), shape('c', 600, 800)];

test('upright pages fill the width, wider ones too, and no page lies on another', () => {
  const { pages, height } = layPages(SHAPES, 'width', 640);
  expect(pages.map(({ width }) => width)).toEqual([600, 600, 600]);
  expect(pages.map(({ top }) => top)).toEqual([14, 14 + 800 + 14, 14 + 800 + 14 + 450 + 14]);
  expect(height).toBe((pages[2]?.top ?? 0) + 800 + 14);
});

test('a zoom in per cent is of the size on paper, whatever the room', () => {
  const { pages, width } = layPages(SHAPES, 75, 100);
  expect(pages.map((page) => page.width)).toEqual([600, 800, 600]);
  expect(width).toBe(840);
});

test('a place is found by its height, and only the pages near the view are drawn', () => {
  const shapes = Array.from({ length: 1300 }, (_, at) => shape(String(at), 600, 800));
  const layout = layPages(shapes, 'width', 640);
  expect([pageAt(layout, -5)?.number, pageAt(layout, 0)?.number]).toEqual([1, 1]);
  expect(pageAt(layout, 14 + 814 * 999 + 1)?.number).toBe(1000);
  expect(pageAt(layout, 1e9)?.number).toBe(1300);
  expect(pagesBetween(layout, 814 * 10, 814 * 11).map(({ number }) => number)).toEqual([10, 11]);
  expect(pagesBetween(layPages([], 'width', 640), 0, 900)).toEqual([]);
});
