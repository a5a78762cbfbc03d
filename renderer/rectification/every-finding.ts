import type { FindingFilter, FindingRow, FindingSort } from '../../shared/rectification/finding-rows'
import { call } from '../desk'

/** Unit: rows. As many as the service gives at once. */
const most = 500

/** Every finding that a filter leaves, in the order of the list. */
export async function everyFinding(filter: FindingFilter, sort: FindingSort): Promise<readonly FindingRow[]> {
  const found: FindingRow[] = []
  for (;;) {
    const { rows, total } = await call('rectification.list', { filter, sort, offset: found.length, limit: most })
    found.push(...rows)
    if (rows.length === 0 || found.length >= total) return found
  }
}
