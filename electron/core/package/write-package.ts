/** Makes a submission package: every part, then the list of them, in one zip archive. */
import { createHash } from 'node:crypto';
import type { Zippable } from 'fflate';
import { FailureError } from '../../../shared/api/failure.ts';
import { countFindings } from '../../../shared/checks/open-findings.ts';
import { labelOf, STAGES, STATUSES } from '../../../shared/entities/vocabulary.ts';
import { formatYuan } from '../../../shared/money/format.ts';
import { expenditureTotal } from '../../../shared/overview/expenditure-total.ts';
import {
  MANIFEST_FILE,
  type Manifest,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  type PackedFile,
} from '../../../shared/package/manifest.ts';
import type { Job } from '../context.ts';
import { step } from '../export/in-steps.ts';
import { findingsOf } from '../findings.ts';
import { ownersOf } from '../owners.ts';
import { PARTS, type Part, type Source, tableParts } from './parts.ts';

/** These are zip archives, or packed inside, themselves: packing them again takes time and saves nothing. */
const PACKED = /\.(?:xlsx|docx|pdf)$/;

/** @throws FailureError NOT_FOUND, CANCELLED, what a part throws */
export async function renderPackage({ budgetId, ctx, job }: Source): Promise<Uint8Array> {
  const parts = [...PARTS, ...tableParts(budgetId, ctx)];
  // A part tells of its own steps; the package counts parts.
  const quiet: Job = { ...job, progress: () => undefined };
  const files = new Map<string, { readonly what: string; readonly content: Uint8Array }>();
  for (const [done, part] of parts.entries()) {
    await step(job, done, parts.length);
    const content = await renderPart(part, { budgetId, ctx, job: quiet });
    if (content !== null) files.set(part.path, { what: part.what, content });
  }
  const listed = [...files].map(([path, { what, content }]) => packed(path, what, content));
  const manifest = await manifestOf({ budgetId, ctx, job }, listed);
  const { zipSync } = await import('fflate');
  const all: readonly (readonly [string, Uint8Array])[] = [
    [MANIFEST_FILE, new TextEncoder().encode(JSON.stringify(manifest, null, 2))],
    ...[...files].map(([path, { content }]) => [path, content] as const),
  ];
  const zip: Zippable = {};
  for (const [path, content] of all) zip[path] = [content, { level: PACKED.test(path) ? 0 : 6 }];
  return zipSync(zip, { mtime: ctx.port.now() });
}

/** A printed part is left out where nothing prints: the rest says the same. */
async function renderPart(part: Part, source: Source): Promise<Uint8Array | null> {
  try {
    return await part.render(source);
  } catch (error) {
    if (part.prints === true && error instanceof FailureError && error.failure.code === 'NO_BROWSER') return null;
    throw error;
  }
}

function packed(path: string, what: string, content: Uint8Array): PackedFile {
  return { path, what, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

async function manifestOf({ budgetId, ctx }: Source, files: readonly PackedFile[]): Promise<Manifest> {
  const { unit, budget } = ownersOf(budgetId, ctx);
  const totals = ctx.facts(budgetId).totals();
  const { error, warning, advice, waived } = countFindings(await findingsOf(budgetId, ctx));
  return {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    made: ctx.port.now().toISOString(),
    unit: { code: unit.code, name: unit.name },
    year: budget.year,
    stage: labelOf(STAGES, budget.stage),
    status: labelOf(STATUSES, budget.status),
    totals: { income: formatYuan(totals.income), expenditure: formatYuan(expenditureTotal(totals)) },
    findings: { error, warning, advice, waived },
    files,
  };
}
