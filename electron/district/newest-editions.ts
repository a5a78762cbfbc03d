import { grouped } from '../../shared/core/grouped'
import type { ReceivedFile } from '../../shared/district/contract'
import { districtText } from '../../shared/terms/district'
import type { Candidate } from './return-file'

/** Newer first: packages by edition and sequence, a 填报表 by the day it was filled in. */
function byAge(left: Candidate, right: Candidate): number {
  const [own, other] = [left.read?.manifest, right.read?.manifest]
  if (own && other) return other.edition - own.edition || other.sequence - own.sequence
  if (left.payload.preparedOn !== right.payload.preparedOn)
    return left.payload.preparedOn < right.payload.preparedOn ? 1 : -1
  return own ? -1 : 1
}

/** Of each unit and period the newest edition of the batch; what it replaces is named, and only lends its day. */
export function newestOf(fits: readonly Candidate[]): { readonly taken: Candidate[]; readonly left: ReceivedFile[] } {
  const taken: Candidate[] = []
  const left: ReceivedFile[] = []
  for (const group of grouped(fits, ({ unitName, payload }) => `${payload.period} ${unitName}`).values()) {
    const [newest = group[0], ...older] = group.toSorted(byAge)
    const receivedOn = group.map((each) => each.receivedOn).toSorted()[0] ?? newest.receivedOn
    taken.push({ ...newest, receivedOn })
    for (const { fileName, unitName: unit, read, sha256 } of older) {
      const edition = read?.manifest.edition ?? null
      const isSame = sha256 === newest.sha256 || (read !== null && read.digest === newest.read?.digest)
      const text = isSame
        ? districtText.received.sameBytes
        : districtText.received.staleInBatch(unit, edition, newest.read?.manifest.edition ?? null)
      const about = { fileName, unit, edition, source: read ? ('package' as const) : ('table' as const), text }
      const outcome = isSame ? ('same' as const) : ('stale' as const)
      left.push({ ...about, outcome, code: isSame ? 'packageAlreadyTaken' : 'packageStale' })
    }
  }
  return { taken, left }
}
