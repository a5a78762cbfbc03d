import type { LeadFilter, LeadSort } from '../../shared/investment/contract'
import { gridLoadLimit } from '../../shared/tables/grid-contract'
import { call } from '../desk'
import type { ListedIds } from '../tables/grid-window'

/** Unit: rows. As many as the list gives at once. */
const pageOfIds = 200

/** The leads that the list shows, in its order, as many as a grid can hold. */
export async function idsOfList(filter: LeadFilter, sort: LeadSort): Promise<ListedIds> {
  const ids: string[] = []
  for (;;) {
    const { rows, total } = await call('investment.list', { filter, sort, offset: ids.length, limit: pageOfIds })
    ids.push(...rows.map(({ lead }) => lead.id))
    if (rows.length === 0 || ids.length >= Math.min(total, gridLoadLimit)) {
      return { ids: ids.slice(0, gridLoadLimit), total }
    }
  }
}
