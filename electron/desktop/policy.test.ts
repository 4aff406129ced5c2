import { expect, test } from 'vitest';
import {
  FUSES,
  isOwnAddress,
  isPermitted,
  isTrustedSender,
  newWindow,
  SCHEME_PRIVILEGES,
  textMenu,
  windowOptions,
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

test('burns every fuse that would let the installed program be run as something else', () => {
  expect(FUSES).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
  });
});
