import type { Store } from '../../db/access'
import { readDevices, readOperationsAfter, type Vector } from '../../db/repositories/operations'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import type { Operation } from '../../shared/exchange/operation'
import type { ColleaguePayload } from '../../shared/exchange/payloads'
import type { Context } from '../context'
import { isKept } from '../core/attachment-store'
import type { OwnDevice } from './local-operations'
import type { PackageDraft } from './package-model'

export interface ColleagueDraft {
  readonly draft: PackageDraft
  readonly operations: number
  readonly files: number
}

/** Everything that is known of every PC beyond what the receiver has; `null` = everything. */
export function operationsBeyond(store: Store, own: OwnDevice, to: string | null): Result<readonly Operation[]> {
  const devices = readDevices(store)
  const receiver = devices.find(({ device }) => device === to)
  if (to !== null && (!receiver || to === own.device)) return err('notFound')
  // It knows its own edits, whatever it said of them.
  const known: Vector = receiver ? { ...receiver.known, [receiver.device]: receiver.lastSequence } : {}
  return ok(devices.flatMap(({ device }) => readOperationsAfter(store, device, known[device] ?? 0)))
}

/** A package for the other PCs of the bureau; with `withFiles` the attachments that the operations speak of go along. */
export function colleagueDraft(
  context: Context,
  store: Store,
  own: OwnDevice,
  { operations, withFiles }: { readonly operations: readonly Operation[]; readonly withFiles: boolean },
): Result<ColleagueDraft> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const devices = readDevices(store)
  const files = withFiles ? filesOf(context, operations) : []
  const payload: ColleaguePayload = {
    bureau: bureau.name,
    deviceLabel: own.label,
    known: Object.fromEntries(devices.map(({ device, lastSequence }) => [device, lastSequence])),
    labels: Object.fromEntries(devices.map(({ device, label }) => [device, label])),
    operations: [...operations],
    files: [...files],
  }
  const counts = { operations: operations.length, files: files.length }
  const draft: PackageDraft = {
    kind: 'colleague',
    to: bureau.name,
    period: null,
    year: null,
    edition: 1,
    checkCode: '',
    counts,
    ruleSet: null,
    payload,
    files: [],
    attachments: files,
  }
  return ok({ draft, ...counts })
}

/** Files that we have of those that the operations attach. */
function filesOf(context: Context, operations: readonly Operation[]): readonly string[] {
  const digests = operations.flatMap(({ table, fields }) => {
    const sha256 = fields['sha256']
    return table === 'attachment' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? [sha256] : []
  })
  return [...new Set(digests)].filter((sha256) => isKept(context.dataFolder, sha256))
}
