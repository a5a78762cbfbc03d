import { expect, it } from 'vitest'
import { aBureau, dumpOf, refusalOf } from '../../builders'

// Source: reliability 3 row 7: a full disk is said, nothing is half written, and the next save works without a restart.
it('a full disk refuses the save in words, changes nothing, and ends when there is room again', async () => {
  const service = await aBureau()
  const { connection } = service.store()
  const save = () =>
    service.call('investment.save', {
      id: null,
      fields: { title: '检测平台', remark: '长'.repeat(20_000) },
      allowDuplicate: false,
      expectedUpdatedAt: null,
    })
  const before = dumpOf(connection)
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true }))}`)
  expect((await refusalOf(save())).code).toBe('diskFull')
  expect(dumpOf(connection)).toEqual(before)
  expect(service.incidents).toEqual([])
  connection.pragma('max_page_count = 1000000')
  await save()
  expect(dumpOf(connection)).not.toEqual(before)
})
