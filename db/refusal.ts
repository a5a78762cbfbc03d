import Database from 'better-sqlite3'
import type { Failure } from '../shared/core/result'
import { isDamage, isDiskFailure } from './connection'
import { errorCode } from './durable-file'

/** A write into a store that is only read. */
export class WritesStopped extends Error {
  constructor() {
    super('the store is only read')
  }
}

/** Why a store must not be written any more after what was thrown; null when it can go on, as with a full disk. */
export function stopsWriting(cause: unknown): Failure | null {
  if (!(cause instanceof Database.SqliteError)) return null
  if (isDamage(cause)) return { code: 'storeDamaged', params: { detail: cause.code } }
  // A sync that failed once proves nothing by succeeding the next time: what it should have written may be gone.
  return isDiskFailure(cause) ? { code: 'diskFailing', params: { detail: cause.code } } : null
}

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

const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])
/** Of a file or folder that is held, forbidden or on a disk that fails; never a bug of this program. */
const refusingCodes: ReadonlySet<string> = new Set(['EIO', 'EACCES', 'EPERM', 'EROFS', 'EBUSY'])

function refusalOfSystem(cause: unknown): Failure | null {
  if (!(cause instanceof Error) || !('syscall' in cause)) return null
  const detail = errorCode(cause)
  if (fullCodes.has(detail)) return { code: 'diskFull', params: {} }
  return refusingCodes.has(detail) ? { code: 'saveFailed', params: { detail } } : null
}

/** What a person can do something about when a call fails: a full or failing disk, damage; null for everything else. */
export function refusalOfWrite(cause: unknown): Failure | null {
  if (cause instanceof WritesStopped) return { code: 'storeReadOnly', params: {} }
  if (!(cause instanceof Database.SqliteError)) return refusalOfSystem(cause)
  if (cause.code === 'SQLITE_CONSTRAINT_TRIGGER' && Object.hasOwn(keptFor, cause.message))
    return { code: keptFor[cause.message as keyof typeof keptFor], params: {} }
  const { code } = cause
  if (code.startsWith('SQLITE_FULL')) return { code: 'diskFull', params: {} }
  const stopped = stopsWriting(cause)
  if (stopped) return stopped
  const isRefused = ['SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_CANTOPEN'].some((kind) => code.startsWith(kind))
  return isRefused ? { code: 'saveFailed', params: { detail: code } } : null
}
