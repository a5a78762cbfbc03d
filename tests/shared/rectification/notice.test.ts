import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticeItemSchema, noticeReadingSchema } from '../../../shared/rectification/notice-contract'
import { noticeLines } from '../../../shared/rectification/notice-lines'
import { readNotice, type NoticeTree } from '../../../shared/rectification/notice'
import { checkText } from '../../../shared/rectification/text-check'
import { wholeNumber } from '../../../shared/rectification/text-numbers'

const folder = path.resolve(import.meta.dirname, '../../fixtures/rectification')
const notice = (name: string) => readFileSync(path.join(folder, `notice-${name}.txt`), 'utf8')

function read(text: string): NoticeTree {
  const tree = readNotice(text)
  if (!tree) throw new Error('nothing read')
  return tree
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

/** Lines of the text that are in no item, no section and not outside. */
function lostLines(text: string, tree: NoticeTree): string[] {
  const bodies = [...tree.items.map(({ detail }) => detail), ...tree.sections.map((each) => each.text), tree.rest]
  const kept = squeezed(bodies.join('\n'))
  const headings = new Set(tree.sections.map(({ no, title }) => bare(no + title)))
  return noticeLines(text).flatMap(({ raw }) => (kept.includes(squeezed(raw)) || headings.has(bare(raw)) ? [] : [raw]))
}

const bare = (text: string) => squeezed(text.normalize('NFKC')).replace(/[.．、。；;()]/g, '')

const told = (tree: NoticeTree) => tree.items.map(({ no, kind, title }) => [no, kind, title])
const levels = (tree: NoticeTree) => tree.items.map(({ aspect, keyIssue, no }) => [aspect, keyIssue, no])

describe('notice-district.txt (fixtures README)', () => {
  const tree = read(notice('district'))
  const ofKind = (kind: string) => tree.items.filter((item) => item.kind === kind)

  it('has 13 sections, 30 problems 1–30, 40 reform items 31–70, 58 举一反三, 1 立行立改', () => {
    expect(tree.sections.map(({ level }) => level)).toEqual(Array(13).fill('keyIssue'))
    expect(tree.sections[9]).toEqual({
      level: 'keyIssue',
      no: '（十）',
      title: '关于第10个重点问题',
      items: 0,
      text: '针对该问题，开展了专项排查。历次整改不到位的30个问题中已整改完成18个，其余正在推进。',
    })
    expect(ofKind('specific').map(({ no }) => Number(no))).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(ofKind('reform').map(({ no }) => Number(no))).toEqual(Array.from({ length: 40 }, (_, index) => index + 31))
    expect(ofKind('byAnalogy')).toHaveLength(58)
    expect(ofKind('immediateHandover').map(({ title }) => title)).toEqual(['部分点位污水外溢'])
    expect(tree.items).toHaveLength(129)
    expect(tree.items.filter(({ isUnnumbered }) => isUnnumbered)).toHaveLength(59)
  })

  it('declares what it says of itself (G05), and finds what it lists', () => {
    expect(tree.declared).toEqual({
      aspects: 4,
      keyIssues: 13,
      specific: 30,
      manifestations: 36,
      byAnalogy: 59,
      reform: 40,
      recommendation: 11,
      immediateHandover: 1,
      measures: 231,
    })
    expect(tree.found).toMatchObject({ keyIssues: 13, specific: 30, byAnalogy: 58, reform: 40, immediateHandover: 1 })
    expect(tree.levelNames).toEqual({ aspect: '方面', keyIssue: '重点问题' })
    expect(tree.totals.map(({ label, found, isSame }) => [label, found, isSame])).toEqual([
      ['四个方面', 0, null],
      ['13个重点问题', 13, true],
      ['30个具体问题', 30, true],
      ['36个问题表现', 0, null],
      ['“举一反三”整改事项59个', 58, false],
      ['“推动改革促进发展”整改事项40个', 40, true],
      ['11条意见建议', 0, null],
      ['立行立改问题1个', 1, true],
      ['整改措施231条', 160, null],
    ])
  })

  it('an item has its section, title, paragraph and measures', () => {
    expect(tree.items[84]).toEqual({
      index: 84,
      aspect: '',
      keyIssue: '关于第12个重点问题',
      no: '29',
      kind: 'specific',
      title: '拆违方面的问题',
      detail:
        '29.针对拆违方面的问题，进行了以下整改。一是健全机制。二是明确责任。涉及的241户中210户已按标准完成，其余正在推进。',
      measures: ['健全机制', '明确责任。涉及的241户中210户已按标准完成，其余正在推进'],
      points: [],
      isUnnumbered: false,
    })
    expect(tree.items.at(-2)).toMatchObject({ no: '70', kind: 'reform', title: '从严治党改革事项40' })
    expect(tree.items[1]).toMatchObject({ no: '', kind: 'byAnalogy', title: '协同发展相关事项1', isUnnumbered: true })
  })
})

describe('notice-county.txt (fixtures README, G17)', () => {
  const tree = read(notice('county'))

  it('has 3 大类, 10 方面, 19 items; 6, 9 and 10 are items of their own', () => {
    expect(tree.declared).toEqual({ aspects: 3, keyIssues: 10, specific: 19, measures: 24 })
    expect(tree.found).toMatchObject({ aspects: 3, keyIssues: 10, specific: 19 })
    expect(tree.levelNames).toEqual({ aspect: '大类', keyIssue: '方面' })
    expect(tree.totals.map(({ label, isSame }) => [label, isSame])).toEqual([
      ['3大类', true],
      ['10个方面', true],
      ['19个具体问题', true],
      ['24条整改措施', null],
    ])
    expect(tree.items.map(({ no }) => no).join(' ')).toBe(
      '1.1 1.2 2.1 2.2 3.1 3.2 3.3 3.4 4.1 4.2 5.1 5.2 6 7.1 7.2 8.1 8.2 9 10',
    )
    expect(tree.items[12]).toMatchObject({
      aspect: '落实主体责任方面',
      keyIssue: '方面6的问题',
      title: '方面6的问题',
      measures: ['压实责任', '加强检查'],
    })
  })

  it('keeps the note at the end outside the last item', () => {
    expect(tree.items.at(-1)?.detail).toBe('10.方面10的问题。\n整改成效：一是压实责任。二是加强检查。')
    expect(tree.rest).toContain('附：2018年以来通过预审208个')
  })
})

describe('nothing is lost, however it was typed', () => {
  const reworked: readonly [name: string, change: (text: string) => string][] = [
    ['as it is', (text) => text],
    ['\\r\\n', (text) => text.replaceAll('\n', '\r\n')],
    ['blank lines', (text) => text.replaceAll('\n', '\n\n \n')],
    ['full-width digits', (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['full-width stops', (text) => text.replace(/^(\d+)\./gm, '$1．')],
    ['、 for the stop', (text) => text.replace(/^(\d+)\./gm, '$1、')],
    ['half-width brackets', (text) => text.replaceAll('（', '(').replaceAll('）', ')')],
    ['spaces around the marks', (text) => text.replace(/^(\d+)\./gm, '  $1 . ').replace(/^（(.+?)）/gm, '　（ $1 ） ')],
    ['indented with U+3000', (text) => text.replace(/^/gm, '　　')],
    ['straight quotes', (text) => text.replace(/[“”]/g, '"')],
    ['zero-width signs', (text) => text.replace(/。/g, '。\u200b')],
    ['Word line breaks', (text) => text.replaceAll('\n', '\v')],
  ]
  it.each(reworked)('%s', (_name, change) => {
    for (const name of ['district', 'county']) {
      const [plain, other] = [read(notice(name)), read(change(notice(name)))]
      expect(lostLines(change(notice(name)), other)).toEqual([])
      expect(other.declared).toEqual(plain.declared)
      expect(other.found).toEqual(plain.found)
      expect(levels(other).map(([aspect, , no]) => [aspect?.normalize('NFKC'), no])).toEqual(
        levels(plain).map(([aspect, , no]) => [aspect?.normalize('NFKC'), no]),
      )
      expect(checkText(change(notice(name))).map(({ code }) => code)).toEqual(
        checkText(notice(name)).map(({ code }) => code),
      )
    }
  })

  it('a title broken over two lines is one title, quoted or not', () => {
    const text = `（一）关于甲
1.针对协同发
展方面的问题，进行了以下整改。一是健全机制。
针对“举一反三”整改事项“协同
发展相关事项1”，进行了以下整改。完善制度。
针对“举一
反三”整改事项“相关事项2”，进行了以下整改。完善制度。`
    expect(told(read(text))).toEqual([
      ['1', 'specific', '协同发展方面的问题'],
      ['', 'byAnalogy', '协同发展相关事项1'],
      ['', 'byAnalogy', '相关事项2'],
    ])
  })

  it('lost line breaks before 举一反三 and 推动改革 are found again', () => {
    const text = `1.针对甲问题，进行了以下整改。健全机制。针对“举一反三”整改事项“乙”，进行了以下整改。完善制度。2.针对“推动改革促进发展”整改事项“丙”，进行了以下整改。形成方案。`
    expect(told(read(text))).toEqual([
      ['1', 'specific', '甲问题'],
      ['', 'byAnalogy', '乙'],
      ['2', 'reform', '丙'],
    ])
  })

  it('an item that names nothing takes the title of its section; what is not recognised stays with the item before', () => {
    const text = `（一）关于往来款
1.针对该问题，开展了专项排查。
经查，已清理。
表1 清理情况
——摘自台账
2.针对乙问题，进行了以下整改。`
    const [first, second] = read(text).items
    expect(first).toMatchObject({ title: '关于往来款', no: '1' })
    expect(first?.detail).toBe('1.针对该问题，开展了专项排查。\n经查，已清理。\n表1 清理情况\n——摘自台账')
    expect(second).toMatchObject({ title: '乙问题', no: '2' })
  })

  it('amounts, years and dates at the beginning of a line are no marks', () => {
    const text = `1.问题甲。
1.5亿元结余未上缴。
2021.3.15日前完成。
2021年以来未整改。
10、20号楼闲置。
2.2021年以来应收未收。`
    expect(told(read(text))).toEqual([
      ['1', 'specific', '问题甲'],
      ['2', 'specific', '2021年以来应收未收'],
    ])
  })
})

describe('other ways to number', () => {
  it('方面 as 一、, 重点问题 as （一）, problems as 1., 问题表现 as （1） with ①', () => {
    const text = `关于巡察整改情况的通报
反馈2个方面3个重点问题、3个具体问题、3个问题表现。
一、履行职责方面
（一）学习不够
1.学习制度不落实。
（1）学习次数少。
（2）学习记录不全。
整改情况：一是补学；二是建账。
（二）执行不力
2.决策程序不规范。
二、队伍建设方面
（三）管理不严
3.考勤制度不落实。
①有3人次无记录。
三、下一步工作打算
（一）加强领导。
1.压实责任。
联系电话：另行公布`
    const tree = read(text)
    expect(levels(tree)).toEqual([
      ['履行职责方面', '学习不够', '1'],
      ['履行职责方面', '执行不力', '2'],
      ['队伍建设方面', '管理不严', '3'],
    ])
    expect(tree.items[0]).toMatchObject({
      title: '学习制度不落实',
      points: ['学习次数少', '学习记录不全'],
      measures: ['补学', '建账'],
    })
    expect(tree.found).toEqual({ aspects: 2, keyIssues: 3, specific: 3, manifestations: 3, measures: 2 })
    expect(tree.rest).toContain('（一）加强领导。\n1.压实责任。\n联系电话：另行公布')
    expect(checkText(text)).toEqual([])
  })

  it('numbers that begin anew in each section are told apart', () => {
    const text = '（一）甲\n1.问题一。\n2.问题二。\n（二）乙\n1.问题三。\n三、意见建议落实情况\n1.建议一。\n2.建议二。'
    expect(told(read(text))).toEqual([
      ['1.1', 'specific', '问题一'],
      ['1.2', 'specific', '问题二'],
      ['2.1', 'specific', '问题三'],
      ['1', 'recommendation', '建议一'],
      ['2', 'recommendation', '建议二'],
    ])
  })

  it.each<[string, string, [string, string, string][]]>([
    [
      'only （一）',
      '（一）问题甲。\n（二）问题乙。',
      [
        ['（一）', 'specific', '问题甲'],
        ['（二）', 'specific', '问题乙'],
      ],
    ],
    [
      'only 一、',
      '一、往来款长期挂账\n二、结余资金未上缴',
      [
        ['一', 'specific', '往来款长期挂账'],
        ['二', 'specific', '结余资金未上缴'],
      ],
    ],
    [
      'enclosed numbers',
      '㈠关于甲\n⒈问题甲。\n⑴表现一。\n⒉问题乙。',
      [
        ['1', 'specific', '问题甲'],
        ['2', 'specific', '问题乙'],
      ],
    ],
    [
      '1）',
      '反馈2个具体问题、3个问题表现。\n1.问题甲\n1）表现\n2.问题乙',
      [
        ['1', 'specific', '问题甲'],
        ['2', 'specific', '问题乙'],
      ],
    ],
    [
      'an audit',
      '关于审计查出问题整改情况的报告\n1.关于往来款挂账的问题。已清理。',
      [['1', 'audit', '关于往来款挂账的问题']],
    ],
    [
      '立行立改 with numbers',
      '一、立行立改情况\n（一）路灯不亮。\n（二）井盖缺失。',
      [
        ['（一）', 'immediateHandover', '路灯不亮'],
        ['（二）', 'immediateHandover', '井盖缺失'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(told(read(text))).toEqual(expected)
  })

  it.each([
    ['四', 4],
    ['十三', 13],
    ['二十', 20],
    ['一百零五', 105],
    ['３０', 30],
    ['两', 2],
    ['', null],
    ['三个', null],
  ])('numeral %s', (text, expected) => {
    expect(wholeNumber(text)).toBe(expected)
  })
})

describe('hostile text', () => {
  it.each([
    ['nothing numbered', '今天天气很好。\n明天开会。'],
    ['bytes', String.fromCharCode(...Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))],
    ['numbered bytes', Array.from({ length: 300 }, (_, index) => `${index}.\u0001\u0002\ufffd\ufffd`).join('\n')],
    ['white space', ' \n\t　\r\n'],
  ])('%s gives no item', (_name, text) => {
    expect(readNotice(text)).toBeNull()
  })

  const hostile: readonly [string, (length: number) => string][] = [
    ['one line of items', (length) => '1.针对“举一反三”整改事项“'.repeat(length / 16)],
    ['many items', (length) => '1.问题甲，已完成3个。\n'.repeat(length / 13)],
    ['open quotes', (length) => '“\n'.repeat(length / 2)],
    ['spaces', (length) => `1.问题${' '.repeat(length)}甲`],
    ['figures', (length) => `1.问题${'59个，已完成56个，其中3个，占5%，'.repeat(length / 22)}`],
    ['numerals', (length) => `1.问题${'一二三四五六七八九十'.repeat(length / 10)}`],
    ['digits', (length) => `1.问题${'1'.repeat(length)}`],
    ['cues', (length) => `1.问题${'整改成效：一是'.repeat(length / 7)}`],
    ['针对', (length) => `1.${'针对'.repeat(length / 2)}`],
    ['percentages', (length) => `1.问题${'完成率5%'.repeat(length / 6)}`],
    ['claims', (length) => '1.全部完成241户中210户已完成。\n全部完成整改。\n'.repeat(length / 30)],
  ]
  const timed = (input: string): { readonly tree: NoticeTree | null; readonly time: number } => {
    const started = performance.now()
    const tree = readNotice(input)
    checkText(input, tree)
    return { tree, time: performance.now() - started }
  }
  it.each(hostile)(
    '%s: the work grows with the length, no faster',
    (_name, text) => {
      timed(text(20_000))
      // Ten times the text; squared work would take a hundred times as long. A busy machine gets three tries.
      const growths = Array.from({ length: 3 }, () => () => {
        const short = Math.min(timed(text(50_000)).time, timed(text(50_000)).time)
        return timed(text(500_000)).time / Math.max(3, short)
      })
      expect(growths.some((growth) => growth() < 40)).toBe(true)
    },
    120_000,
  )

  it.each(hostile)('%s: what is read fits the contract and nothing is lost', (_name, text) => {
    const input = text(60_000)
    const tree = readNotice(input)
    if (!tree) return
    const { figures: _figures, ...reading } = tree
    expect(noticeReadingSchema.safeParse({ ...reading, issues: [...checkText(input, tree)] }).success).toBe(true)
    const bodies = [...tree.items.map(({ detail }) => detail), ...tree.sections.map((each) => each.text), tree.rest]
    expect(squeezed(bodies.join('')).length).toBeGreaterThanOrEqual(squeezed(input).length)
  })

  it('an item of the contract takes 20 000 signs; the rest of a longer one is outside', () => {
    const tree = read(`1.问题甲。${'字'.repeat(30_000)}`)
    expect(noticeItemSchema.safeParse(tree.items[0]).success).toBe(true)
    expect(tree.items[0]?.detail).toHaveLength(20_000)
    expect(tree.rest).toHaveLength(30_000 + 6 - 20_000)
  })
})
