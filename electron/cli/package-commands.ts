import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ok } from '../../shared/core/result'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import { cliText } from '../../shared/terms/cli'
import { openedStore, type Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { exportIdentity, identityHandlers } from '../exchange/identity-handlers'
import { judgePackage } from '../exchange/judge-package'
import { presentRemark, presentSigner } from '../exchange/package-about'
import { readPackage } from '../exchange/package-file'
import { MAX_PACKAGE_BYTES } from '../exchange/package-limits'
import type { ReadPackage } from '../exchange/package-model'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command, type CommandOutcome } from './command'
import { acceptPackage } from './package-accept-command'
import { readInput } from './read-input'

const usage = { ok: false, error: { message: cliText.usage } } as const

/** Without a ledger nobody is known, and nothing can be said about taking it over. */
function judged(context: Context, read: ReadPackage) {
  const store = openedStore(context)
  if (store.ok)
    return {
      signer: presentSigner(store.value.read, read),
      remarks: judgePackage(context, store.value, read, { kinds: null, period: null }).map(presentRemark),
    }
  const { unit, keyId } = read.manifest.from
  const signer = read.isSigned
    ? { verification: 'unknown', unit, keyId, fingerprint: fingerprintOf(keyId), earlierFingerprint: null }
    : { verification: 'unsigned', unit, keyId: null, fingerprint: null, earlierFingerprint: null }
  return { signer: signer as ReturnType<typeof presentSigner>, remarks: [] }
}

/** Looks into a package and changes nothing. */
async function inspectPackage(context: Context, args: Arguments): Promise<CommandOutcome> {
  const file = args.words[2]
  if (file === undefined) return usage
  const input = readInput(file, MAX_PACKAGE_BYTES)
  if (!input.ok) return input
  const passphrase = valueOf(args, 'passphrase')
  const read = await readPackage({ fileName: path.basename(file), bytes: input.value, passphrase })
  if (!read.ok) return read
  const { manifest, digest, isSigned, isEncrypted } = read.value
  const { signer, remarks } = judged(context, read.value)
  const { verification, unit, fingerprint } = signer
  return ok({
    json: { manifest, digest, isSigned, isEncrypted, signer, counts: manifest.counts, verification, remarks },
    text: cliText.package({ ...manifest, unit, verification, fingerprint: fingerprint?.digits ?? null }),
    remarks: remarks.map(({ text }) => text),
  })
}

/** Our key; with `--out` also the small file by which others come to know it. */
async function showIdentity(context: Context, args: Arguments): Promise<CommandOutcome> {
  const store = openedStore(context)
  if (!store.ok) return store
  const own = await identityHandlers['exchange.identity'](context, {}, quietScope)
  if (!own.ok) return own
  const text = cliText.identity(own.value)
  const out = valueOf(args, 'out')
  if (out === null) return ok({ json: own.value, text })
  const folder = path.resolve(out)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, path.join(folder, '.')) }
  }
  const saved = await exportIdentity(context, store.value, folder)
  if (!saved.ok) return saved
  const { fileName, bytes, sha256 } = saved.value
  const file = { path: path.join(folder, fileName), bytes, sha256 }
  return ok({ json: { ...own.value, file }, text: `${text}\n${file.path}` })
}

const actions: Readonly<Record<string, (context: Context, args: Arguments) => Promise<CommandOutcome>>> = {
  inspect: inspectPackage,
  accept: acceptPackage,
  identity: showIdentity,
}

export const packageCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const action = args.words[1] ?? ''
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    return run ? run(context, args) : usage
  },
}
