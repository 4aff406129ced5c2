/** Calls of the contract: what the program is, and what support needs to know. */
import type { Written } from '../types.ts';
import { read, text } from './declare.ts';

export interface About {
  readonly version: string;
  /** Packages the program is made of. */
  readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
}

export const aboutCalls = {
  'about.get': read<About>()({}),
  /** The licence text of a package of the list; empty when it brings none. */
  'about.licence': read<string>()({ name: text('软件包'), version: text('版本', 60) }),
  /** The support report as it would be saved, to be looked at first. */
  'support.preview': read<string>()({}),
  /** Writes the support report where the user chooses. */
  'support.save': read<Written>()({ jobId: text('任务', 60) }),
} as const;
