import type { FindingNameRow } from '../../db/repositories/rect-follow-up'
import type { FindingName } from '../../shared/rectification/follow-up-contract'
import { statusTextOf } from './present'

/** What a list beside the ledger shows of a finding. */
export function findingNameOf(row: FindingNameRow): FindingName {
  const { findingId: id, no, title, programTitle, source, originYears, status } = row
  return { id, no, title, programTitle, source, originYears, statusText: statusTextOf(row), status }
}
