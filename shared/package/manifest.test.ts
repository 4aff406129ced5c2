import { expect, test } from 'vitest';
import { DATA_FILE, isSafePath, manifestProblem, PACKAGE_FORMAT, PACKAGE_VERSION } from './manifest.ts';

const file = (path: string) => ({ path, what: '数据', bytes: 2, sha256: 'a'.repeat(64) });
const manifest = { format: PACKAGE_FORMAT, version: PACKAGE_VERSION, files: [file(DATA_FILE)] };

test('a list is taken only when it names its format, its files, and no file twice', () => {
  expect(manifestProblem(manifest)).toBeNull();
  expect(manifestProblem(null)).toContain('format');
  expect(manifestProblem({ ...manifest, version: 2 })).toBe('上报包是第2版格式，请先升级本程序');
  expect(manifestProblem({ ...manifest, version: '1' })).toBe('清单的 version 应为 1');
  expect(manifestProblem({ ...manifest, files: [] })).toBe('清单没有列出文件');
  expect(manifestProblem({ ...manifest, files: [file('别的.json')] })).toBe(`清单中没有“${DATA_FILE}”`);
  expect(manifestProblem({ ...manifest, files: [file(DATA_FILE), file(DATA_FILE)] })).toContain('列了两次');
  expect(manifestProblem({ ...manifest, files: [{ ...file(DATA_FILE), sha256: 'x' }] })).toContain('写得不对');
  expect(manifestProblem({ ...manifest, files: [file(DATA_FILE), file('../外.json')] })).toContain('包外');
});

test.each(['../a', '/a', 'a/../b', 'C:\\a', 'a\\b', 'a:b', './a', 'a//b', '', 'a/', 'a.', 'a ', 'a\0b'])(
  'a path that could lead out of the package, or mean another file on Windows, is not safe: %j',
  (path) => expect(isSafePath(path)).toBe(false),
);

test('ordinary names are safe', () => {
  expect(isSafePath('开放数据/表01 预算收支总表.csv')).toBe(true);
  expect(isSafePath('..a/b..c.json')).toBe(true);
});
