import { protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy, fileOfAddress, SCHEME } from './page-policy'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
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
    const file = fileOfAddress(root, request.url)
    if (file === null) return new Response(null, { status: 404 })
    try {
      return await respond(file)
    } catch {
      return new Response(null, { status: 404 })
    }
  })
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
