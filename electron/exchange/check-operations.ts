import type { Store } from '../../db/access'
import { readDevices, readOperation } from '../../db/repositories/operations'
import { err, ok, type Result } from '../../shared/core/result'
import type { Operation } from '../../shared/exchange/operation'
import type { ColleaguePayload } from '../../shared/exchange/payloads'
import type { OwnDevice } from './local-operations'

/** The same whatever the order of keys. */
function contentOf({ fields, seen, ...rest }: Operation): string {
  const sorted = (record: Readonly<Record<string, unknown>>): unknown[] =>
    Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify([sorted(rest), sorted(fields), sorted(seen)])
}

/** Far beyond what any bureau writes; a higher one would put our own edits behind it for ever. */
const maxLamport = 1e12

/**
 * The operations of a package that are new here, those of each PC in order and without a gap; one that we know must say
 * what it said before. Nobody but this PC makes its own operations: unknown ones come from a copy of its data.
 */
export function newOperations(
  store: Store,
  own: OwnDevice,
  { operations, labels }: Pick<ColleaguePayload, 'operations' | 'labels'>,
): Result<readonly Operation[]> {
  const devices = readDevices(store)
  const known = new Map(devices.map((each) => [each.device, each]))
  const labelOf = (device: string): string => labels[device] ?? known.get(device)?.label ?? device.slice(0, 8)
  const forked = (device: string): Result<never> => err('deviceForked', { label: labelOf(device) })
  const fresh: Operation[] = []
  const last = new Map<string, number>()
  const inOrder = operations.toSorted(
    (left, right) => left.sequence - right.sequence || (left.device < right.device ? -1 : 1),
  )
  let previous: Operation | undefined
  for (const each of inOrder) {
    const { device, sequence } = each
    const isRepeated = previous?.device === device && previous.sequence === sequence
    const before = last.get(device) ?? known.get(device)?.lastSequence ?? 0
    const earlier = isRepeated ? previous : sequence <= before ? readOperation(store, device, sequence) : null
    previous = each
    if (earlier) {
      if (contentOf(earlier) !== contentOf(each)) return forked(device)
      continue
    }
    if (device === own.device || each.lamport > maxLamport) return forked(device)
    if (sequence !== before + 1)
      return err('operationsMissing', { label: labelOf(device), from: before + 1, to: sequence - 1 })
    last.set(device, sequence)
    fresh.push(each)
  }
  return ok(fresh)
}
