import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { day, dumpOf, filesBelow, aFolder, refusalOf, type Service } from '../../builders'
import { documentText, documentXml } from './document-text'
import { aFinding, aProgram, placed } from './records'
import { aClosed, aRectifying, measureOf, sits, step, written } from './way'

function grantedFolder(service: Service, folder = aFolder()): string {
  service.context.grants.set('folder', folder)
  return folder
}

const draftOf = (service: Service, findingId: string, kind: 'supervision' | 'reminder' | 'warning') =>
  service.call('rectification.draftLetter', { findingId, kind })

describe('letters of a finding (domain §3)', { timeout: 30_000 }, () => {
  const finding = { no: '3', title: '非税收入未及时上缴', dueOn: day('2022-07-04') }

  test('a reminder is drafted, goes out as a document in 公文 layout, and is kept as it went out', async () => {
    const { service, id } = await aRectifying({ finding, program: { docNo: '丽审〔2022〕5号' } })
    await measureOf(service, [id], '完善制度')
    const folder = grantedFolder(service)
    const draft = await draftOf(service, id, 'reminder')
    sits(service, '整改督查岗')
    const paragraphs = [...draft.paragraphs, '']
    const letter = { ...draft, docNo: '东审督〔2022〕1号', paragraphs, findingId: id, folder: 'folder' }
    const { file } = await service.call('rectification.issueLetter', letter)
    expect(filesBelow(folder)).toEqual([file.fileName])
    expect(file.fileName).toBe('东丽区审计局_整改提醒书_3_20220630.docx')
    const text = await documentText(path.join(folder, file.fileName))
    expect(text.slice(0, 3)).toEqual(['整改提醒书', '东审督〔2022〕1号', ''])
    expect(text).toContain('财务科：')
    expect(text.join('\n')).toContain(
      '尚未完成的整改措施：1.收回资金（时限2022年6月1日）；2.完善制度（时限2022年6月1日）。',
    )
    expect(await service.call('rectification.letters', { findingId: id })).toMatchObject([
      { kind: 'reminder', docNo: '东审督〔2022〕1号', to: '财务科', issuedOn: '2022-06-30', issuedBy: '整改督查岗' },
    ])
    const kept = service.store().connection.prepare('SELECT body FROM rect_letter').pluck().get()
    expect(kept).toContain('整改提醒书\n东审督〔2022〕1号\n财务科：\n')
  })

  test('stays as it went out: no undo, no change, no deletion, also with its finding; one of the sample goes with it', async () => {
    const { service, programId, id } = await aRectifying({ finding })
    grantedFolder(service)
    const letter = { ...(await draftOf(service, id, 'reminder')), findingId: id, folder: 'folder' }
    await service.call('rectification.issueLetter', letter)
    const { connection } = service.store()
    const before = dumpOf(connection)
    const isKept = async (call: Promise<unknown>) => {
      expect((await refusalOf(call)).code).toBe('issuedReportStays')
      expect(dumpOf(connection)).toEqual(before)
    }
    await isKept(service.call('core.undoLast', {}))
    await isKept(service.call('rectification.removeFindings', { ids: [id] }))
    for (const statement of ["UPDATE rect_letter SET body = ''", 'DELETE FROM rect_letter'])
      expect(() => connection.exec(statement)).toThrow(/issued letters are never/)
    const sampled = await aFinding(service, programId, {
      title: '示例问题',
      dueOn: day('2022-07-04'),
      leadUnit: '财务科',
    })
    written(service, sampled, { isSample: true })
    await service.call('rectification.issueLetter', { ...letter, findingId: sampled })
    await service.call('settings.removeSample', {})
    expect(connection.prepare('SELECT finding_id FROM rect_letter').pluck().all()).toEqual([id])
  })

  test('a second letter of the day does not write over the first', async () => {
    const { service, id } = await aRectifying({ finding })
    const folder = grantedFolder(service)
    const draft = await draftOf(service, id, 'supervision')
    for (let count = 0; count < 2; count += 1)
      await service.call('rectification.issueLetter', { ...draft, findingId: id, folder: 'folder' })
    expect(filesBelow(folder)).toEqual([
      '东丽区审计局_整改督办通知书_3_20220630.docx',
      '东丽区审计局_整改督办通知书_3_20220630_2.docx',
    ])
  })

  test.each([
    ['warning', {}, '整改中，未到整改时限', '告诫书'],
    ['reminder', { dueOn: day('2022-06-29') }, '整改中，已过整改时限', '提醒书'],
    ['reminder', { dueOn: null }, '整改中，没有整改时限', '提醒书'],
    ['supervision', { state: 'completed', status: 'done' }, '已整改', '督办通知书'],
    ['supervision', { state: 'closed', status: 'done' }, '已销号', '督办通知书'],
    ['supervision', { state: 'referred' }, '已移送', '督办通知书'],
  ] as const)('%s of a finding that is %o: refused', async (kind, fields, state, letter) => {
    const { service, id } = await aRectifying({ finding })
    placed(service, id, fields)
    const failure = await refusalOf(draftOf(service, id, kind))
    expect(failure).toEqual({ code: 'letterNotDue', params: { state, letter } })
  })

  test('one that no longer fits when it is sent is refused, and nothing is written', async () => {
    const { service, id } = await aRectifying({ finding })
    const folder = grantedFolder(service)
    const draft = await draftOf(service, id, 'supervision')
    placed(service, id, { state: 'closed', status: 'done' })
    const failure = await refusalOf(
      service.call('rectification.issueLetter', { ...draft, findingId: id, folder: 'folder' }),
    )
    expect(failure.code).toBe('letterNotDue')
    expect(filesBelow(folder)).toEqual([])
  })

  test('a letter without words or without an addressee is refused', async () => {
    const { service, id } = await aRectifying({ finding })
    grantedFolder(service)
    const draft = await draftOf(service, id, 'supervision')
    const empty = { ...draft, to: ' ', paragraphs: [' ', ''], findingId: id, folder: 'folder' }
    expect(await refusalOf(service.call('rectification.issueLetter', empty))).toEqual({
      code: 'findingNeedsFields',
      params: { fields: '主送、正文' },
    })
  })

  test('a folder that is gone: no half file and no record', async () => {
    const { service, id } = await aRectifying({ finding })
    const folder = grantedFolder(service)
    const draft = await draftOf(service, id, 'supervision')
    rmSync(folder, { recursive: true })
    // A file stands where the folder was.
    writeFileSync(folder, '')
    const failure = await refusalOf(
      service.call('rectification.issueLetter', { ...draft, findingId: id, folder: 'folder' }),
    )
    rmSync(folder)
    mkdirSync(folder)
    expect(failure.code).toBe('folderNotWritable')
    expect(filesBelow(folder)).toEqual([])
    expect(await service.call('rectification.letters', { findingId: id })).toEqual([])
  })
})

describe('对账销号单 as a document (product F4, J8)', { timeout: 30_000 }, () => {
  test('a closed cycle: number, both names and days, evidence with size and twelve digits, 核对码', async () => {
    const { service, id } = await aClosed({ finding: { no: '29', title: '部分点位污水跑冒' } })
    const folder = grantedFolder(service)
    const form = await service.call('rectification.closureForm', { findingId: id, cycle: 1 })
    const { file } = await service.call('rectification.exportClosureForm', {
      findingId: id,
      cycle: 1,
      folder: 'folder',
    })
    expect(file.fileName).toBe('东丽区审计局_对账销号单_东审整销〔2022〕1号_2022年6月30日.docx')
    const text = await documentText(path.join(folder, file.fileName))
    expect(text[0]).toBe('问题整改对账销号单')
    for (const part of ['承办人01', '科室负责人', '复核人', '缴款书.pdf', form.evidence[0]?.digest.slice(0, 12) ?? '?'])
      expect(text).toContain(part)
    expect(text).not.toContain(form.evidence[0]?.digest)
    expect(text.at(-1)).toContain(`核对码：${form.checkCode}`)
  })

  test('what was signed is printed again after the finding has changed', async () => {
    const { service, id } = await aClosed()
    const folder = grantedFolder(service)
    const write = () => service.call('rectification.exportClosureForm', { findingId: id, cycle: 1, folder: 'folder' })
    const first = await documentText(path.join(folder, (await write()).file.fileName))
    await step(service, '整改督查岗', id, 'reopen', { agreedBy: '分管领导' })
    placed(service, id, { title: '改过的问题', result: '改过的结果' })
    expect(await documentText(path.join(folder, (await write()).file.fileName))).toEqual(first)
  })

  test('an open cycle is printed as it would be today, under the finding’s own number', async () => {
    const { service, id } = await aRectifying({ finding: { no: '7' } })
    const folder = grantedFolder(service)
    const { file } = await service.call('rectification.exportClosureForm', {
      findingId: id,
      cycle: 1,
      folder: 'folder',
    })
    expect(file.fileName).toBe('东丽区审计局_对账销号单_7.docx')
    expect((await documentText(path.join(folder, file.fileName))).join('\n')).toContain('编号：（未编号）')
  })

  test('the fonts of official texts by name', async () => {
    const { service, id } = await aClosed()
    const folder = grantedFolder(service)
    const { file } = await service.call('rectification.exportClosureForm', {
      findingId: id,
      cycle: 1,
      folder: 'folder',
    })
    const xml = await documentXml(path.join(folder, file.fileName))
    for (const font of ['方正小标宋简体', '黑体', '仿宋_GB2312']) expect(xml).toContain(`w:eastAsia="${font}"`)
  })

  test('a cycle that never was, and a finding that is gone', async () => {
    const { service, id } = await aRectifying()
    grantedFolder(service)
    for (const asked of [
      { findingId: id, cycle: 9 },
      { findingId: 'gone', cycle: 1 },
    ]) {
      const failure = await refusalOf(service.call('rectification.exportClosureForm', { ...asked, folder: 'folder' }))
      expect(failure.code).toBe('notFound')
    }
  })

  test('an imported finding without a cycle of its own has its form too', async () => {
    const { service } = await aRectifying()
    const folder = grantedFolder(service)
    const findingId = await aFinding(service, await aProgram(service, { title: '2020年度审计' }), { no: '1' })
    await service.call('rectification.exportClosureForm', { findingId, cycle: 1, folder: 'folder' })
    expect(filesBelow(folder)).toHaveLength(1)
  })
})
