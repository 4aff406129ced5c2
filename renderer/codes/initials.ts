/** The only importer of the pinyin data. */
import { pinyin } from 'pinyin-pro';

/** `办公费` → `bgf`; letters and digits stay, other signs go. */
export function initialsOf(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
