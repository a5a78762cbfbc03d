import { describe, expect, test } from 'vitest'
import { rectReport, recurrence } from '../../../db/schema/rectification-parts'
import { noFindingFilter } from '../../../shared/rectification/finding-rows'
import { aBureau, aService, day, dumpOf, refusalOf, type Service } from '../../builders'
import { put } from '../registry/records'

/** The sample as `--sample` opens it, with somebody at it. */
async function aSample(actor = '承办人'): Promise<Service> {
  const service = await aService({ asOf: '2022-10-20', actor })
  const bureau = { name: '示例区审计局', aliases: [], category: 3, mode: 'bureau', year: 2022 } as const
  await service.call('settings.initialise', { bureau: { ...bureau, aliases: [] }, groups: [], withSample: true })
  return service
}

const rectificationTables = [
  'rect_program',
  'finding',
  'finding_point',
  'measure',
  'finding_measure',
  'evidence',
  'finding_amount',
  'rule_made',
  'accountability',
  'referral',
  'extension',
  'rect_cycle',
  'finding_step',
  'look_back',
  'rect_report',
  'rect_role',
  'attachment',
] as const

async function rowsOf(service: Service) {
  const sort = { by: 'position', descending: false } as const
  return (await service.call('rectification.list', { filter: noFindingFilter, sort, offset: 0, limit: 100 })).rows
}

async function detailOf(service: Service, words: string) {
  const row = (await rowsOf(service)).find(({ title }) => title.includes(words))
  if (!row) throw new Error(`no finding: ${words}`)
  return service.call('rectification.get', { id: row.id })
}

describe('整改台账 of the sample', () => {
  test('two programmes, findings of every kind and in every state, each row marked 示例', async () => {
    const service = await aSample()
    const dump = dumpOf(service.store().connection)
    expect(dump['rect_program']?.map(({ source }) => source)).toEqual(['municipalInspection', 'districtAudit'])
    const rows = await rowsOf(service)
    expect([...new Set(rows.map(({ state }) => state))].toSorted()).toEqual([
      'awaitingDetermination',
      'basicallyDone',
      'closed',
      'completed',
      'longTerm',
      'phasedDone',
      'planning',
      'rectifying',
      'referred',
      'unclaimed',
    ])
    expect([...new Set(rows.map(({ kind }) => kind))].toSorted()).toEqual([
      'audit',
      'byAnalogy',
      'immediateHandover',
      'recommendation',
      'reform',
      'specific',
    ])
    const inspection = rows.filter(({ source }) => source === 'municipalInspection')
    expect(new Set(inspection.map(({ aspect }) => aspect)).size).toBe(4)
    const unmarked = rectificationTables.filter((table) => {
      const found = dump[table] ?? []
      return found.length === 0 || found.some((row) => row['is_sample'] !== 1)
    })
    expect(unmarked).toEqual([])
  })

  test('one extended, one returned, one come back after 销号, and look-backs due', async () => {
    const service = await aSample()
    const rows = await rowsOf(service)
    const extended = rows.filter(({ extensionCount }) => extensionCount > 0)
    expect(
      extended.map(({ title, originalDueOn, dueOn, timelinessText }) => [title, originalDueOn, dueOn, timelinessText]),
    ).toEqual([['固定资产账实不符', '2022-01-26', '2022-10-21', '已延期1次']])
    const again = await detailOf(service, '重复报送')
    expect(again).toMatchObject({ state: 'rectifying', cycle: 2, reopenCount: 1, returnCount: 1, dueOn: '2022-11-30' })
    expect(again.cycles.map(({ seq, closedOn }) => [seq, closedOn])).toEqual([
      [1, '2022-03-02'],
      [2, null],
    ])
    expect(again.lookBacks).toMatchObject([{ plannedOn: '2022-09-02', doneOn: '2022-09-15', result: 'relapsed' }])
    expect((await service.call('rectification.queues', {})).lookBacksDue).toBe(1)
    expect((await detailOf(service, '健全审计整改督促机制')).extensions).toMatchObject([{ decision: 'pending' }])
  })

  test('a closed one has its 销号单 with two names and two dates', async () => {
    const service = await aSample()
    const { id } = await detailOf(service, '审计项目计划')
    const form = await service.call('rectification.closureForm', { findingId: id, cycle: 1 })
    expect(form).toMatchObject({
      no: expect.stringContaining('〔2022〕'),
      submittedBy: '整改承办人02',
      submittedOn: '2022年1月14日',
      closedBy: '分管领导',
      closedOn: '2022年4月20日',
      timelinessText: '按期',
      evidence: [{ fileName: '征求意见函（示例）.txt' }, { fileName: '编制办法（示例）.txt' }],
      checkCode: expect.stringMatching(/^\d{4}-\d{4}$/),
    })
  })

  test('部分点位污水外溢 waits for the evidence of its six measures (product J8)', async () => {
    const service = await aSample('整改承办人01')
    const detail = await detailOf(service, '污水外溢')
    expect(detail).toMatchObject({ state: 'rectifying', rectType: 'immediate', measureCount: 6, evidenceCount: 0 })
    expect(detail.steps.some(({ kind }) => kind === 'submit')).toBe(false)
    expect(detail.next.find(({ event }) => event === 'submit')?.blockedBy).not.toBe('')
  })

  test('拆违 with 210 of 241户 cannot be determined as done (product J8, domain §7 G13)', async () => {
    const service = await aSample('整改督查岗')
    const detail = await detailOf(service, '违法建设')
    expect(detail).toMatchObject({ no: '29', state: 'awaitingDetermination' })
    const proposal = { id: detail.id, event: 'propose', on: day('2022-10-20'), determination: 'completed' } as const
    const refused = await refusalOf(service.call('rectification.step', proposal))
    expect([refused.code, refused.params]).toMatchObject([
      'findingQuantityOpen',
      { required: '241', done: '210', rest: '31', unit: '户', rate: '87.1%' },
    ])
  })

  test('a finding is joined to the sample’s project, another to an enterprise and the revenue it brought', async () => {
    const service = await aSample()
    const { project } = await detailOf(service, '拨付滞后')
    expect(project?.name).toBe('产业园二期（示例）')
    const { findings } = await service.call('projects.get', { id: project?.id ?? '' })
    expect(findings.map(({ title }) => title)).toEqual(['项目资金拨付滞后影响进度'])
    const recovered = await detailOf(service, '闲置房产')
    expect(recovered.enterprise?.name).toBe('示例包联企业09有限公司')
    const [entry] = recovered.revenue
    const { finding, checks } = await service.call('revenue.get', { id: entry?.id ?? '' })
    expect([finding?.id, finding?.statusText, checks]).toEqual([recovered.id, '已销号', []])
  })

  test('its figures agree with themselves and its files are there', async () => {
    const service = await aSample()
    expect((await service.call('rectification.selfCheck', { programIds: [], text: null })).issues).toEqual([])
    const { ok, attachments } = await service.call('settings.check', {})
    expect([ok, attachments.missing, attachments.altered]).toEqual([true, 0, 0])
    expect(attachments.present).toBeGreaterThan(15)
  })
})

describe('without the sample', () => {
  const left = (service: Service): Record<string, number> => {
    const dump = dumpOf(service.store().connection)
    return Object.fromEntries(
      rectificationTables.flatMap((table) => {
        const count = dump[table]?.length ?? 0
        return count > 0 ? [[table, count]] : []
      }),
    )
  }

  test('nothing of it is left, and undo brings all of it back', async () => {
    const service = await aBureau({ asOf: '2022-10-20' })
    await service.call('settings.loadSample', {})
    const full = dumpOf(service.store().connection)
    await service.call('settings.removeSample', {})
    expect(left(service)).toEqual({})
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(full)
  })

  test('what people did with sample findings goes too, also what they closed', async () => {
    const service = await aSample('分管领导')
    const { id } = await detailOf(service, '档案归档')
    await service.call('rectification.step', { id, event: 'close', on: day('2022-10-20'), text: '同意' })
    const other = await detailOf(service, '污水外溢')
    const progress = { findingId: other.id, on: day('2022-10-20'), text: '又有进展', nextStep: '' }
    await service.call('rectification.addProgress', progress)
    await service.call('rectification.saveMeasure', { id: null, findingIds: [other.id], fields: { text: '再加一条' } })
    const point = { id: null, findingId: other.id, parentId: null, no: '', text: '又一表现' }
    await service.call('rectification.savePoint', point)
    const own = await service.call('rectification.saveProgram', {
      id: null,
      fields: { source: 'districtAudit', title: '本单位的' },
      expectedUpdatedAt: null,
    })
    const mine = await service.call('rectification.saveFinding', {
      id: null,
      programId: own.id,
      fields: { title: '污水又外溢' },
      expectedUpdatedAt: null,
    })
    const same = {
      findingId: mine.id,
      earlierId: other.id,
      isSame: true,
      note: '',
      decidedBy: '',
      decidedOn: '2022-10-20',
    }
    put(service, recurrence, same)
    await service.call('settings.removeSample', {})
    expect(left(service)).toEqual({ rect_program: 1, finding: 1 })
    expect((await service.call('settings.get', {})).hasSample).toBe(false)
  })

  test('a programme of which a report was issued stays, as issued reports do', async () => {
    const service = await aSample()
    const [program] = await service.call('rectification.programs', {})
    const issued = {
      programId: program?.id,
      kind: 'auditOffice',
      asOf: '2022-10-20',
      version: 1,
      issuedOn: '2022-10-20',
    }
    put(service, rectReport, { ...issued, content: { title: '报告' } })
    await service.call('settings.removeSample', {})
    expect(left(service)).toEqual({ rect_program: 1, rect_report: 1 })
  })

  test('a bureau with findings of its own takes no sample', async () => {
    const service = await aBureau()
    const fields = { source: 'districtAudit', title: '本单位的' } as const
    await service.call('rectification.saveProgram', { id: null, fields, expectedUpdatedAt: null })
    expect((await refusalOf(service.call('settings.loadSample', {}))).code).toBe('sampleNotEmpty')
  })
})
