import { protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://main`

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
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
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ')
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built pages from their folder and nothing else. */
export function serveRenderer(root: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = fileOf(root, request.url)
    if (file === null) return new Response(null, { status: 404 })
    try {
      return await respond(file)
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

function fileOf(root: string, address: string): string | null {
  const url = new URL(address)
  if (url.host !== 'main') return null
  let wanted: string
  try {
    wanted = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)
  } catch {
    return null
  }
  if (wanted.includes('\0') || wanted.includes('\\')) return null
  const file = path.join(root, wanted)
  const relative = path.relative(root, file)
  return relative.startsWith('..') || path.isAbsolute(relative) ? null : file
}

async function respond(file: string): Promise<Response> {
  const extension = path.extname(file)
  const headers: Record<string, string> = {
    'content-type': contentTypes[extension] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  }
  if (extension !== '.html') return new Response(await readFile(file), { headers })
  const nonce = randomBytes(16).toString('base64url')
  headers['content-security-policy'] = contentSecurityPolicy(nonce)
  return new Response((await readFile(file, 'utf8')).replaceAll('__CSP_NONCE__', nonce), { headers })
}
