import type { ReadDb } from '../access'
import { selectRows } from '../prepared'
import { attachment } from '../schema/attachments'
import { evidence, findingMeasure, findingPoint, measure } from '../schema/rectification'

/** Which measure serves which finding, for counting alone. */
export function readMeasureLinks(db: ReadDb): { readonly findingId: string; readonly measureId: string }[] {
  const { findingId, measureId } = findingMeasure
  return selectRows(db, { findingId, measureId }, 'FROM finding_measure')()
}

/** One finding id for every 问题表现; the 条 below it are none of their own. */
export function readManifestationOwners(db: ReadDb): readonly string[] {
  const { findingId } = findingPoint
  return selectRows(db, { findingId }, 'FROM finding_point WHERE parent_id IS NULL')().map((row) => row.findingId)
}

/** One finding id for every measure that is neither done nor justified; 长期坚持 counts as done. Source: domain §3 Measure. */
export function readOpenMeasureOwners(db: ReadDb): readonly string[] {
  const columns = { findingId: findingMeasure.findingId, status: measure.status }
  const open = `FROM measure JOIN finding_measure ON measure_id = measure.id
    WHERE status IN ('notStarted', 'inProgress') AND justification = ''`
  return selectRows(db, columns, open)().map((row) => row.findingId)
}

/** The files that prove each finding. */
export function readEvidenceFiles(
  db: ReadDb,
): { readonly findingId: string; readonly fileName: string; readonly sha256: string }[] {
  const columns = { findingId: evidence.findingId, fileName: attachment.fileName, sha256: attachment.sha256 }
  return selectRows(
    db,
    columns,
    'FROM evidence JOIN attachment ON attachment.id = attachment_id ORDER BY evidence.id',
  )()
}
