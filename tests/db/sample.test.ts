import { expect, it } from 'vitest'
import { aBureau } from '../builders'

it('a table that grows is asked for rows marked 示例 by an index of such rows', async () => {
  const { connection } = (await aBureau()).store()
  const indexes = connection
    .prepare<[], { name: string; table: string }>(
      "SELECT name, tbl_name AS 'table' FROM sqlite_schema WHERE type = 'index' AND name LIKE '%\\_sample' ESCAPE '\\'",
    )
    .all()
  expect(indexes.map(({ table }) => table)).toEqual(expect.arrayContaining(['lead', 'visit', 'finding', 'task']))
  for (const { name, table } of indexes) {
    const plan = connection
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT EXISTS (SELECT 1 FROM ${table} WHERE is_sample = 1)`)
      .all()
    expect(plan.map(({ detail }) => detail).join('\n')).toContain(name)
  }
})
