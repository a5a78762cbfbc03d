import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import type { Store } from '../../db/access'
import { highestSentSequence } from '../../db/repositories/packages'
import { err, ok, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { decryptFile, encryptFile } from './encryption'
import { identityBytes, parseIdentity, readIdentity, setAsideIdentity, type Identity } from './identity-file'
import { inTurn, keepIdentity } from './own-identity'
import { readZip } from './read-zip'
import { keyIdOf } from './signing'

/** Digits and letters that are not taken for one another on paper. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 6
const GROUP_SIGNS = 4
/** What a person may read for a sign that the code does not have. */
const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' }
/** Packages that were sent after the recovery file was made are unknown here; nobody sends so many. */
const RESTORE_LEAP = 1_000_000

/** A code of 120 random bits, `7K2M-…`; shown and printed, never kept. */
export function makeRecoveryCode(): string {
  const signs = Array.from(randomBytes(GROUPS * GROUP_SIGNS), (byte) => SIGNS[byte % SIGNS.length] ?? '')
  return Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * GROUP_SIGNS, (group + 1) * GROUP_SIGNS).join(''),
  ).join('-')
}

/** A typed code as it was made: case, spaces, hyphens and look-alikes do not count. */
function plainCode(typed: string): string {
  const signs =
    typed
      .normalize('NFKC')
      .toUpperCase()
      .match(/[0-9A-Z]/g) ?? []
  return signs.map((sign) => misread[sign] ?? sign).join('')
}

/** The key file, encrypted by the code. */
export function recoveryFileOf(identity: Identity, code: string): Promise<Buffer> {
  return encryptFile('identity', identityBytes(identity), plainCode(code), identity.suite)
}

/** The key file in a recovery file. */
export async function openRecovery(bytes: Uint8Array, code: string): Promise<Result<Identity>> {
  const wrong = err('recoveryFileWrong')
  const zip = await readZip('', Buffer.from(bytes))
  if (!zip.ok || zip.value.seal === 'foreign') return wrong
  const plain = await decryptFile('', zip.value, 'identity', plainCode(code))
  if (!plain.ok) return plain.error.code === 'passphraseWrong' ? err('recoveryCodeWrong') : wrong
  const identity = parseIdentity(plain.value)
  return identity ? ok(identity) : wrong
}

/** Moves the present key file, readable or not, out of the way of the one that takes its place. */
export async function replaceIdentity(context: Context, store: Store, identity: Identity): Promise<Result<Identity>> {
  const aside = await setAsideIdentity(context.dataFolder, context.now().replaceAll(/\D/g, '').slice(0, 14))
  return aside.ok ? keepIdentity(context, store, identity) : aside
}

/**
 * Puts a recovered key in use on this PC, under a name of its own among the colleagues' PCs and with sequences beyond all
 * that its old place may have used meanwhile.
 */
export async function restoreIdentity(
  context: Context,
  store: Store,
  bytes: Uint8Array,
  code: string,
): Promise<Result<Identity>> {
  const opened = await openRecovery(bytes, code)
  if (!opened.ok) return opened
  return inTurn(context, () => {
    const present = readIdentity(context.dataFolder)
    const known = present.ok && present.value ? [present.value] : []
    const restored = opened.value
    const keyId = keyIdOf(restored)
    const others = known.filter((identity) => keyIdOf(identity) !== keyId)
    const used = [restored, ...known].map(({ sequence }) => sequence)
    return replaceIdentity(context, store, {
      ...restored,
      device: context.newId(),
      sequence: Math.max(...used, highestSentSequence(store.read, keyId)) + RESTORE_LEAP,
      earlier: [
        ...restored.earlier,
        ...others.map((identity) => ({
          keyId: keyIdOf(identity),
          suite: identity.suite,
          publicKey: identity.publicKey,
          replacedAt: context.now(),
        })),
      ],
    })
  })
}
