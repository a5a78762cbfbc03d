import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import { keyIdOf } from '../exchange/signing'

/** Public keys, base64 of 32 bytes each. Written beside the bundles when the program is built (`build/dist`). */
const keysSchema = z.object({ keys: z.array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/)).max(10) })

/** Whom this program takes updates from; nobody when the build named nobody. */
export function readPublisherKeys(file: string): readonly string[] {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
  return keysSchema.safeParse(json).data?.keys ?? []
}

/** Where they stand; tests of a program that is not packed bring their own. */
export function publisherKeysFile(built: string, isPackaged: boolean): string {
  const own = isPackaged ? undefined : process.env['SIZHUA_UPDATE_KEYS']
  return own ?? path.join(built, 'update-keys.json')
}

/** A publisher's key as it is read out on the phone. */
export function publisherDigits(publicKey: string): string {
  return fingerprintOf(keyIdOf({ suite: 'ed25519-sha256', publicKey })).digits
}
