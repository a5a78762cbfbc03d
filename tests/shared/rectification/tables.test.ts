import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { originYearsOf } from '../../../shared/rectification/origin-years'
import { sourceOfText, sourceOfTitle } from '../../../shared/rectification/source-words'
import { readStatus } from '../../../shared/rectification/status-words'
import { usualVocabulary } from '../../../shared/rectification/status'
import { issueText } from '../../../shared/terms/tables'
import type { ImportKind } from '../../../shared/tables/reading'
import { aGrid, readFixture, readGrid, readOnlyTable, remarks, rowAt } from '../tables/fixture-readings'

/** Layout C of domain §8, in two rows. */
const auditUpper =
  '序号｜审计项目｜审计报告文号｜审计层级｜被审计单位｜问题编号｜问题类别｜问题摘要｜问题金额（万元）｜金额性质｜定性依据｜审计意见建议｜整改类型｜整改措施｜整改责任领导｜责任部门｜责任人｜整改时限｜整改进展情况｜整改状态｜应整改金额（万元）｜已整改金额（万元）｜｜｜｜｜｜｜｜｜建章立制（项）｜制度名称｜追责问责（人）｜移送处理｜｜｜未完成原因｜下一步措施｜延期至｜佐证材料｜认定人｜认定日期｜销号日期｜是否屡审屡犯｜备注'.split(
    '｜',
  )
const treatments =
  '上缴财政｜减少财政拨款或补贴｜归还原渠道｜收回｜调账｜促进拨付到位｜核减投资｜挽回或避免损失｜其他'.split('｜')
const doneFrom = auditUpper.indexOf('已整改金额（万元）')
const referralFrom = auditUpper.indexOf('移送处理')
const auditLower = auditUpper.map((_, index) => {
  if (index >= doneFrom && index < doneFrom + 9) return treatments[index - doneFrom] ?? null
  return ['件', '人', '金额（万元）'][index - referralFrom] ?? null
})
const auditMerges = auditUpper.flatMap((header, index) => {
  if (index === doneFrom) return [{ top: 1, bottom: 1, left: index, right: index + 8 }]
  if (index === referralFrom) return [{ top: 1, bottom: 1, left: index, right: index + 2 }]
  return header === '' ? [] : [{ top: 1, bottom: 2, left: index, right: index }]
})

function auditTable(rows: readonly Readonly<Record<string, string | number>>[], merges: typeof auditMerges = []) {
  const headers = auditUpper.map((header, index) => auditLower[index] ?? header)
  const data = rows.map((row) => headers.map((header) => row[header] ?? null))
  const upper = auditUpper.map((header) => header || null)
  return readGrid(
    aGrid([['审计发现问题整改台账（2021年度）'], upper, auditLower, ...data], { merges: [...auditMerges, ...merges] }),
  )
}

/** Layout D of domain §8. */
const inspectionHeader =
  '序号｜反馈来源｜方面｜重点问题｜具体问题｜问题表现｜问题类型（反馈/举一反三/推动改革/立行立改/意见建议）｜整改目标｜整改措施｜责任领导｜牵头部门｜责任部门｜完成时限｜整改进展及成效｜完成情况｜佐证材料｜长效机制｜是否公开｜备注'.split(
    '｜',
  )

const full = {
  审计项目: '2021年预算执行审计',
  审计报告文号: '审报〔2021〕1号',
  审计层级: '市审计局',
  被审计单位: '某局',
  问题编号: '1-1',
  问题类别: '预算执行',
  问题摘要: '未及时上缴非税收入',
  '问题金额（万元）': 12.5,
  金额性质: '违规金额',
  定性依据: '预算法',
  审计意见建议: '限期上缴',
  整改类型: '立行立改',
  整改措施: '1. 上缴财政；2. 修订制度',
  整改责任领导: '分管领导',
  责任部门: '财务科',
  责任人: '承办人01',
  整改时限: '2021-12-31',
  整改进展情况: '已上缴',
  整改状态: '已整改',
  '应整改金额（万元）': 12.5,
  上缴财政: 10,
  调账: '2.5',
  其他: '',
  '建章立制（项）': 2,
  制度名称: '《办法》、《细则》',
  '追责问责（人）': 1,
  件: 1,
  人: 2,
  '金额（万元）': 3,
  延期至: '2022-03-31',
  认定人: '督查岗',
  认定日期: '2022.4.1',
  销号日期: '2022年4月8日',
  是否屡审屡犯: '是',
  备注: '无',
}

describe('审计整改台账 (domain §8 C)', () => {
  test('every column of the two-row header is read', () => {
    const table = auditTable([full])
    expect(table.kind).toBe('findings')
    expect(table.columns.filter(({ field, header }) => field === null && header !== '序号')).toEqual([])
    expect(remarks(table, 'error')).toEqual([])
    expect(rowAt(table, 4).values).toMatchObject({
      programTitle: '2021年预算执行审计',
      docNo: '审报〔2021〕1号',
      source: 'municipalAudit',
      level: '市审计局',
      no: '1-1',
      title: '未及时上缴非税收入',
      amount: '12.5',
      amountClass: 'irregular',
      rectType: 'immediate',
      measures: '1. 上缴财政；2. 修订制度',
      leader: '分管领导',
      leadUnit: '财务科',
      units: null,
      handler: '承办人01',
      dueOn: '2021-12-31',
      extendedTo: '2022-03-31',
      outcome: '已上缴',
      status: '已整改',
      requiredAmount: '12.5',
      toTreasury: '10',
      adjustAccounts: '2.5',
      other: null,
      rulesMade: 2,
      ruleNames: '《办法》；《细则》',
      accountable: 1,
      referralCases: 1,
      referralPersons: 2,
      referralAmount: '3',
      determinedOn: '2022-04-01',
      closedOn: '2022-04-08',
      isRecurrence: true,
      kind: null,
    })
  })

  test('merged cells fill down for grouping columns, amounts and titles never (domain §9)', () => {
    const below = { 问题编号: '1-2', 问题摘要: '二', 整改状态: '整改中' }
    const column = (header: string) => auditUpper.indexOf(header)
    const merges = ['审计项目', '审计层级', '责任部门', '问题金额（万元）', '整改时限'].map((header) => ({
      top: 3,
      bottom: 4,
      left: column(header),
      right: column(header),
    }))
    const second = rowAt(auditTable([full, below], merges), 5).values
    expect(second).toMatchObject({
      programTitle: '2021年预算执行审计',
      source: 'municipalAudit',
      leadUnit: '财务科',
      dueOn: '2021-12-31',
      amount: null,
      docNo: null,
    })
  })

  test.each<readonly [string, Readonly<Record<string, string | number>>, string]>([
    ['unknown status', { 整改状态: '有点眉目' }, '4 整改状态 choiceUnknown'],
    ['a day that does not exist', { 整改时限: '2022-02-30' }, '4 整改时限 dateInvalid'],
    ['a negative amount', { 上缴财政: '（2.5）' }, '4 上缴财政 amountNegative'],
    ['an amount of the wrong unit', { '问题金额（万元）': 20_000_000 }, '4 问题金额（万元） amountTooLarge'],
    ['an unknown source', { 审计层级: '火星分局' }, '4 审计层级 choiceUnknown'],
    ['an extension that is none', { 延期至: '2021-12-31' }, '4 延期至 extensionNotLater'],
    ['no title', { 问题摘要: '' }, '4 问题摘要 required'],
    ['words instead of a count', { '追责问责（人）': '若干' }, '4 追责问责（人） numberInvalid'],
  ])('bad input: %s (domain §9)', (_name, change, remark) => {
    const table = auditTable([{ ...full, ...change }])
    expect(remarks(table, 'error')).toEqual([remark])
    for (const issue of rowAt(table, 4).issues.filter(({ severity }) => severity === 'error'))
      expect(issueText(issue)).toMatch(/不能导入/)
  })

  test('a 问题编号 that repeats within a programme is rejected, in another programme it is another finding', () => {
    const table = auditTable([full, full, { ...full, 审计项目: '2020年审计' }])
    expect(remarks(table, 'error')).toEqual(['5 问题编号 keyRepeated'])
  })

  test('doubts: fewer 建章立制 than names, 销号 before 认定', () => {
    const table = auditTable([{ ...full, '建章立制（项）': 1, 销号日期: '2022-03-01' }])
    expect(remarks(table, 'warning')).toEqual(['4 销号日期 orderOfDates', '4 建章立制（项） countBelowNames'])
    expect(rowAt(table, 4).values.rulesMade).toBe(2)
  })

  test('a deadline in words stays among the remarks; 长期 is 持续整改', () => {
    const { values } = rowAt(auditTable([{ ...full, 整改时限: '长期坚持', 整改类型: '', 延期至: '' }]), 4)
    expect([values.dueOn, values.rectType, values.remark]).toEqual([null, 'continuous', '无；整改时限：长期坚持'])
  })

  test('one 已整改金额 without treatments is of none in particular', () => {
    const table = readGrid(
      aGrid([
        ['审计项目', '问题摘要', '整改状态', '已整改金额（元）'],
        ['项目', '问题', '已整改', 25_000],
      ]),
    )
    expect(rowAt(table, 2).values).toMatchObject({ other: '2.5', doneAmount: null })
  })

  test('a 问题摘要 longer than a line is kept whole as the detail', () => {
    const long = '未按规定上缴。'.repeat(100)
    const { title, detail } = rowAt(auditTable([{ ...full, 问题摘要: long }]), 4).values
    expect(title).toHaveLength(121)
    expect(detail).toBe(long)
  })
})

describe('巡视巡察整改台账 (domain §8 D)', () => {
  const row = [
    1,
    '县委第四巡察组',
    '落实部署',
    '重点一',
    '具体问题一',
    '1. 表现一；2. 表现二',
    '举一反三',
    '整改到位',
    '①措施一②措施二',
    '责任领导',
    '办公室',
    '财务股、人事股',
    '2021年12月底',
    '已建立制度',
    '√',
    '证明1.pdf',
    '建立台账',
    '否',
    null,
  ]

  test('every column is read; the table is the programme, the cell its source in its own words', () => {
    const table = readGrid(aGrid([['县委巡察反馈意见整改台账'], inspectionHeader, row]))
    expect(table.columns.filter(({ field, header }) => field === null && header !== '序号')).toEqual([])
    expect(rowAt(table, 3).values).toMatchObject({
      programTitle: '县委巡察反馈意见整改台账',
      source: 'districtInspection',
      level: '县委第四巡察组',
      aspect: '落实部署',
      keyIssue: '重点一',
      title: '具体问题一',
      points: '1. 表现一；2. 表现二',
      kind: 'byAnalogy',
      measures: '1. 措施一；2. 措施二',
      leadUnit: '办公室',
      units: '财务股、人事股',
      dueOn: '2021-12-31',
      outcome: '已建立制度',
      status: '完成',
      isPublic: false,
    })
  })

  test('a row for each measure: hidden ones are told, a row of another finding between ends the first', () => {
    const below = (text: string) => [null, ...Array.from({ length: 7 }, () => null), text]
    const table = readGrid(
      aGrid([inspectionHeader, row, below('措施三'), ['小计'], below('措施四')], { hiddenRows: [2] }),
    )
    expect(rowAt(table, 2).values.measures).toBe('1. 措施一；2. 措施二；3. 措施三')
    expect(rowAt(table, 2).parts?.map((part) => part.row)).toEqual([2, 3])
    expect(remarks(table, 'warning')).toEqual(['3 rowHidden'])
    expect(remarks(table, 'error')).toEqual(['5 具体问题 required'])
  })

  test('进展 and 成效 in two columns stay two', () => {
    const table = readGrid(
      aGrid([
        ['方面', '具体问题', '整改进展情况', '整改成效', '完成情况'],
        ['落实部署', '问题', '正在推进', '建章立制', '完成'],
      ]),
    )
    expect(rowAt(table, 2).values).toMatchObject({ progress: '正在推进', result: '建章立制', outcome: null })
  })

  test('a learned word is read as itself', () => {
    const grid = aGrid([inspectionHeader, [...row.slice(0, 14), '销项', ...row.slice(15)]])
    expect(remarks(readGrid(grid), 'error')).toEqual(['2 完成情况 choiceUnknown'])
    const table = readGrid(grid, { statusWords: ['销项'] })
    expect(remarks(table, 'error')).toEqual([])
    expect(rowAt(table, 2).values.status).toBe('销项')
  })
})

describe('整改措施清单 (product J7)', () => {
  const header = ['问题序号', '整改措施', '责任领导', '责任股室', '时限']

  test('one record per measure; merged numbers fill down', () => {
    const rows = [
      header,
      ['1.1', '措施一', '局长', '股室1', '2021-12-31'],
      [null, '1. 措施二；2. 措施三', '局长', '股室2', '长期'],
    ]
    const table = readGrid(aGrid(rows, { merges: [{ top: 1, bottom: 2, left: 0, right: 0 }] }))
    expect([table.kind, remarks(table, 'error')]).toEqual(['measures', []])
    expect(table.rows.map(({ row, values }) => [row, values.no, values.text, values.unit, values.dueOn])).toEqual([
      [2, '1.1', '措施一', '股室1', '2021-12-31'],
      [3, '1.1', '措施二', '股室2', null],
      [3, '1.1', '措施三', '股室2', null],
    ])
  })

  test('the same measure twice for one finding is rejected; without a number it is too', () => {
    const table = readGrid(aGrid([header, ['1', '甲', '', '', ''], ['1', '甲', '', '', ''], ['', '乙', '', '', '']]))
    expect(remarks(table, 'error')).toEqual(['3 问题序号 keyRepeated', '4 问题序号 required'])
  })

  test.each<readonly [ImportKind, readonly string[]]>([
    ['measures', ['问题编号', '问题摘要', '整改措施', '责任领导', '责任部门', '完成时限']],
    ['measures', ['序号', '问题序号', '整改措施', '责任领导', '责任股室（部门）', '时限']],
    ['findings', ['问题编号', '问题摘要', '整改措施', '责任领导', '责任部门', '完成时限', '完成情况']],
    ['findings', ['序号', '反馈来源', '方面', '重点问题', '具体问题', '整改措施', '责任领导', '牵头部门', '完成时限']],
    [
      'assignments',
      [
        '序号',
        '工作线',
        '任务内容',
        '考核指标',
        '目标任务',
        '计量单位',
        '牵头部门',
        '责任单位',
        '责任领导',
        '完成时限',
      ],
    ],
    [
      'projects',
      ['序号', '项目名称', '建设单位', '总投资（万元）', '项目阶段', '形象进度', '存在问题', '责任领导', '备注'],
    ],
    ['visits', ['序号', '包联干部', '企业名称', '走访日期', '企业诉求', '是否解决', '满意度', '备注']],
    [
      'revenue',
      ['序号', '收入事项', '来源类别', '缴款单位', '入库日期', '收入金额（万元）', '区留成（万元）', '关联审计问题'],
    ],
  ])('%s is told by %j', (kind, columns) => {
    const table = readGrid(aGrid([columns, columns.map((_, index) => (index === 0 ? '1' : '文字'))]))
    expect(table.kind).toBe(kind)
  })
})

const kindsOf: Readonly<Record<string, readonly ImportKind[]>> = {
  'leads-2022.xlsx': ['leads'],
  'briefs-and-trainings-2022.xlsx': ['briefs', 'trainings'],
  'projects-2022.xlsx': ['projects'],
  'visits-2022.xlsx': ['enterprises', 'visits'],
  'revenue-2022.xlsx': ['revenue'],
}

describe('no other table is taken for one of 整改, and none of 整改 for another', () => {
  const root = path.resolve(import.meta.dirname, '../../fixtures')
  const files = (folder: string) => readdirSync(path.join(root, folder)).filter((name) => !name.endsWith('.txt'))

  test.each([
    ...files('assignments').map((name) => `assignments/${name}`),
    ...files('ledgers').map((name) => `ledgers/${name}`),
  ])('%s', async (file) => {
    const reading = await readFixture(file)
    if (!reading.ok) throw new Error(reading.code)
    expect(reading.tables.map(({ kind }) => kind)).toEqual(kindsOf[path.basename(file)] ?? ['assignments'])
  })

  test.each([
    ['audit-2017-2021.xlsx', 658],
    ['inspection-2021.xlsx', 141],
    ['county-inspection-2021.xlsx', 19],
  ])('rectification/%s: %d findings without a remark', async (file, count) => {
    const table = await readOnlyTable(`rectification/${file}`)
    expect([table.kind, table.rows.length]).toEqual(['findings', count])
    expect([...remarks(table, 'error'), ...remarks(table, 'warning')]).toEqual([])
    expect(table.columns.filter(({ field, header }) => field === null && header !== '序号')).toEqual([])
  })
})

describe('words', () => {
  test.each([
    ['市审计局', 'municipalAudit'],
    ['市委第三巡视组', 'municipalInspection'],
    ['县委第四巡察组', 'districtInspection'],
    ['市委巡察', 'districtInspection'],
    ['审计署天津特派办', 'nationalAudit'],
    ['区级', 'districtAudit'],
    ['内审', 'internalAudit'],
    ['专项督查', 'special'],
    ['火星', null],
  ])('the source %s is %s', (text, source) => {
    expect(sourceOfText(text)).toBe(source)
  })

  it('a table without the column is guessed by its title, else by its layout', () => {
    expect(sourceOfTitle('市委巡视反馈意见整改台账', true)).toBe('municipalInspection')
    expect(sourceOfTitle('2021年专项审计整改台账', false)).toBe('districtAudit')
    expect(sourceOfTitle('整改台账', true)).toBe('districtInspection')
  })

  test.each([
    ['2021年审计项目1', '2021'],
    ['2017—2020年审计项目', '2017—2020'],
    ['2017-2020年度审计', '2017—2020'],
    ['2019年至2020年预算执行', '2019—2020'],
    ['审计项目', ''],
    ['审报〔2021〕1号', ''],
  ])('the years of %s are %j', (title, years) => {
    expect(originYearsOf(title)).toBe(years)
  })

  it('a status word: the programme first, then what was learned, then the usual meaning (domain §7)', () => {
    const words = [{ label: '持续整改', status: 'inProgress', countsAsDone: false, countsInDenominator: true }] as const
    const learned = new Map([['销项', 'done' as const]])
    expect(readStatus('持续整改', words, learned)).toMatchObject({ state: 'rectifying', newWord: null })
    expect(readStatus('持续整改', [], learned)).toMatchObject({ state: 'longTerm', status: 'longTerm' })
    expect(readStatus('销项', words, learned)).toMatchObject({ state: 'completed', newWord: { label: '销项' } })
    expect(readStatus('已推动整改', usualVocabulary('districtAudit'), learned)).toMatchObject({ status: 'promoted' })
    expect(readStatus('已移送', words, learned)).toMatchObject({ state: 'referred', newWord: null })
    expect(readStatus('有点眉目', words, learned)).toBeNull()
  })
})
