import { describe, expect, it, test } from 'vitest'
import { insertPart, readPartsOf } from '../../../db/repositories/finding-parts'
import { readFindings, updateFinding } from '../../../db/repositories/findings'
import { readAllMeasures, readMeasuresOf } from '../../../db/repositories/measures'
import { readPrograms } from '../../../db/repositories/rect-programs'
import { aBureau, dumpOf, importOf, previewOf, writing, type Service } from '../../builders'
import { aWorkbook, imported, opened, rowsOf } from './ledger-files'

const header = [
  '审计项目',
  '审计报告文号',
  '审计层级',
  '问题编号',
  '问题摘要',
  '整改措施',
  '整改责任领导',
  '责任部门',
  '责任人',
  '整改时限',
  '整改状态',
  '应整改金额（万元）',
  '上缴财政（万元）',
  '调账（万元）',
  '制度名称',
  '追责问责（人）',
  '延期至',
  '认定日期',
  '销号日期',
  '备注',
]
const usual = {
  审计项目: '2021年预算执行审计',
  审计报告文号: '审报〔2021〕1号',
  审计层级: '区审计局',
  问题编号: '1',
  问题摘要: '未及时上缴非税收入',
  整改措施: '1. 上缴财政；2. 修订制度',
  整改责任领导: '分管领导',
  责任部门: '财务科',
  责任人: '承办人01',
  整改时限: '2022-06-30',
  整改状态: '整改中',
}
type Row = Readonly<Record<string, string | number>>

function table(...rows: readonly Row[]) {
  return aWorkbook([header, ...rows.map((row) => header.map((name) => ({ ...usual, ...row })[name] ?? null))])
}

function findingsOf(service: Service) {
  return readFindings(service.store().read)
}

function only(service: Service) {
  const [finding, ...others] = findingsOf(service)
  if (!finding || others.length > 0) throw new Error(`${others.length + 1} findings`)
  return finding
}

function textsOf(service: Service, findingId: string) {
  return readMeasuresOf(service.store().read, findingId).map(({ measure }) => measure.text)
}

async function remarksOf(service: Service, bytes: Uint8Array<ArrayBuffer>) {
  const preview = await opened(service, bytes)
  const rows = await rowsOf(service, preview.session)
  return {
    counts: preview.tables[0]?.counts,
    outcomes: rows.map(({ outcome }) => outcome),
    codes: rows.flatMap(({ issues }) => issues.map(({ column, code }) => `${column} ${code}`)),
    texts: rows.flatMap(({ issues }) => issues.map(({ text }) => text)),
  }
}

describe('the fixtures (README rectification/)', () => {
  it('give programmes by source, number and title; findings, measures and levels as told', async () => {
    const service = await aBureau()
    const files = ['audit-2017-2021', 'inspection-2021', 'county-inspection-2021']
    for (const file of files) await importOf(service, `rectification/${file}.xlsx`)
    const { read } = service.store()
    const programs = readPrograms(read)
    const findings = readFindings(read)
    const count = (source: string, years: string, status: string): number => {
      const ids = new Set(
        programs.filter((each) => each.source === source && each.originYears === years).map(({ id }) => id),
      )
      return findings.filter((each) => ids.has(each.programId) && (status === '' || each.status === status)).length
    }
    expect([programs.length, findings.length]).toEqual([62, 818])
    // G09–G11: 105/95 已整改, 308/288 and 245/138 已推动整改.
    expect([count('municipalAudit', '2021', ''), count('municipalAudit', '2021', 'done')]).toEqual([105, 95])
    expect([count('districtAudit', '2017—2020', ''), count('districtAudit', '2017—2020', 'promoted')]).toEqual([
      308, 288,
    ])
    expect([count('districtAudit', '2021', ''), count('districtAudit', '2021', 'promoted')]).toEqual([245, 138])
    const of = (title: string) => programs.find((each) => each.title === title)?.id
    const district = findings.filter(({ programId }) => programId === of('市委巡视反馈意见整改台账'))
    const county = findings.filter(({ programId }) => programId === of('巡察反馈意见整改台账'))
    const kinds = (kind: string, status: string) =>
      district.filter((each) => each.kind === kind && each.status === status).length
    // G01–G03.
    expect([kinds('specific', 'done'), kinds('byAnalogy', 'done'), kinds('byAnalogy', 'basicallyDone')]).toEqual([
      30, 56, 3,
    ])
    expect(['done', 'phasedDone', 'basicallyDone', 'notDone'].map((status) => kinds('reform', status))).toEqual([
      30, 8, 1, 1,
    ])
    expect([kinds('recommendation', 'done'), kinds('immediateHandover', 'done')]).toEqual([11, 1])
    const { measures, ofFinding } = readAllMeasures(read)
    expect(measures.size).toBe(231 + 24)
    expect(county.reduce((sum, { id }) => sum + (ofFinding.get(id)?.length ?? 0), 0)).toBe(24)
    const levels = (field: 'aspect' | 'keyIssue', own: typeof county) => new Set(own.map((each) => each[field])).size
    expect([levels('aspect', county), levels('keyIssue', county), county.length]).toEqual([3, 10, 19])
    expect([levels('aspect', district), levels('keyIssue', district)]).toEqual([4, 13])
    expect(findings.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(58_763_480_000)
  }, 60_000)

  it('again change nothing', async () => {
    const service = await aBureau()
    await importOf(service, 'rectification/inspection-2021.xlsx')
    const before = dumpOf(service.store().connection)
    const preview = await previewOf(service, 'rectification/inspection-2021.xlsx')
    expect(preview.tables[0]?.counts).toMatchObject({ read: 141, added: 0, updated: 0, unchanged: 141 })
    expect(dumpOf(service.store().connection)).toEqual(before)
  }, 30_000)
})

describe('a new finding', () => {
  it('stands where its word says, with its measures, amounts, rules and persons', async () => {
    const service = await aBureau()
    const row = {
      '应整改金额（万元）': 12.5,
      '上缴财政（万元）': 10,
      '调账（万元）': 2,
      制度名称: '《办法》、《细则》',
      '追责问责（人）': 2,
    }
    await imported(service, table(row))
    const finding = only(service)
    const { read } = service.store()
    expect(finding).toMatchObject({ kind: 'audit', state: 'rectifying', status: 'inProgress', statusLabel: '整改中' })
    expect(finding).toMatchObject({ dueOn: '2022-06-30', originalDueOn: '2022-06-30', extensionCount: 0, sourceRow: 2 })
    const measures = readMeasuresOf(read, finding.id).map(({ number, measure }) => [
      number,
      measure.text,
      measure.unit,
      measure.dueOn,
      measure.status,
    ])
    expect(measures).toEqual([
      [1, '上缴财政', '财务科', '2022-06-30', 'inProgress'],
      [2, '修订制度', '财务科', '2022-06-30', 'inProgress'],
    ])
    expect(
      readPartsOf(read, 'amount', finding.id).map(({ treatment, requiredFen, doneFen }) => [
        treatment,
        requiredFen,
        doneFen,
      ]),
    ).toEqual([
      ['toTreasury', 10_000_000, 10_000_000],
      ['adjustAccounts', 2_000_000, 2_000_000],
      ['other', 500_000, null],
    ])
    expect(readPartsOf(read, 'rule', finding.id).map(({ name }) => name)).toEqual(['《办法》', '《细则》'])
    expect(readPartsOf(read, 'accountability', finding.id).map(({ persons }) => persons)).toEqual([2])
  })

  test.each<readonly [Row, string, string, string]>([
    [{ 整改状态: '已推动整改' }, 'completed', 'promoted', 'done'],
    [{ 整改状态: '基本完成' }, 'basicallyDone', 'basicallyDone', 'inProgress'],
    [{ 整改状态: '持续整改' }, 'longTerm', 'longTerm', 'longTerm'],
    [{ 整改状态: '未整改' }, 'rectifying', 'notDone', 'notStarted'],
    [{ 整改状态: '已移送' }, 'referred', 'inProgress', 'inProgress'],
    [{ 整改状态: '' }, 'rectifying', 'inProgress', 'inProgress'],
    [{ 整改状态: '', 整改责任领导: '' }, 'unclaimed', 'inProgress', 'notStarted'],
    [{ 整改状态: '已整改', 销号日期: '2022-07-01' }, 'closed', 'done', 'verified'],
    [{ 整改状态: '', 销号日期: '2022-07-01' }, 'closed', 'done', 'verified'],
  ])('%j: %s, its status %s, its measures %s', async (row, state, status, measure) => {
    const service = await aBureau()
    await imported(service, table(row))
    const finding = only(service)
    expect([finding.state, finding.status]).toEqual([state, status])
    expect(readMeasuresOf(service.store().read, finding.id)[0]?.measure.status).toBe(measure)
  })

  it('closed in its ledger has a closed cycle without a 销号单; extended it has both days', async () => {
    const service = await aBureau()
    await imported(
      service,
      table({ 整改状态: '已整改', 延期至: '2022-09-30', 认定日期: '2022-09-01', 销号日期: '2022-09-08' }),
    )
    const finding = only(service)
    const { read } = service.store()
    expect(finding).toMatchObject({
      dueOn: '2022-09-30',
      originalDueOn: '2022-06-30',
      extensionCount: 1,
      closedOn: '2022-09-08',
    })
    expect(readPartsOf(read, 'extension', finding.id)).toMatchObject([
      { oldDueOn: '2022-06-30', newDueOn: '2022-09-30', decision: 'approved', appliedOn: '2022-06-30' },
    ])
    expect(readPartsOf(read, 'cycle', finding.id)).toMatchObject([
      { seq: 1, closedOn: '2022-09-08', closureForm: null },
    ])
  })

  it('is known by where it came from', async () => {
    const service = await aBureau()
    await imported(service, table({}))
    const detail = await service.call('rectification.get', { id: only(service).id })
    expect(detail.imported).toMatchObject({ file: '台账.xlsx', row: 2 })
  })

  test.each<readonly [string, Row, string]>([
    ['销号 beside 整改中', { 销号日期: '2022-07-01' }, '销号日期 closedNotDone'],
    ['延期 without a deadline', { 整改时限: '', 延期至: '2022-09-30' }, '整改时限 required'],
  ])('refused: %s', async (_name, row, code) => {
    const service = await aBureau()
    const { outcomes, codes, texts } = await remarksOf(service, table(row))
    expect([outcomes, codes]).toEqual([['rejected'], [code]])
    expect(texts[0]).toMatch(/这一行不能导入/)
  })
})

describe('status words', () => {
  it('an unknown one is asked once: the cell offers the known ones, and once explained all rows read well', async () => {
    const service = await aBureau()
    const bytes = table({ 整改状态: '销项' }, { 问题编号: '2', 整改状态: '销项' }, { 问题编号: '3' })
    const preview = await opened(service, bytes)
    expect(preview.tables[0]?.counts).toMatchObject({ added: 1, rejected: 2 })
    const [first] = await rowsOf(service, preview.session)
    expect(first?.issues[0]?.text).toContain('已整改、已推动整改、基本完成')
    await service.call('rectification.learnStatusWord', { word: '销项', status: 'done' })
    const choice = { kind: null, sheet: null, headerRows: null, mapping: null }
    const again = await service.call('tables.choose', { session: preview.session, choice })
    expect(again.tables[0]?.counts).toMatchObject({ added: 3, rejected: 0 })
    await service.call('tables.confirm', { session: again.session, tables: [0], rows: 'all', withdraw: true })
    expect(findingsOf(service).map(({ state, statusLabel }) => [state, statusLabel])).toEqual([
      ['completed', '销项'],
      ['completed', '销项'],
      ['rectifying', '整改中'],
    ])
    // The programme counts it from now on.
    const [program] = readPrograms(service.store().read)
    expect(program?.vocabulary.find(({ label }) => label === '销项')).toMatchObject({
      status: 'done',
      countsAsDone: true,
    })
  })

  it('a word of the programme’s own means what the programme says', async () => {
    const service = await aBureau()
    await imported(service, table({}))
    const [program] = readPrograms(service.store().read)
    if (!program) throw new Error('no programme')
    const vocabulary = [
      { label: '持续整改', status: 'inProgress', countsAsDone: false, countsInDenominator: true } as const,
    ]
    await service.call('rectification.saveProgram', { id: program.id, fields: { vocabulary }, expectedUpdatedAt: null })
    await imported(service, table({ 整改状态: '持续整改' }))
    expect(only(service)).toMatchObject({ state: 'rectifying', status: 'inProgress', statusLabel: '持续整改' })
  })
})

describe('the same finding again', () => {
  async function updated(change: Row, first: Row = {}) {
    const service = await aBureau()
    await imported(service, table(first))
    const before = only(service)
    const { preview } = await imported(service, table({ ...first, ...change }))
    expect(preview.tables[0]?.counts).toMatchObject({ added: 0, updated: 1, rejected: 0 })
    return { service, before, after: only(service) }
  }

  it('takes what changed and nothing else; an empty cell keeps', async () => {
    const { before, after } = await updated({ 责任人: '承办人02', 整改责任领导: '', 整改状态: '' }, { 备注: '原备注' })
    expect(after).toMatchObject({ ...before, handler: '承办人02', updatedAt: after.updatedAt })
  })

  it('moves on by its word; measures are done with it', async () => {
    const { service, after } = await updated({ 整改状态: '已整改', 认定日期: '2022-06-20' })
    expect(after).toMatchObject({ state: 'completed', status: 'done', determinedOn: '2022-06-20' })
    const measures = readMeasuresOf(service.store().read, after.id).map(({ measure }) => [
      measure.status,
      measure.doneOn,
    ])
    expect(measures).toEqual([
      ['done', '2022-06-20'],
      ['done', '2022-06-20'],
    ])
  })

  it('keeps measures by their words, rewords the others in order, adds and takes away', async () => {
    const { service, before, after } = await updated({ 整改措施: '①建账②上缴财政③培训' })
    expect(textsOf(service, after.id)).toEqual(['建账', '上缴财政', '培训'])
    const { preview } = await imported(service, table({ 整改措施: '上缴财政' }))
    expect(preview.tables[0]?.counts.updated).toBe(1)
    expect([textsOf(service, before.id), readAllMeasures(service.store().read).measures.size]).toEqual([
      ['上缴财政'],
      1,
    ])
  })

  it('a moved deadline moves its measures; an extension keeps the first day', async () => {
    const { service, after } = await updated({ 整改时限: '2022-07-31' })
    expect(after).toMatchObject({ dueOn: '2022-07-31', originalDueOn: '2022-07-31' })
    expect(readMeasuresOf(service.store().read, after.id)[0]?.measure.dueOn).toBe('2022-07-31')
    await imported(service, table({ 整改时限: '2022-07-31', 延期至: '2022-10-31' }))
    expect(only(service)).toMatchObject({ dueOn: '2022-10-31', originalDueOn: '2022-07-31', extensionCount: 1 })
    await imported(service, table({ 整改时限: '2022-07-31', 延期至: '2022-12-31' }))
    expect(only(service)).toMatchObject({ dueOn: '2022-12-31', originalDueOn: '2022-07-31', extensionCount: 2 })
    const extensions = readPartsOf(service.store().read, 'extension', after.id)
    expect(extensions.map(({ oldDueOn, newDueOn }) => [oldDueOn, newDueOn])).toEqual([
      ['2022-07-31', '2022-10-31'],
      ['2022-10-31', '2022-12-31'],
    ])
  })

  it('amounts, rules and persons take the difference', async () => {
    const first = { '应整改金额（万元）': 10, '上缴财政（万元）': 4, '追责问责（人）': 3, 制度名称: '《办法》' }
    const change = {
      '应整改金额（万元）': 12,
      '上缴财政（万元）': 6,
      '追责问责（人）': 1,
      制度名称: '《细则》；《办法》',
    }
    const { service, after } = await updated(change, first)
    const { read } = service.store()
    expect(readPartsOf(read, 'amount', after.id).map(({ requiredFen, doneFen }) => [requiredFen, doneFen])).toEqual([
      [12_000_000, 6_000_000],
    ])
    expect(readPartsOf(read, 'rule', after.id).map(({ name }) => name)).toEqual(['《办法》', '《细则》'])
    expect(readPartsOf(read, 'accountability', after.id).map(({ persons }) => persons)).toEqual([1])
  })

  it('without numbers it is known by what it says; the row that brings the number is the same finding', async () => {
    const service = await aBureau()
    await imported(service, table({ 问题编号: '' }))
    const again = await remarksOf(service, table({ 问题编号: '' }))
    expect(again.counts).toMatchObject({ unchanged: 1, added: 0 })
    await imported(service, table({ 问题编号: '7' }))
    expect(only(service).no).toBe('7')
  })

  it('a programme whose number is not known yet is the same one; another number or title is another', async () => {
    const service = await aBureau()
    await imported(service, table({ 审计报告文号: '' }))
    expect((await remarksOf(service, table({}))).counts).toMatchObject({ unchanged: 1 })
    await imported(service, table({ 审计项目: '2020年审计' }))
    expect(readPrograms(service.store().read)).toHaveLength(2)
  })
})

describe('what the program has brought further', () => {
  it('a closed finding is never overwritten; each cell that differs says so', async () => {
    const service = await aBureau()
    const closed = { 整改状态: '已整改', 销号日期: '2022-07-01' }
    await imported(service, table(closed))
    const before = dumpOf(service.store().connection)
    expect((await remarksOf(service, table(closed))).codes).toEqual([])
    const changed = table({ ...closed, 责任人: '承办人09', 整改状态: '整改中', 销号日期: '' })
    const { counts, codes, texts } = await remarksOf(service, changed)
    expect([counts?.unchanged, codes]).toEqual([1, ['责任人 findingClosed', '整改状态 findingClosed']])
    expect(texts[0]).toMatch(/已销号，不再改动/)
    await imported(service, changed)
    expect({ ...dumpOf(service.store().connection), import_batch: [], attachment: [] }).toEqual({
      ...before,
      import_batch: [],
      attachment: [],
    })
  })

  it('a finding with steps of the program keeps its state and deadline; other columns are taken', async () => {
    const service = await aBureau()
    await imported(service, table({}))
    const { id } = only(service)
    writing(service.store(), (db) => {
      updateFinding(db, id, { state: 'awaitingDetermination', submittedBy: '承办人01', submittedOn: '2022-06-20' })
      insertPart(db, 'step', {
        id: service.context.newId(),
        findingId: id,
        cycle: 1,
        kind: 'submit',
        from: 'rectifying',
        to: 'awaitingDetermination',
        on: '2022-06-20',
        by: '承办人01',
        agreedBy: '科室负责人',
        text: '',
        docNo: '',
        recordedAt: service.context.now(),
        isSample: false,
      })
    })
    const row = { 整改状态: '未整改', 整改时限: '2022-12-31', 整改措施: '另一条措施', 备注: '新备注' }
    const { counts, codes } = await remarksOf(service, table(row))
    expect(counts?.updated).toBe(1)
    expect(codes).toEqual(['整改措施 findingAhead', '整改时限 findingAhead', '整改状态 findingAhead'])
    await imported(service, table(row))
    expect(only(service)).toMatchObject({ state: 'awaitingDetermination', dueOn: '2022-06-30', remark: '新备注' })
    expect(textsOf(service, id)).toEqual(['上缴财政', '修订制度'])
  })
})

describe('整改措施清单 (product J7)', () => {
  const measureHeader = ['问题编号', '整改措施', '责任领导', '责任股室', '时限']
  const county = (no: string, ...texts: readonly string[]) =>
    texts.map((text) => [no, text, '主要负责人', '股室2', '2021年12月底'])

  async function withCounty(): Promise<Service> {
    const service = await aBureau()
    const findings = ['1.1', '1.2', '2.1'].map((no) => [no, `具体问题${no}`, '落实部署', '反馈'])
    await imported(
      service,
      aWorkbook([['巡察反馈意见整改台账'], ['问题编号', '具体问题', '方面', '问题类型'], ...findings]),
    )
    return service
  }

  it('hangs measures on the findings of the programme whose numbers they bear', async () => {
    const service = await withCounty()
    const bytes = aWorkbook([
      measureHeader,
      ...county('1.1', '甲', '乙'),
      ...county('1.2', '1. 丙；2. 丁'),
      ...county('2.1', '甲'),
    ])
    const { preview } = await imported(service, bytes)
    expect(preview.tables.map(({ kind, counts }) => [kind, counts.added, counts.rejected])).toEqual([
      ['measures', 4, 0],
    ])
    const [first, second, third] = findingsOf(service).map(({ id }) => textsOf(service, id))
    expect([first, second, third]).toEqual([['甲', '乙'], ['丙', '丁'], ['甲']])
    // The same words with the same deadline are one measure that serves both.
    expect(readAllMeasures(service.store().read).measures.size).toBe(4)
    expect((await remarksOf(service, bytes)).counts).toMatchObject({ unchanged: 4, added: 0, updated: 0 })
  })

  it('changes who and when of a measure that is there', async () => {
    const service = await withCounty()
    await imported(service, aWorkbook([measureHeader, ...county('1.1', '甲')]))
    await imported(service, aWorkbook([measureHeader, ['1.1', '甲', '', '股室9', '2022-01-31']]))
    const [measure] = [...readAllMeasures(service.store().read).measures.values()]
    expect(measure).toMatchObject({ leader: '主要负责人', unit: '股室9', dueOn: '2022-01-31' })
  })

  it('序号 of the findings will do where they have no numbers', async () => {
    const service = await aBureau()
    const findings = ['问题一', '问题二'].map((title) => [title, '落实部署', '反馈'])
    await imported(service, aWorkbook([['巡察整改台账'], ['具体问题', '方面', '问题类型'], ...findings]))
    await imported(
      service,
      aWorkbook([
        ['问题序号', '整改措施', '责任领导'],
        [1, '甲', ''],
        [2, '乙', ''],
      ]),
    )
    expect(findingsOf(service).map(({ title, id }) => [title, textsOf(service, id)])).toEqual([
      ['问题一', ['甲']],
      ['问题二', ['乙']],
    ])
  })

  it('an unknown number is refused by its cell, two programmes are named', async () => {
    const service = await withCounty()
    const unknown = await remarksOf(service, aWorkbook([measureHeader, ...county('1.1', '甲'), ...county('9.9', '乙')]))
    expect([unknown.outcomes, unknown.codes]).toEqual([['added', 'rejected'], ['问题编号 findingUnknown']])
    await imported(service, table({ 问题编号: '1.1' }))
    const { codes, texts } = await remarksOf(service, aWorkbook([measureHeader, ...county('1.1', '甲')]))
    expect(codes).toEqual(['问题编号 findingAmbiguous'])
    expect(texts[0]).toMatch(/巡察反馈意见整改台账.*2021年预算执行审计|2021年预算执行审计.*巡察反馈意见整改台账/)
    const named = [
      ['整改来源', ...measureHeader],
      ...county('1.1', '甲').map((row) => ['巡察反馈意见整改台账', ...row]),
    ]
    expect((await remarksOf(service, aWorkbook(named))).counts).toMatchObject({ added: 1, rejected: 0 })
  })

  it('a closed finding takes none', async () => {
    const service = await aBureau()
    await imported(service, table({ 整改状态: '已整改', 销号日期: '2022-07-01' }))
    const { outcomes, codes } = await remarksOf(service, aWorkbook([measureHeader, ...county('1', '甲')]))
    expect([outcomes, codes]).toEqual([['rejected'], ['问题编号 findingClosed']])
  })
})
