import { describe, expect, test } from 'vitest'
import type { FindingAmount } from '../../../shared/rectification/part-records'
import { parseMoney } from '../../../shared/core/money'
import { day } from '../../builders'
import { aMeasure, anItem, linesOf, reportFacts, reportOf } from './report-builders'
import { aProgram } from './statistics-builders'

const audit = aProgram({
  source: 'districtAudit',
  title: '2021年度区本级预算执行审计',
  originYears: '2021',
  feedbackOn: day('2021-07-26'),
})
const inspection = aProgram({ source: 'municipalInspection', title: '市委巡视反馈意见' })

function money(required: string, done: string, treatment: FindingAmount['treatment'] = 'toTreasury'): FindingAmount {
  const [requiredFen, doneFen] = [parseMoney(required, 'tenThousand'), parseMoney(done, 'tenThousand')]
  const rest = { required: null, done: null, voucherNo: '', reason: '' }
  return { id: 'a', findingId: 'f', treatment, unit: '', requiredFen, doneFen, ...rest }
}

const extendedDone = {
  no: '1',
  title: '非税收入未及时上缴国库的问题',
  aspect: '（一）预算执行方面',
  status: 'done',
  rectType: 'immediate',
  leadUnit: '财务科',
  originalDueOn: day('2022-03-31'),
  dueOn: day('2022-06-01'),
  extensionCount: 1,
  submittedOn: day('2022-05-20'),
  determinedOn: day('2022-05-25'),
  result: '已全部上缴。',
} as const

const extendedText = '（按期（延期1次），原定时限2022年3月31日，延期至2022年6月1日）'

describe('to 人大 (domain §8 E)', () => {
  const open = { no: '2', title: '往来款长期挂账', status: 'inProgress', dueOn: day('2022-12-31') } as const
  const items = [
    anItem(audit, extendedDone, { amounts: [money('150', '120')] }),
    anItem(audit, { ...open, rectType: 'phased', reasonNotDone: '涉及单位多', nextStep: '年底前清理完毕。' }),
    anItem(audit, { no: '3', title: '房产闲置', status: 'notDone', rectType: 'continuous' }),
    anItem(audit, { no: '4', title: '账务处理不规范', status: 'notDone', rectType: 'immediate' }),
  ]
  const lines = linesOf(reportOf('congress', reportFacts(items)))

  test('one sentence of figures with the rate and its fraction', () => {
    expect(lines).toContain(
      '共反映问题4个，截至2022年6月30日已整改1个，整改率25%（1/4）。尚未完成的3个，分别为：整改中1个、未整改2个。到期应完成整改1个，已完成1个，到期完成率100%（1/1）。经批准延期1个。',
    )
    expect(lines).toContain(
      '整改金额：上缴财政120万元（应整改150万元，80%，120/150）。制定完善制度0项，追责问责0人次。',
    )
  })

  test('each 「关于…的问题。」 in the order of the findings under its own number, 方面 as its document writes it', () => {
    const from = lines.indexOf('二、审计查出问题的整改情况')
    expect(lines.slice(from + 1, from + 4)).toEqual([
      '（一）预算执行方面',
      `1.关于非税收入未及时上缴国库的问题。已整改${extendedText}。已全部上缴。整改金额：上缴财政120万元。`,
      '2.关于往来款长期挂账的问题。整改中（整改时限2022年12月31日）。整改情况没有填写。',
    ])
  })

  test('open ones by 立行立改未完成, 分阶段 and 持续 with reason and next step', () => {
    const from = lines.indexOf('三、尚未整改到位的问题、原因和下一步安排')
    expect(lines.slice(from + 1)).toEqual([
      '（一）立行立改未完成的',
      '4.关于账务处理不规范的问题。未整改。原因：没有填写。下一步：没有填写。',
      '（二）分阶段整改的',
      '2.关于往来款长期挂账的问题。整改中（整改时限2022年12月31日）。原因：涉及单位多。下一步：年底前清理完毕。',
      '（三）持续整改的',
      '3.关于房产闲置的问题。未整改。原因：没有填写。下一步：没有填写。',
      '（四）以前年度未完成事项跟踪',
      '没有以前年度未完成的事项。',
    ])
  })

  test('what an earlier year left open is followed up, apart from the figures of the report', () => {
    const old = aProgram({ source: 'districtAudit', title: '2020年度审计', originYears: '2020' })
    const items_ = [anItem(old, { status: 'done' }), anItem(old, { no: '9', title: '旧账', status: 'inProgress' })]
    const made = reportOf('congress', reportFacts(items, { earlier: [{ program: old, items: items_ }] }))
    expect(linesOf(made).slice(-2)).toEqual([
      '2020年度审计：应整改2个，已整改1个，整改率50%（1/2），尚有1个未整改到位。',
      '9.关于旧账的问题。整改中。原因：没有填写。下一步：没有填写。',
    ])
    expect(made.checkedText).not.toContain('2020年度审计')
  })

  test('title and address', () => {
    const { document } = reportOf('congress', reportFacts(items)).report
    expect(document?.titleLines).toEqual(['东丽区审计局', '关于2021年度审计查出问题整改情况的报告'])
    expect(document?.captions).toEqual(['——2022年6月30日'])
    expect(document?.addressee).toBe('主任、各位副主任、各位委员')
  })

  test('without any finding it says so', () => {
    const said = linesOf(reportOf('congress', reportFacts([], { programs: [audit] })))
    expect(said).toContain('没有登记问题。')
    expect(said.filter((line) => line.startsWith('整改金额'))).toEqual([])
  })
})

describe('已整改 and 已推动整改 (domain §7 G12)', () => {
  test.each<readonly [readonly ('done' | 'promoted' | 'inProgress')[], string]>([
    [['done', 'inProgress'], '共反映问题2个，截至2022年6月30日已整改1个，整改率50%（1/2）。'],
    [['promoted', 'inProgress'], '共反映问题2个，截至2022年6月30日已推动整改1个，推动整改率50%（1/2）。'],
    [
      ['done', 'promoted', 'inProgress'],
      '共反映问题3个。截至2022年6月30日，已整改1个，已推动整改1个，两个说法口径不同；合计2个，占66.7%（2/3）。',
    ],
  ])('%s', (statuses, said) => {
    const items = statuses.map((status) => anItem(audit, { status }))
    expect(linesOf(reportOf('periodic', reportFacts(items)))[2]).toContain(said)
  })
})

describe('to the audit office (domain §8 E)', () => {
  const evidence = [{ fileName: '缴款书.pdf', kind: 'voucher', size: 2048, sha256: 'ab'.repeat(32) }] as const
  const facts = reportFacts([
    anItem(
      audit,
      { ...extendedDone, auditSuggestion: '完善收入管理制度' },
      {
        amounts: [money('150', '120')],
        evidence,
        accountability: [{ id: 'a', findingId: 'f', form: 'interview', persons: 2, decidedOn: null, note: '' }],
      },
    ),
    anItem(audit, { no: '2', title: '往来款长期挂账', status: 'inProgress', nextStep: '年底前清理完毕' }),
  ])
  const made = reportOf('auditOffice', facts)

  test('its seven parts, each with what belongs there', () => {
    const lines = linesOf(made)
    const after = (heading: string): string | undefined => lines[lines.indexOf(heading) + 1]
    expect(after('二、处理处罚执行情况')).toBe('1.非税收入未及时上缴国库的问题：上缴财政120万元；约谈2人次。')
    expect(after('三、审计建议落实情况')).toBe('1.审计建议：完善收入管理制度。落实情况：已整改。已全部上缴。')
    expect(after('四、各问题整改结果')).toBe('（一）预算执行方面')
    expect(after('五、未整改到位的原因')).toBe('2.往来款长期挂账：没有填写。')
    expect(after('六、继续整改的措施和时限')).toBe('2.往来款长期挂账：年底前清理完毕。')
    expect(after('七、佐证材料目录')).toBe('佐证材料共1份，目录附后。')
  })

  test('the evidence is listed in an annex with size and the first twelve digits', () => {
    expect(made.report.document?.annexes[0]?.table.rows).toEqual([
      ['1', '1 非税收入未及时上缴国库的问题', '缴款书.pdf', '凭证', '2 KB', 'abababababab'],
    ])
  })
})

describe('公开通报 (S003, S004; product F11)', () => {
  const measures = [
    aMeasure({ text: '打通堵点13处' }),
    aMeasure({ text: '修复漏点2个', handler: '承办人01' }),
    aMeasure({ text: '长期巡查', status: 'inProgress' }),
  ]
  const items = [
    anItem(
      inspection,
      { no: '1', title: '服务群众不到位', status: 'done', result: '承办人01已回访。', auditee: '某街道办' },
      { measures },
    ),
    anItem(inspection, { no: '2', title: '涉密事项', status: 'done', isPublic: false }),
    anItem(inspection, {
      no: '3',
      title: '部分点位污水跑冒',
      kind: 'immediateHandover',
      status: 'inProgress',
      nextStep: '六月底前完成',
    }),
  ]

  test('the usual order; each problem with what was done as 一是、二是', () => {
    const lines = linesOf(reportOf('publicNotice', reportFacts(items)))
    expect(lines.filter((line) => /^[一二三四]、/u.test(line))).toEqual([
      '一、整改工作总体情况',
      '二、反馈事项整改情况',
      '三、立行立改事项整改情况',
      '四、存在问题和下一步安排',
    ])
    expect(lines).toContain(
      '1.针对“服务群众不到位”问题，进行了以下整改。一是打通堵点13处。二是修复漏点2个。有关人员已回访。',
    )
    expect(lines).toContain('3.部分点位污水跑冒。下一步：六月底前完成。')
  })

  test('what is not for the public is counted, not told, and listed before it goes out', () => {
    const made = reportOf('publicNotice', reportFacts(items))
    expect(linesOf(made).join('\n')).not.toContain('涉密事项')
    expect(linesOf(made)).toContain('其中1个按规定不予公开，未在本通报中列出。')
    expect(linesOf(made)[2]).toContain('共反映问题3个')
    expect(made.hidden).toEqual([
      { kind: 'notPublic', text: '涉密事项', where: '2 涉密事项' },
      { kind: 'person', text: '承办人01', where: '1 服务群众不到位' },
    ])
  })

  test('parts that were chosen are shown all the same', () => {
    const shown = ['notPublic/涉密事项', 'person/承办人01']
    const text = linesOf(reportOf('publicNotice', reportFacts(items), { shown })).join('\n')
    expect(text).toContain('2.针对“涉密事项”问题')
    expect(text).toContain('承办人01已回访。')
    expect(text).not.toContain('不予公开')
  })

  test('the unit and its amounts are hidden wherever they stand, in the title of the notice too', () => {
    const program = aProgram({ source: 'special', title: '东兴街道办专项检查', auditee: '东兴街道办' })
    const finding = { no: '1', title: '东兴街道办少缴12.5万元', status: 'done' } as const
    const made = reportOf('publicNotice', reportFacts([anItem(program, finding)]))
    expect(made.report.document?.title).toBe('东丽区审计局关于《某单位专项检查》整改情况的通报')
    expect(linesOf(made)).toContain('1.针对“某单位少缴***”问题，进行了以下整改。整改情况没有填写。')
    const named = reportOf('publicNotice', reportFacts([anItem(program, { ...finding, isPublic: true })]))
    expect(linesOf(named)).toContain('1.针对“东兴街道办少缴12.5万元”问题，进行了以下整改。整改情况没有填写。')
  })

  test('the bureau itself is named', () => {
    const own = { no: '1', title: '东丽区审计局学习不够', status: 'done', auditee: '东丽区审计局' } as const
    const made = reportOf('publicNotice', reportFacts([anItem(inspection, own)]))
    expect(made.hidden).toEqual([])
  })

  test('an extended item carries both dates here too (product F7)', () => {
    const lines = linesOf(reportOf('publicNotice', reportFacts([anItem(inspection, extendedDone)])))
    expect(lines.join('\n')).toContain(`进行了以下整改${extendedText}。`)
  })
})

describe('periodic (S004 「每三个月向市审计局报告整改进度」, product F7)', () => {
  const late = { no: '2', title: '六月完成的', status: 'done', determinedOn: day('2022-06-10') } as const
  const items = [
    anItem(audit, extendedDone),
    anItem(audit, late),
    anItem(audit, { no: '3', title: '没有日期的', status: 'done' }),
    anItem(audit, { no: '4', title: '还没有完成的', status: 'inProgress', progress: '正在推进', nextStep: '继续推进' }),
  ]

  test('what was done since the last report, those without a day apart', () => {
    const lines = linesOf(
      reportOf('periodic', reportFacts(items, { reportedOn: new Map([[audit.id, day('2022-06-01')]]) })),
    )
    expect(lines).toContain('自2022年6月1日以来，新完成整改1个。另有1个已整改的没有登记完成日期，没有计入本期。')
    const from = lines.indexOf('二、本期完成整改的问题')
    expect(lines[from + 1]).toBe('2.六月完成的：已整改，2022年6月10日完成整改。')
    expect(lines[from + 2]).toBe('三、尚未完成整改的问题和下一步安排')
    expect(lines[from + 3]).toBe('4.还没有完成的：整改中。正在推进。下一步：继续推进。')
  })

  test('the first one tells of all that is done', () => {
    expect(linesOf(reportOf('periodic', reportFacts(items)))).toContain('这是第一次报告整改进展，反馈以来完成整改3个。')
  })

  test('extended ones with both dates, the count and the approval', () => {
    const extension = { id: 'e', findingId: 'f', cycle: 1, appliedOn: day('2022-03-20'), appliedBy: '', reason: '' }
    const decided = {
      oldDueOn: day('2022-03-31'),
      newDueOn: day('2022-06-01'),
      decision: 'approved',
      decidedBy: '',
    } as const
    const extensions = [{ ...extension, ...decided, decidedOn: null, docNo: '东审发〔2022〕3号' }]
    expect(linesOf(reportOf('periodic', reportFacts([anItem(audit, extendedDone, { extensions })]))).at(-1)).toBe(
      '1.非税收入未及时上缴国库的问题：按期（延期1次），原定时限2022年3月31日，延期至2022年6月1日，批准延期1次（东审发〔2022〕3号）。',
    )
  })
})

describe('amounts (product F8)', () => {
  test('money is added up over treatments, other units stand apart', () => {
    const homes = {
      ...money('0', '0', 'other'),
      unit: '户',
      requiredFen: null,
      doneFen: null,
      required: '241',
      done: '210',
    }
    const amounts = [money('150', '120'), money('30', '30', 'recovered'), homes]
    const lines = linesOf(reportOf('congress', reportFacts([anItem(audit, extendedDone, { amounts })])))
    expect(lines[3]).toBe(
      '整改金额150万元，其中：上缴财政120万元（应整改150万元，80%，120/150）；收回30万元（应整改30万元，100%，30/30）。其他整改数量：其他210户（应整改241户，87.1%，210/241）。制定完善制度0项，追责问责0人次。',
    )
  })
})
