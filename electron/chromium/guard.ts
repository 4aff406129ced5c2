/** Keeps the window to its own files: the only way a page gets bytes is from the built window. */
import type { BrowserContext, Page } from 'playwright-core';
import type { BuiltFiles } from '../core/shell/built-files.ts';
import { RESPONSE_HEADERS } from '../core/shell/content-policy.ts';
import { isOwnAddress } from './origin.ts';

/**
 * Answers every request of every page from the built files, refuses all others, and closes a page that came to show
 * anything else. In: `refused` hears each refused address (tests assert on it).
 */
export async function guard(context: BrowserContext, files: BuiltFiles, refused: (url: string) => void): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    const file = isOwnAddress(url) && route.request().method() === 'GET' ? files(new URL(url).pathname) : null;
    if (file !== null) {
      await route.fulfill({ body: file.body, contentType: file.type, headers: { ...RESPONSE_HEADERS } });
    } else if (isOwnAddress(url)) {
      await route.fulfill({ status: 404, body: '', headers: { ...RESPONSE_HEADERS } });
    } else {
      refused(url);
      // "aborted" leaves the page that wanted to navigate where it is, with what was typed in it.
      await route.abort('aborted');
    }
  });
  await context.routeWebSocket(/.*/, async (socket) => {
    refused(socket.url());
    await socket.close();
  });
  context.on('page', (page) => keepHome(page, refused));
}

/** Closes a page once it shows a foreign address. A new tab starts at about:blank, which is given time to move on. */
function keepHome(page: Page, refused: (url: string) => void): void {
  const check = () => {
    const url = page.url();
    if (isOwnAddress(url) || url === 'about:blank' || page.isClosed()) return;
    refused(url);
    // The page may be gone already: then there is nothing left to close.
    page.close().catch(() => undefined);
  };
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) check();
  });
  check();
}
