import Database from 'better-sqlite3'
import type { Failure } from '../shared/core/result'

/** What the store's own triggers refuse to change, by their words. */
const keptFor = {
  'closed cycles are never changed': 'closedFindingStays',
  'closed cycles are never deleted': 'closedFindingStays',
  'issued reports are never changed': 'issuedReportStays',
  'issued reports are never deleted': 'issuedReportStays',
  'issued letters are never changed': 'issuedReportStays',
  'issued letters are never deleted': 'issuedReportStays',
  'sent packages are never changed': 'sentPackageStays',
  'sent packages are never deleted': 'sentPackageStays',
  'publications are never changed': 'publicationStays',
  'publications are never deleted': 'publicationStays',
} as const

/** What a person can do something about when a write fails: a full disk, a disk that refuses; null for everything else. */
export function refusalOfWrite(cause: unknown): Failure | null {
  if (!(cause instanceof Database.SqliteError)) return null
  if (cause.code === 'SQLITE_CONSTRAINT_TRIGGER' && Object.hasOwn(keptFor, cause.message))
    return { code: keptFor[cause.message as keyof typeof keptFor], params: {} }
  const { code } = cause
  if (code.startsWith('SQLITE_FULL')) return { code: 'diskFull', params: {} }
  const isRefused = ['SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_CANTOPEN'].some((kind) =>
    code.startsWith(kind),
  )
  return isRefused ? { code: 'saveFailed', params: { detail: code } } : null
}
