import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWorkbookFile } from '../../../electron/tables/read-workbook'
import { dumpOf, refusalOf } from '../../builders'
import { documentText } from '../rectification/document-text'
import {
  aRankedOffice,
  folderOf,
  locked,
  objectionOf,
  period,
  returnedLead,
  trial,
  type RankedOffice,
} from './ranked-office'

async function saved(office: RankedOffice, id: string, isAnonymous = false) {
  const folder = office.target()
  const { files, checkCode } = await office.call('district.savePublication', {
    id,
    parts: ['table', 'bulletin'],
    folder,
    isAnonymous,
  })
  const paths = files.map(({ fileName }) => path.join(folderOf(office, folder), fileName))
  const [bulletin = '', table = ''] = paths
  return { bulletin, table, checkCode, names: files.map(({ fileName }) => fileName) }
}

/** Every text and number of a workbook by sheet. */
async function cellsOf(file: string): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const read = await readWorkbookFile(file)
  if (!read.ok) throw new Error(read.error.code)
  return new Map(
    read.value.sheets.map(({ name, rows }) => [name, rows.map((row) => Array.from(row, (cell) => cell?.text ?? ''))]),
  )
}

describe('publishing (M6, M7; J10 steps 5–7)', { timeout: 60_000 }, () => {
  test('needs a locked period; 试公布 takes objections for five working days, over the weekend', async () => {
    const office = await aRankedOffice()
    expect((await refusalOf(trial(office))).code).toBe('publishNeedsLock')
    await office.call('district.lock', { period })
    const first = await trial(office)
    expect(first).toMatchObject({ version: 1 })
    const [row] = await office.call('district.publications', { period })
    // 2022-07-05 is a Tuesday.
    expect(row).toMatchObject({ version: 1, kind: 'trial', publishedOn: '2022-07-05', objectionsUntil: '2022-07-12' })
    const final = await office.call('district.publish', { period, kind: 'final', changeNote: '异议期满' })
    const rows = await office.call('district.publications', { period })
    expect(rows.map(({ version, kind, objectionsUntil }) => [version, kind, objectionsUntil])).toEqual([
      [1, 'trial', '2022-07-12'],
      [2, 'final', null],
    ])
    expect(final.checkCode).not.toBe(first.checkCode)
  })

  test('v2 needs a change note; a version stays as it was: no undo, no change', async () => {
    const office = await locked()
    await trial(office)
    expect((await refusalOf(trial(office, ' '))).code).toBe('changeNoteNeeded')
    const { connection } = office.store()
    const before = dumpOf(connection)
    expect((await refusalOf(office.call('core.undoLast', {}))).code).toBe('publicationStays')
    expect(() => connection.exec("UPDATE publication SET check_code = ''")).toThrow(/never changed/)
    expect(dumpOf(connection)).toEqual(before)
  })

  test('every number of the 通报 and of the workbook is the ranking; places 1, 1, 3 and 未报', async () => {
    const office = await locked()
    const { id, checkCode } = await trial(office)
    const { categories } = await office.call('district.ranking', { period })
    const { totals } = await office.call('district.totals', { period })
    const { bulletin, table, names, checkCode: printed } = await saved(office, id)
    expect(names).toEqual([
      '东丽区合作交流办_通报v1_2022Q2_20220705.docx',
      '东丽区合作交流办_排名v1_2022Q2_20220705.xlsx',
    ])
    expect(printed).toBe(checkCode)
    const text = await documentText(bulletin)
    const ranked = categories.flatMap(({ units }) => units)
    expect(ranked.slice(0, 4).map(({ rank }) => rank)).toEqual([1, 1, 3, null])
    for (const { unit, rank, score } of ranked) {
      const at = text.indexOf(unit)
      expect(text.slice(at - 1, at + 2)).toEqual([rank === null ? '—' : String(rank), unit, score ?? '—'])
    }
    const whole = text.join('\n')
    for (const { label, value, unit } of totals) expect(whole).toContain(`${label}${value}${unit}`)
    expect(whole).toContain('2022年二季度应报送单位5家，按时报送4家，迟报0家，未报1家。')
    expect(whole).toContain('未报1家：示例信访局。')
    expect(whole).toContain('请在2022年7月12日以前随上报文件提出')
    expect(whole).toContain(`核对码：${checkCode}`)
    expect(text.filter((line) => /^[一二三四五]、/u.test(line))).toHaveLength(5)

    const sheets = await cellsOf(table)
    expect([...sheets.keys()]).toEqual([
      '第三类：其他区级部门',
      '第四类：街道园区',
      '奖项',
      '全区情况',
      '报送情况',
      '口径',
    ])
    const rows = sheets.get('第三类：其他区级部门') ?? []
    for (const { unit, rank, score, components } of categories[0]?.units ?? []) {
      const row = rows.find((cells) => cells[1] === unit) ?? []
      expect(row[0]).toBe(rank === null ? '—' : String(rank))
      expect(Number(row[2] || Number.NaN)).toEqual(score === null ? Number.NaN : Number(score))
      const written = components.map((_, index) => (row[4 + index] === '' ? null : Number(row[4 + index])))
      expect(written).toEqual(components.map(({ points }) => (points === null ? null : Number(points))))
    }
  })

  test('anonymous: no unit is named in any file; a single page names its own unit alone', async () => {
    const office = await locked()
    const { id } = await trial(office)
    const { bulletin, table } = await saved(office, id, true)
    const names = (await office.call('district.units', {})).map(({ name }) => name)
    const texts = [...(await documentText(bulletin)), ...[...(await cellsOf(table)).values()].flat(2)]
    expect(texts).toContain('单位01')
    for (const name of names) expect(texts.filter((text) => text.includes(name))).toEqual([])
    const { poster, pages } = await office.call('district.publicationSheets', { id, isAnonymous: true })
    for (const name of names) expect(JSON.stringify(poster)).not.toContain(name)
    expect(pages).toHaveLength(5)
    for (const page of pages)
      for (const name of names) expect(JSON.stringify(page).includes(name)).toBe(name === page.unit)
  })

  test('a page per unit: own place, gap to full marks and to the next place, components, returned lines', async () => {
    const office = await returnedLead()
    const { id } = await trial(office)
    const { pages } = await office.call('district.publicationSheets', { id, isAnonymous: false })
    const page = pages.find(({ unit }) => unit === '示例档案局')
    expect(page).toMatchObject({ rank: 3, of: 3, score: '14.00', max: '100', toFull: '86', toNext: '15' })
    expect(page?.components.find((each) => each.id === 'indicator')).toMatchObject({ points: '0.00', lost: '30' })
    expect(page?.returned).toEqual([{ label: '示例五号', verdict: 'returned', reason: '没有接收单位的回复' }])
    expect(pages[0]).toMatchObject({ unit: '示例发展局', rank: 1, tied: 2, toNext: null })
  })

  test('an accepted objection changes the verdict in a locked period; v2 lists what differs, v1 is printed as it was', async () => {
    const office = await returnedLead()
    const first = await trial(office)
    const before = await saved(office, first.id)
    const textBefore = await documentText(before.bulletin)
    expect(await office.call('district.pendingChanges', { period })).toEqual({ version: 1, changes: [] })
    objectionOf(office, 'o1', office.units.third, 'lead/c1')
    expect(await office.call('district.objections', { period })).toMatchObject([
      { id: 'o1', unit: '示例档案局', label: '示例五号', isAccepted: null },
    ])
    await office.call('district.answerObjection', { id: 'o1', isAccepted: true, answer: '已补交回复', approved: null })
    const review = await office.call('district.review', { unitId: office.units.third, period })
    expect(review.lines.find(({ line }) => line.key === 'lead/c1')?.verdict).toMatchObject({
      verdict: 'accepted',
      reason: '异议成立：已补交回复',
    })
    const change = { unit: '示例档案局', what: '得分', from: '14.00', to: '21.50' }
    expect(await office.call('district.pendingChanges', { period })).toEqual({ version: 1, changes: [change] })
    const again = office.call('district.answerObjection', {
      id: 'o1',
      isAccepted: false,
      answer: '不成立',
      approved: null,
    })
    expect((await refusalOf(again)).code).toBe('objectionAnswered')

    const second = await trial(office, '示例档案局异议成立')
    expect((await office.call('district.publication', { id: second.id })).changes).toEqual([change])
    const after = await saved(office, second.id)
    expect((await documentText(after.bulletin)).join('\n')).toContain('本通报为第2版，更正说明：示例档案局异议成立')
    expect((await cellsOf(after.table)).get('与上一版的不同')?.flat()).toEqual(
      expect.arrayContaining(['示例档案局', '得分', '14.00', '21.50']),
    )
    const reprinted = await saved(office, first.id)
    expect(await documentText(reprinted.bulletin)).toEqual(textBefore)
    expect(reprinted.checkCode).toBe(first.checkCode)
  })

  test('an objection that is not accepted, or is about the whole result, changes no verdict; a wrong number changes nothing', async () => {
    const office = await returnedLead()
    objectionOf(office, 'o1', office.units.third, 'lead/c1')
    objectionOf(office, 'o2', office.units.third, null)
    objectionOf(office, 'o3', office.units.third, 'figure/investment.effective')
    const answered = (id: string, isAccepted: boolean, approved: string | null = null) =>
      office.call('district.answerObjection', { id, isAccepted, answer: '已核实', approved })
    await answered('o1', false)
    await answered('o2', true)
    const verdict = async (key: string) => {
      const { lines } = await office.call('district.review', { unitId: office.units.third, period })
      return lines.find(({ line }) => line.key === key)?.verdict
    }
    expect(await verdict('lead/c1')).toMatchObject({ verdict: 'returned' })
    expect((await refusalOf(answered('o3', true, '很多'))).code).toBe('verdictValueWrong')
    expect((await office.call('district.objections', { period })).at(-1)).toMatchObject({ id: 'o3', isAccepted: null })
    await answered('o3', true, '3')
    expect(await verdict('figure/investment.effective')).toMatchObject({ verdict: 'adjusted', approved: '3' })
  })

  test('a folder that is gone writes nothing; a bureau has no publications', async () => {
    const office = await locked()
    const { id } = await trial(office)
    const folder = office.target()
    rmSync(folderOf(office, folder), { recursive: true })
    const gone = office.call('district.savePublication', { id, parts: ['table'], folder, isAnonymous: false })
    expect((await refusalOf(gone)).code).toBe('folderNotWritable')
    await office.call('settings.saveBureau', {
      name: '东丽区审计局',
      aliases: [],
      category: 3,
      mode: 'bureau',
      year: 2022,
    })
    expect((await refusalOf(trial(office, '更正'))).code).toBe('notDistrict')
  })
})
