import { describe, expect, it } from 'vitest'
import {
  fileOfAddress,
  isFetchable,
  isOurs,
  isPermitted,
  mayNavigate,
  pagePreferences,
} from '../../../electron/page-policy'

const strangers = [
  'app://other/',
  'app://main.evil/',
  'app://mainevil/',
  'app://evil@main.other/',
  'app://someone@main/',
  'app://main:80/',
  'apps://main/',
  'xapp://main/',
  'https://main/',
  'https://example.com/app://main/',
  'file:///etc/passwd',
  'about:blank',
  'about:srcdoc',
  'data:text/html,<p>',
  'javascript:alert(1)',
  'blob:https://example.com/1',
  'blob:app://main/1',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'main',
  '',
]

// Source: reliability 2 line 13.
describe('where a page may be', () => {
  it.each(strangers)('not at %s', (address) => {
    expect(isOurs(address)).toBe(false)
    expect(mayNavigate(address)).toBe(false)
  })

  it('at its own address, and what it loads is no place to go to', () => {
    expect(['app://main', 'app://main/', 'app://main/?a=1', 'app://main/#a'].map(mayNavigate)).toEqual(
      Array(4).fill(true),
    )
    expect(isOurs('app://main/assets/a.js')).toBe(true)
    expect(mayNavigate('app://main/assets/a.js')).toBe(false)
  })
})

// Source: reliability 2 line 5; the names are those of Electron 45.
const permissions = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network-access',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'usb',
  'vr',
  'window-management',
  'unknown',
  'a name of tomorrow',
]

describe('what a page may ask for', () => {
  it.each(permissions)('not %s, not even as our page', (permission) => {
    expect(isPermitted(permission, 'app://main/')).toBe(false)
  })

  it('putting something on the clipboard, as our page and as nobody else', () => {
    expect(isPermitted('clipboard-sanitized-write', 'app://main/')).toBe(true)
    for (const address of strangers) expect(isPermitted('clipboard-sanitized-write', address)).toBe(false)
  })
})

// Source: reliability 2 lines 1 and +2.
it('only the program itself is fetched, the inspector only where there is one', () => {
  for (const address of ['app://main/a.js', 'blob:app://main/1', 'data:image/png;base64,AA'])
    expect(isFetchable(address, true)).toBe(true)
  for (const address of [
    'http://127.0.0.1/',
    'https://a/',
    'ws://a/',
    'wss://a/',
    'ftp://a/',
    'file:///a',
    'chrome://gpu',
  ])
    expect([isFetchable(address, true), isFetchable(address, false)]).toEqual([false, false])
  expect(
    ['devtools://devtools/a', 'devtools://devtools/a'].map((address, index) => isFetchable(address, index === 0)),
  ).toEqual([false, true])
  expect([pagePreferences('/p', true).devTools, pagePreferences('/p', false).devTools]).toEqual([false, true])
})

// Source: reliability 2 lines 2–4 and 6–13; Electron tells a running page only some of them.
it('a page runs sandboxed, isolated and without Node; nothing else of Electron is switched on', () => {
  expect(pagePreferences('/preload.cjs', true)).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableBlinkFeatures: 'Auxclick',
    devTools: false,
  })
})

// Source: reliability 2 line 18.
describe('the files behind addresses', () => {
  const root = '/opt/program/renderer'
  it.each([
    ['app://main/', 'index.html'],
    ['app://main', 'index.html'],
    ['app://main/assets/a.js?x=1#y', 'assets/a.js'],
    ['app://main/a/../index.html', 'index.html'],
    // Chromium and Node take the way up out of an address; what is left lies below the folder.
    ['app://main/../../package.json', 'package.json'],
    ['app://main/%2e%2e/%2e%2e/package.json', 'package.json'],
  ])('%s is %s', (address, file) => {
    expect(fileOfAddress(root, address)).toBe(`${root}/${file}`)
  })

  it.each([
    'app://main/..%2f..%2fpackage.json',
    'app://main/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://main/%2e%2e%5c%2e%2e%5cpackage.json',
    'app://main/..\\..\\package.json',
    'app://main/a%00.js',
    'app://main/%',
    'app://main/%c0%ae%c0%ae/a',
    'app://main/.%2f',
    'app://other/index.html',
    'app://main.other/index.html',
    'file:///opt/program/renderer/index.html',
    'no address',
  ])('%s is nothing', (address) => {
    expect(fileOfAddress(root, address)).toBeNull()
  })
})
