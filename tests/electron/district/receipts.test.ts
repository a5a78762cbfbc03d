import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../electron/exchange/package-file'
import type { ReceiptPayload } from '../../../shared/exchange/payloads'
import { aFolder, day, filesBelow, refusalOf } from '../../builders'
import { documentText } from '../rectification/document-text'
import {
  aCountingLead,
  aRankedOffice,
  folderOf,
  locked,
  objectionOf,
  period,
  returnedLead,
  trial,
  type RankedOffice,
} from './ranked-office'

describe('receipts', { timeout: 60_000 }, () => {
  const receipts = (office: RankedOffice, folder: string, unitIds: string[] | null = null) =>
    office.call('district.saveReceipts', { period, folder, unitIds })

  async function payloads(folder: string) {
    const files = filesBelow(folder)
    const read = await Promise.all(
      files.map((file) =>
        readPackage({ fileName: file, bytes: new Uint8Array(readFileSync(path.join(folder, file))), passphrase: null }),
      ),
    )
    return read.map((each) => {
      if (!each.ok) throw new Error(each.error.code)
      return each.value
    })
  }

  test('before publication only what was reviewed or returned, with score and without place', async () => {
    const office = await aRankedOffice()
    const folder = office.target()
    expect((await refusalOf(receipts(office, folder))).code).toBe('receiptsNothing')
    expect(readdirSync(folderOf(office, folder))).toEqual([])
    await office.call('district.setReviewed', { period, unitIds: [office.units.first], isReviewed: true })
    await office.call('district.setReturned', { period, unitId: office.units.second, reason: '数字有误' })
    const written = await receipts(office, folder)
    expect(written.files).toBe(2)
    const read = await payloads(folderOf(office, folder))
    const byUnit = new Map(read.map((each) => [each.manifest.to, each]))
    expect(byUnit.get('示例发展局')?.payload).toMatchObject({
      score: { total: '29.00' },
      rank: null,
      isFinal: false,
      answers: 1,
    })
    expect(byUnit.get('示例统计局')?.payload).toMatchObject({
      score: null,
      lines: [1, 2, 3].map(() => ({ verdict: 'returned', reason: '数字有误' })),
    })
  })

  test('after 试公布: reported, approved and why, place, objection day; readable files inside; a second time is edition 2', async () => {
    const office = await returnedLead((open) =>
      open.call('district.saveFigure', {
        unitId: open.units.third,
        year: 2022,
        componentId: 'cooperate',
        value: '18',
        docRef: '东合交〔2022〕8号',
        givenOn: day('2022-06-30'),
      }),
    )
    await trial(office)
    const folder = office.target()
    const { files, folderToken } = await receipts(office, folder)
    expect(files).toBe(4)
    const own = folderOf(office, folderToken)
    expect(filesBelow(own)).toContain('示例档案局_2022Q2_回执_v1.zip')
    const read = await payloads(own)
    const third = read.find(({ manifest }) => manifest.to === '示例档案局')
    expect(third?.isSigned).toBe(true)
    expect(third?.payload).toMatchObject({
      unit: '示例档案局',
      rank: { category: 3, place: 1, of: 3, tied: 1 },
      objectionsUntil: '2022-07-12',
      score: { total: '32.00', schemeId: 'dongli-2022-cat3' },
      figures: [{ componentId: 'cooperate', name: '材料反馈宣传配合', value: '18', docRef: '东合交〔2022〕8号' }],
    })
    expect((third?.payload as ReceiptPayload | undefined)?.lines).toEqual([
      expect.objectContaining({
        key: 'figure/investment.effective',
        verdict: 'accepted',
        reported: '1',
        approved: '1',
      }),
      expect.objectContaining({
        key: 'lead/c1',
        verdict: 'returned',
        reported: 'outOfCity',
        approved: null,
        reason: '没有接收单位的回复',
      }),
    ])
    const docx = third?.fileOf('回执.docx')
    if (!docx?.ok) throw new Error('no document')
    const file = path.join(aFolder(), '回执.docx')
    writeFileSync(file, docx.value)
    const text = (await documentText(file)).join('\n')
    expect(text).toContain('共2项：认定1项，调整0项，退回1项。')
    // The class stands in the office's own word.
    expect(text).toContain('市外优质')
    expect(text).not.toContain('outOfCity')
    expect(text).toContain('没有接收单位的回复')
    expect(text).toContain('请改正退回的事项后，报送第2版。')
    const sent = await office.call('exchange.sent', {})
    expect(sent.filter(({ kind }) => kind === 'receipt')).toHaveLength(4)
    await receipts(office, folder, [office.units.third])
    const [newest] = (await office.call('exchange.sent', {})).filter(({ toUnit }) => toUnit === '示例档案局')
    expect(newest).toMatchObject({ kind: 'receipt', edition: 2 })
  })

  test('an answered objection stands in the receipt; until v2 is out it tells no place', async () => {
    const office = await returnedLead()
    await trial(office)
    objectionOf(office, 'o1', office.units.third, 'lead/c1')
    await office.call('district.answerObjection', { id: 'o1', isAccepted: true, answer: '已补交回复', approved: null })
    const between = office.target()
    const one = await receipts(office, between, [office.units.third])
    const [early] = await payloads(folderOf(office, one.folderToken))
    expect(early?.payload).toMatchObject({
      rank: null,
      score: { total: '21.50' },
      answersToObjections: [{ id: 'o1', isAccepted: true }],
    })
    await trial(office, '异议成立')
    const two = await receipts(office, between, [office.units.third])
    const [late] = await payloads(folderOf(office, two.folderToken))
    expect(late?.payload).toMatchObject({ rank: { place: 3 }, score: { total: '21.50' } })
  })

  test('a folder that cannot be written leaves no file and no record', async () => {
    const office = await locked()
    const folder = office.target()
    rmSync(folderOf(office, folder), { recursive: true })
    expect((await refusalOf(receipts(office, folder))).code).toBe('folderNotWritable')
    expect(await office.call('exchange.sent', {})).toEqual([])
  })

  test('72 receipts with workbook and document in each take seconds', async () => {
    const office = await aRankedOffice()
    for (let count = 6; count <= 72; count += 1) {
      const id = office.unit(`示例单位${String(count).padStart(2, '0')}局`)
      office.receive(id, period, [aCountingLead(`x${count}`, `示例${count}`)])
    }
    await office.call('district.lock', { period })
    const folder = office.target()
    const started = performance.now()
    const { files } = await receipts(office, folder)
    const seconds = (performance.now() - started) / 1000
    expect(files).toBe(71)
    expect(seconds).toBeLessThan(30)
  })
})
