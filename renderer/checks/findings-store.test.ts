import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { findingsView, showFindings } from './findings-store.ts';

const found = (key: string): KeptFinding => ({
  key,
  ruleId: 'r',
  severity: 'error',
  message: '。',
  basis: '',
  location: { kind: 'budget' },
  order: [],
  project: null,
});

/** What the core answers, question by question. */
let answers: object[];
let asked: unknown[];

beforeEach(() => {
  asked = [];
  const call = async (name: string, input: { readonly seen?: unknown }) => {
    if (name !== 'check.changes') return { ok: false, failure: {} };
    asked.push(input.seen);
    return {
      ok: true,
      value: { progress: null, whole: false, more: false, changed: [], gone: [], ...answers.shift() },
    };
  };
  vi.stubGlobal('window', { yusuan: { call, on: () => () => undefined } });
});
afterEach(() => vi.unstubAllGlobals());

const keys = () =>
  findingsView
    .get()
    ?.findings.sorted()
    .map(({ key }) => key);

test('findings that come in parts are shown once all of them are there, each part asked for from where the last ended', async () => {
  answers = [
    { version: 2, whole: true, more: true, changed: [found('a'), found('b')] },
    { version: 3, more: true, changed: [found('c')], gone: ['a'] },
    { version: 4, changed: [found('d')] },
  ];
  const shown: (number | undefined)[] = [];
  const stop = findingsView.subscribe(() => shown.push(findingsView.get()?.findings.size));
  showFindings(1, 1);
  await vi.waitFor(() => expect(findingsView.get()?.version).toBe(4));
  stop();
  expect(asked).toEqual([null, 2, 3]);
  expect(shown).toEqual([0, 3]);
  expect(keys()).toEqual(['b', 'c', 'd']);
});

test('parts told of findings that have since begun anew are dropped', async () => {
  answers = [
    { version: 2, whole: true, more: true, changed: [found('a'), found('b')] },
    { version: 9, whole: true, changed: [found('c')] },
  ];
  showFindings(1, 2);
  await vi.waitFor(() => expect(findingsView.get()?.version).toBe(9));
  expect(keys()).toEqual(['c']);
});

test('a budget without findings is shown as one that has been asked about', async () => {
  answers = [{ version: 1, whole: true }];
  showFindings(1, 3);
  await vi.waitFor(() => expect(findingsView.get()?.version).toBe(1));
  expect(keys()).toEqual([]);
});
