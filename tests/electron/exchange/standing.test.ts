import { describe, expect, test } from 'vitest'
import type { ReceiptPayload, SummaryPayload } from '../../../shared/exchange/payloads'
import { refusalOf, type Service } from '../../builders'
import {
  accept,
  aLead,
  anOffice,
  aReceipt,
  aReportingBureau,
  bytesOfSent,
  dump,
  fromOffice,
  open,
  payloadOf,
  send,
  type Bureau,
} from './correspondence'

interface Correspondence {
  readonly bureau: Bureau
  readonly office: Service
  readonly payload: SummaryPayload
  readonly checkCode: string
}

/** v1 has been sent; the office can answer it. */
async function aSentSummary(): Promise<Correspondence> {
  const [bureau, office] = [await aReportingBureau(), await anOffice()]
  const sent = await send(bureau)
  return { bureau, office, payload: payloadOf(bytesOfSent(bureau, sent)), checkCode: sent.checkCode }
}

function receiptFile(office: Service, receipt: ReceiptPayload, edition = 1) {
  return fromOffice(office, 'receipt', receipt, {
    period: receipt.period,
    edition,
    counts: {
      lines: receipt.lines.length,
      returned: receipt.lines.filter(({ verdict }) => verdict === 'returned').length,
    },
  })
}

const standing = (bureau: Service) => bureau.call('exchange.standing', { period: '2022Q2' })

function keyOf(payload: SummaryPayload, kind: string): string {
  const line = payload.lines.find((each) => each.kind === kind)
  if (!line) throw new Error(`no ${kind}`)
  return line.key
}

const returned = (reason: string) => ({ verdict: 'returned', approved: null, reason }) as const

describe('自报 and 核定 (J9, product L2)', { timeout: 90_000 }, () => {
  test('v1 → two lines returned, red with reasons and on 今天 → corrected → v2 waits for its answer', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const [lead, visit] = [keyOf(payload, 'lead'), keyOf(payload, 'visit')]
    const receipt = aReceipt(payload, checkCode, {
      verdicts: { [lead]: returned('佐证材料不全'), [visit]: returned('走访日期与台账不符') },
    })
    await accept(bureau, await receiptFile(office, receipt))
    const shown = await standing(bureau)
    expect(shown.receipt).toMatchObject({ answers: 1, isFinal: false, docRef: '考核通报〔2022〕2号' })
    expect(shown.counts).toMatchObject({ returned: 2, adjusted: 0, accepted: payload.lines.length - 2 })
    const row = shown.lines.find(({ key }) => key === lead)
    expect(row).toMatchObject({ verdict: 'returned', reason: '佐证材料不全', now: null })
    expect(row?.record).toMatchObject({ room: 'investment', kind: 'lead', recordId: lead.slice(5) })
    expect((await bureau.call('exchange.sent', {}))[0]?.receipt).toMatchObject({ returned: 2 })
    const todo = async () => (await bureau.call('home.overview', {})).todo
    expect(await todo()).toContainEqual(expect.objectContaining({ code: 'returnedLines', count: 2, period: '2022Q2' }))

    await bureau.call('investment.save', {
      id: lead.slice(5),
      fields: { investorName: '河北瑞检科技有限公司' },
      allowDuplicate: true,
      expectedUpdatedAt: null,
    })
    await send(bureau)
    const second = await standing(bureau)
    expect(second.sent).toMatchObject({ edition: 2, receipt: null })
    // What was corrected waits for the next receipt; what says the same is still returned.
    expect(second.lines.find(({ key }) => key === lead)?.verdict).toBeNull()
    expect(second.lines.find(({ key }) => key === visit)?.verdict).toBe('returned')
    expect(await todo()).toContainEqual(expect.objectContaining({ code: 'returnedLines', count: 1 }))
  })

  test('what the records say by now stands beside what was reported', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    await accept(bureau, await receiptFile(office, aReceipt(payload, checkCode, {})))
    await aLead(bureau, '氢能阀门')
    const filed = (await standing(bureau)).lines.find(({ key }) => key === 'figure/investment.filed')
    expect(filed).toMatchObject({ reported: '1', approved: '1', verdict: 'accepted', now: '2' })
  })

  test('decided 项目类别 and given figures become facts of the district with their document; undo takes all back', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const lead = keyOf(payload, 'lead')
    const receipt = aReceipt(payload, checkCode, {
      verdicts: { [lead]: { verdict: 'adjusted', approved: 'inCity', reason: '投资方为市内企业' } },
      figures: [{ componentId: 'cooperate', name: '材料反馈宣传配合', value: '18', docRef: '' }],
    })
    const bytes = await receiptFile(office, receipt)
    const shown = await open(bureau, bytes)
    expect(shown.changes).toEqual(
      expect.arrayContaining([
        { title: '检测平台', field: '项目类别（区级认定）', from: '待定', to: '市内优质' },
        { title: '材料反馈宣传配合', field: '区级评定分值', from: '无', to: '18' },
      ]),
    )
    const before = dump(bureau)
    await bureau.call('exchange.accept', { session: shown.session, trustSigner: true, acceptUnsigned: false })
    const detail = await bureau.call('investment.get', { id: lead.slice(5) })
    expect(detail.lead).toMatchObject({ districtClass: 'inCity', documentReference: '考核通报〔2022〕2号' })
    const score = await bureau.call('scoring.evaluate', { year: 2022, stream: 'investment', asOf: null })
    expect(score.result?.components.find(({ id }) => id === 'cooperate')?.points).toBe('18.00')
    await bureau.call('core.undoLast', {})
    expect(dump(bureau)).toEqual(before)
  })

  test('accepting again changes nothing; an older receipt never overwrites a newer one', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const lead = keyOf(payload, 'lead')
    const [first, second] = [
      await receiptFile(office, aReceipt(payload, checkCode, { verdicts: { [lead]: returned('佐证不全') } }), 1),
      await receiptFile(office, aReceipt(payload, checkCode, { isFinal: true, objectionsUntil: null }), 2),
    ]
    await accept(bureau, second)
    const before = dump(bureau)
    expect((await refusalOf(accept(bureau, second))).code).toBe('packageAlreadyTaken')
    expect((await refusalOf(accept(bureau, first))).code).toBe('packageStale')
    expect(dump(bureau)).toEqual(before)
    expect((await standing(bureau)).receipt).toMatchObject({ isFinal: true })
  })

  test('a receipt for an edition that we never sent, or for another unit, is refused', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const before = dump(bureau)
    const unsent = await receiptFile(office, aReceipt(payload, checkCode, { answers: 3 }))
    expect(await refusalOf(accept(bureau, unsent))).toMatchObject({ code: 'receiptForUnsent', params: { edition: 3 } })
    const other = await receiptFile(office, aReceipt(payload, '0000-0000', {}))
    expect((await refusalOf(accept(bureau, other))).code).toBe('receiptForUnsent')
    const elsewhere = await receiptFile(office, aReceipt(payload, checkCode, { unit: '东丽区发改委' }))
    expect((await refusalOf(accept(bureau, elsewhere))).code).toBe('packageWrongUnit')
    expect(dump(bureau)).toEqual(before)
  })

  test('a figure that our scheme does not know is said and not recorded', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const receipt = aReceipt(payload, checkCode, {
      figures: [{ componentId: 'cooperate', name: '材料反馈宣传配合', value: '99', docRef: '' }],
    })
    const shown = await open(bureau, await receiptFile(office, receipt))
    expect(shown.remarks.map(({ text }) => text).join()).toContain('规则包')
    expect(shown.counts).toMatchObject({ figures: 0 })
  })

  test('unknown fields of a later version stay in the register', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const receipt = { ...aReceipt(payload, checkCode, {}), laterField: '以后的内容' }
    await accept(bureau, await receiptFile(office, receipt))
    expect(JSON.stringify(dump(bureau)['received_package'])).toContain('以后的内容')
  })
})

describe('异议 (issue 5 item 5)', { timeout: 90_000 }, () => {
  const object = (bureau: Service, lineKey: string | null, text = '佐证已补齐') =>
    bureau.call('exchange.saveObjection', { period: '2022Q2', lineKey, text })

  test('only to a verdict that was given, and only until its day', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const lead = keyOf(payload, 'lead')
    expect((await refusalOf(object(bureau, lead))).code).toBe('objectionNeedsReceipt')
    const until = { objectionsUntil: '2022-06-29' } as Partial<ReceiptPayload>
    await accept(bureau, await receiptFile(office, aReceipt(payload, checkCode, until)))
    expect(await refusalOf(object(bureau, lead))).toMatchObject({ code: 'objectionClosed' })
    await accept(bureau, await receiptFile(office, aReceipt(payload, checkCode, { objectionsUntil: null }), 2))
    expect((await refusalOf(object(bureau, null))).code).toBe('objectionClosed')
  })

  test('goes out with the next edition although nothing else is new; then it stands until it is answered', async () => {
    const { bureau, office, payload, checkCode } = await aSentSummary()
    const lead = keyOf(payload, 'lead')
    const verdicts = { [lead]: returned('佐证不全') }
    await accept(bureau, await receiptFile(office, aReceipt(payload, checkCode, { verdicts })))
    const { id } = await object(bureau, lead, '先写错了')
    expect((await object(bureau, lead)).id).toBe(id)
    const whole = await object(bureau, null, '总分有疑问')
    await bureau.call('exchange.dropObjection', { id: whole.id })
    const second = await send(bureau)
    expect(second.edition).toBe(2)
    expect(payloadOf(bytesOfSent(bureau, second)).objections).toEqual([{ id, lineKey: lead, text: '佐证已补齐' }])
    expect((await refusalOf(bureau.call('exchange.dropObjection', { id }))).code).toBe('objectionAlreadySent')
    expect((await refusalOf(object(bureau, lead, '再提'))).code).toBe('objectionAlreadySent')
    expect((await refusalOf(send(bureau))).code).toBe('sendUnchanged')

    const answersToObjections = [{ id, isAccepted: true, answer: '予以采纳' }]
    const answer = aReceipt(payload, second.checkCode, { answers: 2, answersToObjections })
    await accept(bureau, await receiptFile(office, answer, 2))
    const row = (await standing(bureau)).lines.find(({ key }) => key === lead)
    expect(row?.objection).toMatchObject({ isSent: true, isAccepted: true, answer: '予以采纳' })
  })
})
