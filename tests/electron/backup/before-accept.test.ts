import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { aBureau, bytesOf, dumpOf, fixture, type Service } from '../../builders'
import { accept, anOffice, fromOffice } from '../exchange/correspondence'
import { aBureauWithLead, dumpOfFile, granted, ownBackups, ownFile, saveLead } from './backups'

function dumpNow(service: Service) {
  return dumpOf(service.store().connection)
}

it('任务分解表 from the district is preceded by a backup of what there was', async () => {
  const bureau = await aBureauWithLead()
  const before = dumpNow(bureau)
  const payload = { unit: '东丽区审计局', year: 2022, title: '任务分解表', workbook: '任务分解表.xlsx', rows: 1 }
  const bytes = await fromOffice(await anOffice(), 'assignments', payload, {
    files: [{ path: '任务分解表.xlsx', bytes: bytesOf(fixture('assignments/dongli-2022-audit-bureau.xlsx')) }],
  })
  await accept(bureau, bytes)
  expect(await ownBackups(bureau)).toEqual([['000001-import.db', 'verified']])
  expect(dumpOfFile(ownFile(bureau, '000001-import.db'))).toEqual(before)
}, 30_000)

it('so are the edits of a colleague’s PC', async () => {
  const colleague = await aBureauWithLead()
  const { folder, token } = granted(colleague)
  const { file } = await colleague.call('exchange.sendColleague', {
    folder: token,
    to: null,
    withFiles: false,
    passphrase: null,
  })
  const own = await aBureau({ actor: '承办人二' })
  await saveLead(own, '自己的')
  const before = dumpNow(own)
  await accept(own, readFileSync(path.join(folder, file.fileName)))
  expect(dumpNow(own)['lead']).toHaveLength(2)
  // What the merge itself notes first is no fact of the bureau.
  expect(dumpOfFile(ownFile(own, '000001-import.db'))['lead']).toEqual(before['lead'])
}, 30_000)

it('放假安排 changes no record of the bureau’s, and costs no backup', async () => {
  const bureau = await aBureau()
  const calendar = { years: [{ year: 2023, source: '文号', off: ['2023-01-01'], makeUp: [] }] }
  await accept(bureau, await fromOffice(await anOffice(), 'calendar', calendar, { to: null, year: null }))
  expect(await ownBackups(bureau)).toEqual([])
}, 30_000)
