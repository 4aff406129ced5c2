/** Wheel scrolling through 100,000 lines: the time between frames, as the page's animation frames are stamped. */
import type { Benchmark } from '../harness.ts';
import { framesNoted, noteFrames } from './frames.ts';
import { type Driven, openWindows, percentile } from './open-windows.ts';

/** Pixels a second, twice as many as a quick finger makes; and for how long. */
const SPEED = 6_000;
const SECONDS = 4;

const TALL = `<div class="grid-scroller" style="height: 700px; overflow: auto">
  <div style="height: 3000000px"></div>
</div>`;

export const scrolling: Benchmark = {
  name: 'wheel scrolling, 100,000 lines, frame p99',
  goal: { within: 16.8, unit: 'ms' },
  rounds: 3,
  prepare: async () => {
    const { ours, bare, close } = await openWindows(TALL);
    return {
      ours: async () => percentile(await scroll(ours), 0.99),
      reference: async () => percentile(await scroll(bare), 0.99),
      done: close,
    };
  },
};

/** Scrolls down from the top with the wheel; answers the times between frames. */
async function scroll({ page, protocol }: Driven): Promise<readonly number[]> {
  const scroller = page.locator('.grid-scroller');
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  await page.waitForTimeout(500);
  await noteFrames(page);
  const gesture = { x: 400, y: 400, yDistance: -SPEED * SECONDS, speed: SPEED, gestureSourceType: 'mouse' } as const;
  await protocol.send('Input.synthesizeScrollGesture', gesture);
  const frames = await framesNoted(page);
  const top = await scroller.evaluate(({ scrollTop }) => scrollTop);
  if (top < SPEED * SECONDS * 0.9) throw new Error(`scrolled by ${top} pixels only`);
  return frames;
}
