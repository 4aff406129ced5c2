/** Typed calls of the contract through a page's own bridge, for what a journey must look up behind the screen. */
import type { Page } from '@playwright/test';
import type { Bridge } from '../shared/api/bridge.ts';
import { type CallFunction, createClient } from '../shared/api/client.ts';

/** In: an open page of the window. Out: the client; failures reject with FailureError, as they do in the window. */
export function clientOf(page: Page): CallFunction {
  return createClient((name, input) =>
    page.evaluate(
      // The shell has put the bridge there before the page's first script.
      ([called, given]) => (globalThis as unknown as { readonly yusuan: Bridge }).yusuan.call(called, given),
      [name, input] as const,
    ),
  );
}
