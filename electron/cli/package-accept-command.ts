import path from 'node:path'
import { ok } from '../../shared/core/result'
import { cliText } from '../../shared/terms/cli'
import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { messageText } from '../../shared/terms/messages'
import { openedStore, type Context } from '../context'
import { acceptPackage as accept, discardPackage, openPackage, standingRemark } from '../exchange/accept-package'
import { MAX_PACKAGE_BYTES } from '../exchange/package-limits'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type CommandOutcome } from './command'
import { readInput } from './read-input'

const usage = { ok: false, error: { message: cliText.usage } } as const

/**
 * Takes a package over, or with `--dry-run` says what that would change. A signer seen for the first time needs `--trust-new`,
 * a file that nobody signed `--unsigned`; a unit whose key changed is only trusted in the window, beside the earlier one.
 */
export async function acceptPackage(context: Context, args: Arguments): Promise<CommandOutcome> {
  const file = args.words[2]
  if (file === undefined) return usage
  const store = openedStore(context)
  if (!store.ok) return store
  const input = readInput(file, MAX_PACKAGE_BYTES)
  if (!input.ok) return input
  const source = { fileName: path.basename(file), bytes: input.value, passphrase: valueOf(args, 'passphrase') }
  const opened = await openPackage(context, store.value, source, quietScope.signal)
  if (!opened.ok) return opened
  const { session, remarks, preview } = opened.value
  try {
    const isDryRun = args.flags.has('dry-run')
    const isChanged = remarks.some(({ failure }) => failure.code === 'signerChanged')
    const answers = {
      trustSigner: (args.flags.has('trust-new') || isDryRun) && !isChanged,
      acceptUnsigned: args.flags.has('unsigned') || isDryRun,
    }
    const standing = standingRemark(remarks, answers)
    if (standing) return { ok: false, error: standing }
    const taken = isDryRun ? null : await accept(context, store.value, session.id, answers)
    if (taken && !taken.ok) return taken
    const { kind, from } = session.read.manifest
    const counts = taken?.value.counts ?? preview.counts
    const warnings = [
      ...remarks.map(({ failure }) => ({
        code: failure.code,
        message: (taken && cliText.packageAnswered(failure)) ?? messageText(failure.code, failure.params),
      })),
      ...preview.notes.map((message) => ({ code: 'note', message })),
    ]
    const changes = preview.changes.map(({ title, field, from: before, to }) => ({
      key: title,
      field,
      from: before,
      to,
    }))
    const json = {
      kind,
      fromUnit: from.unit,
      counts,
      changes,
      rejected: [],
      warnings,
      conflicts: taken?.value.conflicts ?? 0,
      applied: taken !== null,
      batchId: taken?.value.batchId ?? null,
    }
    const text = cliText.packageAccepted(packageKindLabels[kind], from.unit, counts, taken !== null)
    return ok({ json, text, remarks: warnings.map(({ message }) => message) })
  } finally {
    discardPackage(context, session.id)
  }
}
