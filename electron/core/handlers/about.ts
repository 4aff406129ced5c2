/** 关于: version, licences, and the support report. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ShippedPackage, shippedPackages } from '../about/licences.ts';
import { supportReport } from '../about/support.ts';
import type { Context, Handlers } from '../context.ts';
import { writeChosen } from '../export/write-chosen.ts';

/** Of the running code: the bundle's folder in a packaged program. */
const HERE = import.meta.dirname;

interface Own {
  readonly version: string;
  /** The folder of the package.json: the checkout, or the packaged program. */
  readonly folder: string;
}

let own: Own | null = null;
let packages: readonly ShippedPackage[] | null = null;

/** The program's own package.json: the first above the running code that states a version. */
function ownPackage(): Own {
  for (let folder = HERE; own === null; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const raw: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    if (typeof raw === 'object' && raw !== null && 'version' in raw) own = { version: String(raw.version), folder };
    else if (folder === dirname(folder)) own = { version: '', folder };
  }
  return own;
}

function allPackages(): readonly ShippedPackage[] {
  packages ??= shippedPackages(HERE, ownPackage().folder);
  return packages;
}

const report = (ctx: Context) =>
  supportReport(ownPackage().version, ctx.port.dataFolder, ctx.desk.session?.book ?? null, ctx.port.now());

export const aboutHandlers = {
  'about.get': () => ({
    version: ownPackage().version,
    packages: allPackages().map(({ text: _text, ...shown }) => shown),
  }),
  'about.licence': (asked) =>
    allPackages().find(({ name, version: of }) => name === asked.name && of === asked.version)?.text ?? '',
  'support.preview': (_input, ctx) => report(ctx),
  'support.save': ({ jobId }, ctx) =>
    writeChosen(ctx, {
      jobId,
      title: '保存支持信息',
      suggestedName: '单位预算 支持信息.txt',
      extension: 'txt',
      render: async () => new TextEncoder().encode(report(ctx)),
    }),
} satisfies Pick<Handlers, 'about.get' | 'about.licence' | 'support.preview' | 'support.save'>;
