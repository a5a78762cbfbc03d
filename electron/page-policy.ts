import path from 'node:path'

export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://main`

/** The page and what it loads; anything else, however alike it looks, is a stranger's. */
export function isOurs(address: string): boolean {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  return url.protocol === `${SCHEME}:` && url.host === new URL(ORIGIN).host && url.username === ''
}

/** The only place a window may ever go to: the page itself, anew. */
export function mayNavigate(address: string): boolean {
  return isOurs(address) && ['', '/', '/index.html'].includes(new URL(address).pathname)
}

/** Putting text or a chart on the clipboard is all that our page may ask of the machine. */
export function isPermitted(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOurs(address)
}

/** What may be fetched at all; the inspector's own pages only where there is one. */
export function isFetchable(address: string, isPackaged: boolean): boolean {
  const schemes = [`${SCHEME}:`, 'blob:', 'data:', ...(isPackaged ? [] : ['devtools:'])]
  return schemes.some((scheme) => address.startsWith(scheme))
}

/** The policy of every page: nothing from outside, no inline script, styles only with this load's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Some components set a style attribute; attributes cannot load anything.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'none'`,
    `frame-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ')
}

/** The built file behind an address, below its folder; null for everything else. */
export function fileOfAddress(root: string, address: string): string | null {
  if (!isOurs(address)) return null
  const { pathname } = new URL(address)
  let wanted: string
  try {
    wanted = decodeURIComponent(pathname === '/' || pathname === '' ? '/index.html' : pathname)
  } catch {
    return null
  }
  if (wanted.includes('\0') || wanted.includes('\\')) return null
  const file = path.join(root, wanted)
  const relative = path.relative(root, file)
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? null : file
}

/** How the page runs: sandboxed, isolated, without Node; the inspector only in a program that is not packaged. */
export function pagePreferences(preload: string, isPackaged: boolean) {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableBlinkFeatures: 'Auxclick',
    devTools: !isPackaged,
  } as const
}
