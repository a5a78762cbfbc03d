import { gridLoadLimit } from '../../shared/tables/grid-contract'
import type { ListedIds } from './grid-window'

/** Unit: rows. As many as a list gives at once. */
const pageOfIds = 200

interface IdsPage {
  readonly ids: readonly string[]
  readonly total: number
}

/** The records that a list shows, in its order, as many as a grid can hold. */
export async function listedIds(
  read: (page: { offset: number; limit: number }) => Promise<IdsPage>,
): Promise<ListedIds> {
  const found: string[] = []
  for (;;) {
    const { ids, total } = await read({ offset: found.length, limit: pageOfIds })
    found.push(...ids)
    if (ids.length === 0 || found.length >= Math.min(total, gridLoadLimit)) {
      return { ids: found.slice(0, gridLoadLimit), total }
    }
  }
}
