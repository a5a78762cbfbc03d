import type { ImportCounts } from '../../shared/tables/contract'

const none: ImportCounts = { read: 0, added: 0, updated: 0, unchanged: 0, withdrawn: 0, rejected: 0, skipped: 0 }

/** The counts of several tables together. */
export function totalCounts(tables: readonly { readonly counts: ImportCounts }[]): ImportCounts {
  return tables.reduce(
    (sum, { counts }) => ({
      read: sum.read + counts.read,
      added: sum.added + counts.added,
      updated: sum.updated + counts.updated,
      unchanged: sum.unchanged + counts.unchanged,
      withdrawn: sum.withdrawn + counts.withdrawn,
      rejected: sum.rejected + counts.rejected,
      skipped: sum.skipped + counts.skipped,
    }),
    none,
  )
}
