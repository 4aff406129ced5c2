import { readSetting, writeSetting } from '../../../db/settings.ts';
import type { Handlers } from '../context.ts';

export const settingsHandlers = {
  'settings.get': ({ key }, ctx) => readSetting(ctx.book(), key),
  'settings.set': ({ key, value }, ctx) => {
    const book = ctx.book();
    // A column width is not worth a refusal: in a book that can only be looked at it lasts as long as the window.
    if (!book.readOnly) writeSetting(book, key, value);
    return null;
  },
} satisfies Pick<Handlers, 'settings.get' | 'settings.set'>;
