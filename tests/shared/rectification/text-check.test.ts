import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkText } from '../../../shared/rectification/text-check'

const folder = path.resolve(import.meta.dirname, '../../fixtures/rectification')
const notice = (name: string) => readFileSync(path.join(folder, `notice-${name}.txt`), 'utf8')
const codes = (text: string) => checkText(text).map(({ code }) => code)

describe('the published notices', () => {
  it('district: exactly 59/58, 241/210 in item 29 and 30/18 in section （十） (fixtures README, product 5.2)', () => {
    const text = notice('district')
    const issues = checkText(text)
    expect(issues.map(({ code, text: said, quote }) => [code, said, quote])).toEqual([
      [
        'declaredCount',
        '“举一反三”整改事项：正文声明59项，解析到58项。请核对是否漏写，或声明的数字有误。',
        '“举一反三”整改事项59个',
      ],
      [
        'allDoneBesideOpen',
        '第29项：241户中210户完成（87.1%），尚余31户，与“30个具体问题已全部完成整改，完成率100%”不一致。请核对。',
        '涉及的241户中210户已按标准完成，其余正在推进',
      ],
      [
        'allDoneBesideOpen',
        '（十）关于第10个重点问题：30个中18个完成（60%），尚余12个，与“30个具体问题已全部完成整改，完成率100%”不一致。请核对。',
        '历次整改不到位的30个问题中已整改完成18个，其余正在推进',
      ],
    ])
    for (const { quote } of issues) expect(text).toContain(quote)
  })

  it('county: 132/208 = 63.46% and 46/100 = 46% agree, nothing is said (G18, G19)', () => {
    expect(checkText(notice('county'))).toEqual([])
  })

  it.each<[clause: string, from: string, to: string, codes: string[]]>([
    ['G02', '完成率94.9%', '完成率100%', ['percentMismatch']],
    [
      'G02 59/59 is wrong',
      '已完成整改56个，基本完成3个',
      '已完成整改56个，基本完成2个',
      ['sumMismatch', 'sumMismatch'],
    ],
    ['G03', '未完成1个，完成率75%', '未完成1个，完成率77.5%', ['percentMismatch']],
    ['G03 sum', '阶段性完成8个', '阶段性完成9个', ['sumMismatch', 'sumMismatch']],
    ['G04', '目前还有1个未完成整改', '目前还有2个未完成整改', ['sumMismatch']],
    ['G05', '13个重点问题、30个', '14个重点问题、31个', ['declaredCount', 'declaredCount']],
    ['G06', '立行立改问题1个，已完成整改1个', '立行立改问题1个，已完成整改2个', ['sumMismatch']],
  ])('%s: a slip in the notice is seen: %s → %s', (_clause, from, to, added) => {
    const text = notice('district')
    expect(text).toContain(from)
    const known = ['declaredCount', 'allDoneBesideOpen', 'allDoneBesideOpen']
    expect(codes(text.replace(from, to)).toSorted()).toEqual([...known, ...added].toSorted())
  })

  it.each([
    ['G18: 76 of 208 not begun is no 36.54% begun', '开工率为63.46%', '开工率为36.54%'],
    ['G19: the base is 通过 (100), not 预审 (102)', '开工率为46%', '开工率为45.1%'],
    ['G19', '其中46个开工', '其中47个开工'],
  ])('%s', (_clause, from, to) => {
    expect(codes(notice('county').replace(from, to))).toEqual(['percentMismatch'])
  })
})

describe('texts that agree', () => {
  it.each<[clause: string, text: string]>([
    ['G09', '市审计局2021年度反馈问题105个，涉及12个单位，已整改95个，整改率90.5%。'],
    ['G10', '2017—2020年区审计局发现问题308个，已推动整改288个，推动整改率为93.5%。'],
    ['G11, cut off', '区审计局反馈问题245个，已推动整改138个，推动整改率56.32%。'],
    ['G14', '查摆问题117个，其中班子13个、个人104个，制定措施50条。'],
    ['G15 has no fraction', '收集企业问题155个，解决率94.19%。'],
    ['G16 has no fraction', '调整干部215人，年轻干部占比74.9%。'],
    ['G20, growth is no share', '今年新增企业38家，同比增长18.7%。'],
    ['G21, parts are not exclusive', '推送线索257条，其中推荐206条、攻坚13条，落地57条。'],
    [
      'G22',
      '反映问题50个，其中整改到位类40个、持续推进类10个；涉及金额251023.54万元，其中预算类215587.84万元、资产类35435.70万元。',
    ],
    ['G23', '审计查出问题1263个，已完成整改1153个，整改率91.29%。'],
    ['G23, cut off', '审计查出问题1263个，已完成整改1153个，整改率91.2%。'],
    ['G24 both named rates', '反馈问题68个，已整改48个，整改率70.6%，其余20个尚在整改期内。'],
    ['G25', '涉及金额159.8亿元，其中上缴财政93.6亿元、减少拨款22亿元、归还原渠道44.2亿元。'],
    ['the whole in the sentence before', '共反馈问题60个。其中，已完成45个，完成率75%。'],
    ['the percentage in a sentence of its own', '共反馈问题60个，已完成45个。完成率75%。'],
    ['a complement of done', '问题105个，尚有10个未整改，整改率90.5%。'],
    ['full width', '问题４０个，已完成整改３０个，完成率７５％。'],
    ['fraction beside the rate', '整改率94.9%（56/59）。'],
    ['其余 stands for the rest', '问题30个，已完成18个，正在整改5个，其余正在立项。'],
    ['parts of a part', '问题60个，已完成45个，其中立行立改20个，未完成15个，完成率75%。'],
    ['two wholes', '检查单位12个，发现问题105个，已整改95个，正在整改10个，整改率90.5%。'],
    ['all done and nothing open', '反馈的12个问题已全部完成整改，完成率100%。共拆除违建241户，241户均已完成。'],
    ['a wish is no claim', '确保30个问题全部完成整改。涉及的241户中210户已完成，其余正在推进。'],
    ['not all', '30个问题尚未全部完成整改。涉及的241户中210户已完成，其余正在推进。'],
    ['about', '问题60个，已完成44个，完成率约75%。'],
    ['respectively', '甲类20个、乙类30个，完成率分别为75%、80%。'],
    ['another rate of the sentence', '涉及3个部门，预算执行率30%。'],
    ['numerals', '反馈问题四十个，已完成整改三十个，完成率75%。'],
    ['the rest was done later', '问题已全部整改到位。查出隐患20处，完成15处，其余5处均已完成。'],
    ['no figures', '加强组织领导，压实责任，全部整改任务有序推进。'],
  ])('%s: %s', (_clause, text) => {
    expect(checkText(text)).toEqual([])
  })
})

describe('texts that do not agree', () => {
  it.each<[clause: string, text: string, codes: string[]]>([
    ['G09', '反馈问题105个，已整改95个，整改率95%。', ['percentMismatch']],
    ['G02', '查摆事项59个，已完成56个，基本完成3个，完成率100%。', ['allDoneBesideOpen', 'percentMismatch']],
    ['G14', '查摆问题117个，其中班子12个、个人104个。', ['sumMismatch']],
    [
      'G27, off by 0.02',
      '涉及金额511.43万元，其中甲类270.14万元、乙类136.77万元、丙类10.72万元、丁类93.78万元。',
      ['sumMismatch'],
    ],
    ['G28', '发现问题82个，已整改38个，正在整改21个，移送13个，整改率66%。', ['percentMismatch', 'sumMismatch']],
    ['fraction beside the rate', '整改率95.9%（56/59）。', ['percentMismatch']],
    ['more done than there was', '问题30个，已完成31个。', ['sumMismatch']],
    ['其余 and still too many', '问题30个，已完成20个，正在整改15个，其余移交。', ['sumMismatch']],
    ['full width', '问题４０个，已完成整改３０个，完成率７６％。', ['percentMismatch']],
    ['a complement', '问题105个，尚有10个未整改，整改率95%。', ['percentMismatch']],
    ['全部 with another rate', '30个问题已全部完成整改，完成率98%。', ['percentMismatch']],
    ['全部 beside an open part', '30个问题已全部完成整改，其中28个已销号，2个正在整改。', ['allDoneBesideOpen']],
    [
      '全部 beside what is still open',
      '反馈的12个问题已全部完成整改。目前尚有2个问题未完成整改。',
      ['allDoneBesideOpen'],
    ],
    ['100% beside 241/210', '反馈问题整改完成率100%。涉及的241户中210户已完成，其余正在推进。', ['allDoneBesideOpen']],
    [
      '均已 beside 30/18',
      '各项问题均已整改到位。历次整改不到位的30个问题中已完成18个，其余正在推进。',
      ['allDoneBesideOpen'],
    ],
    ['declared and listed', '共反馈3个具体问题。\n1.问题甲。\n2.问题乙。', ['declaredCount']],
  ])('%s: %s', (_clause, text, expected) => {
    expect(codes(text).toSorted()).toEqual(expected)
  })

  it('says how the figure should read', () => {
    const [percent, sum] = checkText('发现问题82个，已整改38个，正在整改21个，移送13个，整改率66%。')
    expect(percent?.text).toBe('“整改率66%”与数字不符：38÷82×100=46.3%。请核对分子、分母或百分比。')
    expect(sum?.text).toBe('总数82与各部分之和不符：38+21+13=72。请核对。')
    expect(
      checkText('涉及金额511.43万元，其中甲类270.14万元、乙类136.77万元、丙类10.72万元、丁类93.78万元。')[0]?.text,
    ).toBe('总数511.43万元与各部分之和不符：270.14+136.77+10.72+93.78=511.41万元。请核对。')
  })
})
