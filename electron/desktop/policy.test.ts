import { expect, test } from 'vitest';
import {
  applicationMenu,
  FUSES,
  isOwnAddress,
  isPermitted,
  isTrustedSender,
  newWindow,
  SCHEME_PRIVILEGES,
  textMenu,
  windowOptions,
  zoomed,
} from './policy.ts';

test('gives the page no Node and no way to reach it', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('gives the page’s address no privilege to get around the content policy', () => {
  expect(SCHEME_PRIVILEGES.privileges).not.toHaveProperty('bypassCSP');
  expect(SCHEME_PRIVILEGES.privileges).not.toHaveProperty('corsEnabled');
  expect(SCHEME_PRIVILEGES.privileges).not.toHaveProperty('allowServiceWorkers');
});

test.each([
  ['yusuan://app/', true],
  ['yusuan://app/assets/a.js', true],
  ['yusuan://other/', false],
  ['yusuan://app.evil.example/', false],
  ['yusuan://user@app/', false],
  ['yusuan://app:1/', false],
  ['https://app/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['', false],
])('knows its own address: %s is %s', (url, own) => {
  expect(isOwnAddress(url)).toBe(own);
  expect(newWindow(url)).toBe(own ? 'own' : 'refused');
});

test('hears only the top frame of its own pages', () => {
  expect(isTrustedSender({ isMainFrame: true, url: 'yusuan://app/' })).toBe(true);
  expect(isTrustedSender({ isMainFrame: false, url: 'yusuan://app/' })).toBe(false);
  expect(isTrustedSender({ isMainFrame: true, url: 'https://example.com/' })).toBe(false);
});

test('permits copying and nothing else', () => {
  expect(isPermitted('clipboard-sanitized-write', 'yusuan://app/')).toBe(true);
  for (const permission of ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fullscreen']) {
    expect(isPermitted(permission, 'yusuan://app/')).toBe(false);
  }
  expect(isPermitted('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
});

test('offers on text what can be done with it, and nothing where there is none', () => {
  const editFlags = { canCut: false, canCopy: false, canPaste: true };
  const box = textMenu({ isEditable: true, selectionText: '', editFlags });
  expect(box.map(({ label, enabled }) => `${label} ${enabled}`)).toEqual([
    '剪切 false',
    '复制 false',
    '粘贴 true',
    '全选 true',
  ]);
  const marked = textMenu({ isEditable: false, selectionText: '合计', editFlags: { ...editFlags, canCopy: true } });
  expect(marked.map(({ role }) => role)).toEqual(['copy']);
  expect(textMenu({ isEditable: false, selectionText: ' ', editFlags })).toEqual([]);
});

/** Every item below some of a menu. */
function itemsOf(menu: ReturnType<typeof applicationMenu>): ReturnType<typeof applicationMenu> {
  return menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

test.each(['win32', 'linux', 'darwin'] as const)('has a Chinese menu on %s that reloads nothing', (platform) => {
  const items = itemsOf(applicationMenu(platform)).filter(({ type }) => type !== 'separator');
  for (const { label } of items) expect(label).toMatch(/^[\u4e00-\u9fff]+$/u);
  const roles = items.flatMap(({ role }) => role ?? []);
  expect(roles).toEqual(expect.arrayContaining(['zoomIn', 'zoomOut', 'resetZoom', 'close']));
  for (const role of ['reload', 'forceReload', 'toggleDevTools'] as const) expect(roles).not.toContain(role);
  // Elsewhere the page has these keys to itself: they are the book's undo and the grid's clipboard.
  expect(roles.includes('undo')).toBe(platform === 'darwin');
});

test('zooms by the wheel as far as both ends', () => {
  expect(zoomed(0, 'in')).toBe(0.5);
  expect(zoomed(0, 'out')).toBe(-0.5);
  expect(zoomed(4, 'in')).toBe(4);
  expect(zoomed(-3, 'out')).toBe(-3);
});

test('burns every fuse that would let the installed program be run as something else', () => {
  expect(FUSES).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
  });
});
