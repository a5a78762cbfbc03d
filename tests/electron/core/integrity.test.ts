import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { storeFile } from '../../../db/open'
import { aBureau, aFolder, aService } from '../../builders'

/** A closed ledger with two leads, in which another program then runs a statement. */
async function editedOutside(statement: string) {
  const folder = aFolder()
  const first = await aBureau({ folder })
  for (const title of ['检测平台', '数据中心'])
    await first.call('investment.save', {
      id: null,
      fields: { title, intention: '建设' },
      allowDuplicate: true,
      expectedUpdatedAt: null,
    })
  first.close()
  const other = new Database(storeFile(folder))
  other.exec(statement)
  other.close()
  return aService({ folder })
}

describe('what another program did to the data file', () => {
  it('nothing was done: the chain holds and no record is named', async () => {
    const service = await editedOutside('SELECT 1')
    expect(await service.call('core.integrity', {})).toMatchObject({ checkedAt: null })
    expect(await service.call('core.checkIntegrity', {})).toEqual({ isWhole: true })
    expect(await service.call('core.integrity', {})).toMatchObject({ entries: 3, broken: null, foreignCount: 0 })
  })

  it.each([
    ["UPDATE lead SET title = '改过' WHERE title = '检测平台'", 'changed', ['项目信息名称'], '招商线索 改过'],
    ["DELETE FROM lead WHERE title = '检测平台'", 'removed', [], '招商线索'],
    ["INSERT INTO section (id, name, is_sample) VALUES ('s', '外来科室', 0)", 'added', [], '科室 外来科室'],
  ])('%s is found with the record; the data are still usable', async (statement, kind, fields, title) => {
    const service = await editedOutside(statement)
    expect(await service.call('core.checkIntegrity', {})).toEqual({ isWhole: false })
    const found = await service.call('core.integrity', {})
    expect(found).toMatchObject({ broken: null, foreignCount: 1 })
    expect(found.foreign[0]).toMatchObject({ kind, title, fields })
    await service.call('settings.saveClock', { key: 'nearWorkdays', workdays: 5 })
  })

  it('an altered journal is located at its first altered entry', async () => {
    const service = await editedOutside(
      "DROP TRIGGER journal_entry_keep; UPDATE journal_entry SET actor = '别人' WHERE id = 2",
    )
    expect(await service.call('core.checkIntegrity', {})).toEqual({ isWhole: false })
    expect(await service.call('core.integrity', {})).toMatchObject({
      broken: { id: 2, actor: '别人', intent: 'investment.save' },
    })
  })
})
