import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { chmodSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { periodReportOf } from '../../../electron/reports/period'
import { aBureau, filesBelow, refusalOf, valueOf, type Service } from '../../builders'
import {
  aLead,
  anOffice,
  aReportingBureau,
  bytesOfSent,
  dump,
  fromOffice,
  inflatedTexts,
  officeName,
  open,
  payloadOf,
  phones,
  send,
  withFolder,
  type Bureau,
} from './correspondence'

const outline = (bureau: Service, withContacts = false) =>
  bureau.call('exchange.outline', { period: '2022Q2', withContacts })

describe('the list of what leaves the house (issue 5 item 2)', { timeout: 60_000 }, () => {
  test('says edition, kinds, counts and fields in words; people and telephones stay here', async () => {
    const bureau = await aReportingBureau()
    const shown = await outline(bureau)
    expect(shown).toMatchObject({ edition: 1, toUnit: '', changes: [], objections: 0 })
    expect(shown.ruleSet).toMatchObject({ id: 'dongli-2022-cat3' })
    const leads = shown.parts.find(({ kind }) => kind === 'lead')
    expect(leads).toMatchObject({ label: '抓招商 项目信息', count: 1 })
    expect(leads?.fields).toEqual(expect.arrayContaining(['名称', '状态', '佐证材料件数', '备案日期', '投资单位']))
    const visits = shown.parts.find(({ kind }) => kind === 'visit')
    expect(visits?.fields).not.toContain('包联干部')
    expect(shown.hidden.join()).toContain('电话')
    expect(shown.lines).toBe(shown.parts.reduce((sum, { count }) => sum + count, 0))
    expect(shown.warnings.length).toBeGreaterThan(0)
  })

  test('with contacts the people go along, and the list says so', async () => {
    const bureau = await aReportingBureau()
    const shown = await outline(bureau, true)
    expect(shown.parts.find(({ kind }) => kind === 'visit')?.fields).toContain('包联干部')
    expect(shown.hidden.join()).not.toContain('包联干部')
  })

  test('the district is named once its key is trusted', async () => {
    const bureau = await aReportingBureau()
    const key = await fromOffice(await anOffice(), 'identity', {}, { to: null, year: null })
    const { session } = await open(bureau, key)
    await bureau.call('exchange.accept', { session, trustSigner: true, acceptUnsigned: false })
    expect((await outline(bureau)).toUnit).toBe(officeName)
  })
})

describe('the package', { timeout: 60_000 }, () => {
  test('is called after unit, period and edition, and any zip tool opens it: workbook, document, data, manifest', async () => {
    const bureau = await aReportingBureau()
    const sent = await send(bureau)
    expect(sent.file.fileName).toBe('东丽区审计局_2022Q2_v1.zip')
    const bytes = bytesOfSent(bureau, sent)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sent.file.sha256)
    const texts = inflatedTexts(bytes)
    expect([...texts.keys()].filter((name) => !name.includes('!')).toSorted()).toEqual([
      'data.json',
      'manifest.json',
      'manifest.sig',
      '季度小结.docx',
      '季度小结.xlsx',
    ])
    const manifest = JSON.parse(texts.get('manifest.json') ?? '') as { counts: Record<string, number> }
    const payload = payloadOf(bytes)
    expect(manifest).toMatchObject({ kind: 'summary', edition: 1, period: '2022Q2', year: 2022, sequence: 1 })
    expect(manifest.counts['lines']).toBe(payload.lines.length)
    expect(manifest.counts['lead']).toBe(payload.lines.filter(({ kind }) => kind === 'lead').length)
  })

  test('核对码: the same in manifest, register, workbook, and on the paper that was printed with names on it', async () => {
    const bureau = await aReportingBureau()
    const printed = valueOf(periodReportOf(bureau.context, bureau.store(), '2022Q2'))
    const sent = await send(bureau)
    const texts = inflatedTexts(bytesOfSent(bureau, sent))
    expect(printed.checkCode).toMatch(/^\d{4}-\d{4}$/)
    expect(sent.checkCode).toBe(printed.checkCode)
    expect(JSON.parse(texts.get('manifest.json') ?? '')).toMatchObject({ checkCode: printed.checkCode })
    expect((await bureau.call('exchange.sent', {}))[0]?.checkCode).toBe(printed.checkCode)
    const inside = (ending: string) =>
      [...texts].filter(([name]) => name.includes(ending)).some(([, text]) => text.includes(printed.checkCode))
    expect(inside('.xlsx!')).toBe(true)
    expect(inside('.docx!')).toBe(true)
  })

  test('no telephone number and no name of a colleague is anywhere in it, unless they were asked for', async () => {
    const bureau = await aReportingBureau()
    const plain = [...inflatedTexts(bytesOfSent(bureau, await send(bureau))).values()].join('\n')
    for (const secret of [...phones, '包联干部01', '企业联系人甲', '瑞检联系人', '招商组组员'])
      expect(plain).not.toContain(secret)
    expect(plain).toContain('检测平台')
    const withPeople = await send(bureau, { withContacts: true })
    const texts = inflatedTexts(bytesOfSent(bureau, withPeople))
    expect([...texts.values()].join('\n')).toContain('包联干部01')
    expect(payloadOf(bytesOfSent(bureau, withPeople)).contact).toEqual({ preparedBy: '招商组组员', phone: '' })
    // What belongs to enterprises and investors stays in any case.
    expect([...texts.values()].join('\n')).not.toContain(phones[1])
  })

  test('本期无新增 goes along as a tick and counts as reported', async () => {
    const bureau = await aReportingBureau()
    await bureau.call('reports.setNil', { period: '2022Q2', stream: 'revenue', isNil: true })
    expect(payloadOf(bytesOfSent(bureau, await send(bureau))).nil).toEqual(['revenue'])
  })

  test('a figure written by hand into the text goes along as its note; the lines stay those of the records', async () => {
    const bureau = await aReportingBureau()
    const before = (await send(bureau)) && payloadOf(bytesOfSent(bureau, await again(bureau)))
    await bureau.call('reports.saveEdit', {
      period: '2022Q2',
      kind: 'figure',
      place: 'investment.filed.filedInYear',
      value: '9',
      reason: '平台迟录',
    })
    const shown = await outline(bureau)
    expect(shown.warnings.some(({ kind, text }) => kind === 'edit' && text.includes('平台迟录'))).toBe(true)
    const after = payloadOf(bytesOfSent(bureau, await send(bureau)))
    expect(after.edits.join()).toContain('平台迟录')
    expect(after.edits.join()).not.toContain('招商组组员')
    expect(after.lines).toEqual(before.lines)
  })
})

async function again(bureau: Bureau) {
  const [last] = await bureau.call('exchange.sent', {})
  return bureau.call('exchange.sendAgain', { id: last?.id ?? '', folder: bureau.token })
}

describe('editions', { timeout: 60_000 }, () => {
  test('nothing new, nothing sent; what changed is listed before v2 goes out', async () => {
    const bureau = await aReportingBureau()
    await send(bureau)
    const before = dump(bureau)
    expect(await refusalOf(send(bureau))).toMatchObject({ code: 'sendUnchanged', params: { edition: 1 } })
    expect(dump(bureau)).toEqual(before)
    expect(filesBelow(bureau.out)).toEqual(['东丽区审计局_2022Q2_v1.zip'])
    await aLead(bureau, '氢能阀门')
    const shown = await outline(bureau)
    expect(shown.edition).toBe(2)
    expect(shown.changes).toEqual(
      expect.arrayContaining([
        { title: '项目信息 氢能阀门', field: '新增', from: '无', to: '已备案' },
        { title: '统计数 备案项目信息', field: '本年累计', from: '1', to: '2' },
      ]),
    )
    const second = await send(bureau)
    expect(second).toMatchObject({ edition: 2, file: { fileName: '东丽区审计局_2022Q2_v2.zip' } })
    const rows = await bureau.call('exchange.sent', {})
    expect(rows.map(({ edition, sequence }) => [edition, sequence])).toEqual([
      [2, 2],
      [1, 1],
    ])
  })

  test('再存一份 is byte for byte what was sent, also when the records have moved on', async () => {
    const bureau = await aReportingBureau()
    const sent = await send(bureau)
    await aLead(bureau, '氢能阀门')
    const copy = await again(bureau)
    expect(copy.file.fileName).toBe('东丽区审计局_2022Q2_v1_2.zip')
    expect(copy.file.sha256).toBe(sent.file.sha256)
    expect(bytesOfSent(bureau, copy)).toEqual(bytesOfSent(bureau, sent))
  })

  test('what has been sent cannot be undone', async () => {
    const bureau = await aReportingBureau()
    await send(bureau)
    const before = dump(bureau)
    expect((await refusalOf(bureau.call('core.undoLast', {}))).code).toBe('sentPackageStays')
    expect(dump(bureau)).toEqual(before)
  })

  test('a package with a passphrase says so in its name, and opens with it alone', async () => {
    const bureau = await aReportingBureau()
    const sent = await send(bureau, { passphrase: '仅供试验-2022' })
    expect(sent.file.fileName).toBe('东丽区审计局_2022Q2_v1_加密.zip')
    const bytes = bytesOfSent(bureau, sent)
    expect(Buffer.from(bytes).includes('检测平台')).toBe(false)
    const office = await anOffice()
    expect((await refusalOf(open(office, bytes))).code).toBe('packageEncrypted')
    expect((await refusalOf(open(office, bytes, '文件.zip', '别的密码-2022'))).code).toBe('passphraseWrong')
    expect((await open(office, bytes, '文件.zip', '仅供试验-2022')).about.isEncrypted).toBe(true)
  })
})

describe('faults (issue 5 item 3)', { timeout: 60_000 }, () => {
  test('示例 data are never sent: the list says so, sending is refused', async () => {
    const bureau = withFolder(await aBureau({ asOf: '2022-06-30' }))
    await bureau.call('settings.loadSample', {})
    expect((await outline(bureau)).warnings[0]?.text).toContain('示例')
    const before = dump(bureau)
    expect((await refusalOf(send(bureau))).code).toBe('sendHasSample')
    expect(dump(bureau)).toEqual(before)
    expect(filesBelow(bureau.out)).toEqual([])
  })

  test('a stick that is gone: nothing in the register, nothing kept, no sequence that the next one would miss', async () => {
    const bureau = await aReportingBureau()
    const before = dump(bureau)
    bureau.context.grants.set(bureau.token, path.join(bureau.out, '不在'))
    expect((await refusalOf(send(bureau))).code).toBe('folderNotWritable')
    expect(dump(bureau)['sent_package']).toEqual(before['sent_package'])
    bureau.context.grants.set(bureau.token, bureau.out)
    expect((await send(bureau)).edition).toBe(1)
  })

  test('a folder that takes nothing leaves no file and no entry behind', async () => {
    const bureau = await aReportingBureau()
    if (process.getuid?.() === 0) {
      // Root may write anywhere; a file in place of the folder is what it cannot.
      bureau.context.grants.set(bureau.token, path.join(bureau.folder, 'ledger.db'))
    } else chmodSync(bureau.out, 0o500)
    const kept = filesBelow(path.join(bureau.folder, 'attachments'))
    expect((await refusalOf(send(bureau))).code).toBe('folderNotWritable')
    expect(await bureau.call('exchange.sent', {})).toEqual([])
    expect(filesBelow(path.join(bureau.folder, 'attachments'))).toEqual(kept)
  })

  test('when the register cannot be written, the file is taken away again', async () => {
    const bureau = await aReportingBureau()
    await bureau.call('exchange.identity', {})
    const { connection } = bureau.store()
    connection.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON sent_package BEGIN SELECT RAISE(ABORT, 'full'); END")
    expect((await refusalOf(send(bureau))).code).toBe('unexpected')
    connection.exec('DROP TRIGGER full')
    expect(filesBelow(bureau.out)).toEqual([])
    expect(await bureau.call('exchange.sent', {})).toEqual([])
    expect((await send(bureau)).edition).toBe(1)
  })

  test('a period that has not begun is refused before anything is written', async () => {
    const bureau = await aReportingBureau()
    expect((await refusalOf(send(bureau, { period: '2022Q4' }))).code).toBe('nothingToReport')
    expect(filesBelow(bureau.out)).toEqual([])
  })
})
