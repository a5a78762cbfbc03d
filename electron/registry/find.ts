import type { ReadDb } from '../../db/access'
import { readIdsByInitials } from '../../db/repositories/enterprise-page'
import { readEnterprises, type EnterpriseRow } from '../../db/repositories/enterprises'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { isInitials } from '../../shared/search/words'

/** Lower is nearer: the beginning of the name, somewhere in it, the credit code, the initials; null = not at all. */
function nearness(row: EnterpriseRow, text: string, key: string, byInitials: ReadonlySet<string>): number | null {
  const name = row.name.normalize('NFKC').toLowerCase()
  if (name.startsWith(text)) return 0
  if (name.includes(text) || (key !== '' && row.nameKey.includes(key))) return 1
  if (row.creditCode.toLowerCase().includes(text)) return 2
  return byInitials.has(row.id) ? 3 : null
}

/** Enterprises that a typed text may mean, the nearest first. */
export function findByText(db: ReadDb, typed: string, limit: number): EnterpriseRow[] {
  const rows = readEnterprises(db)
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text === '') return rows.slice(0, limit)
  const key = normaliseCompanyName(text)
  const byInitials = isInitials(text) ? readIdsByInitials(db, text) : new Set<string>()
  return rows
    .flatMap((row) => {
      const rank = nearness(row, text, key, byInitials)
      return rank === null ? [] : [{ row, rank }]
    })
    .toSorted((left, right) => left.rank - right.rank)
    .slice(0, limit)
    .map(({ row }) => row)
}
