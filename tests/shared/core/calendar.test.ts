import { describe, expect, test } from 'vitest'
import { parseCalendarFile } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { missingCalendarText } from '../../../shared/terms/core'

const good = { year: 2027, source: '国办发明电〔2026〕1号', off: ['2027-01-01', '2026-12-31'], makeUp: ['2027-01-09'] }
const read = (value: unknown) => parseCalendarFile(typeof value === 'string' ? value : JSON.stringify(value))

describe('an importable 放假安排 file', () => {
  test('one year, a list and a wrapped list read the same, days sorted', () => {
    const expected = { ok: true, value: [{ ...good, off: ['2026-12-31', '2027-01-01'] }] }
    expect(read(good)).toEqual(expected)
    expect(read([good])).toEqual(expected)
    expect(read({ years: [good] })).toEqual(expected)
    expect(read(`\uFEFF${JSON.stringify(good)}`)).toEqual(expected)
  })

  test('what the program ships can be written out and read back', () => {
    expect(read([...shippedCalendars])).toEqual({ ok: true, value: shippedCalendars })
  })

  test.each([
    ['no JSON', '放假安排', '不是有效的 JSON 文本'],
    ['an empty list', [], '文件里没有任何年度'],
    ['a number', 7, '第1个年度不是“year、source、off、makeUp”四项的写法'],
    ['a year as text', { ...good, year: '2027' }, '第1个年度的“年度（year）”'],
    ['no source', { ...good, source: '' }, '缺少或写错了“依据（source）”'],
    ['no days off', { ...good, off: [] }, '缺少或写错了“放假日期（off）”'],
    ['no make-up list', { ...good, makeUp: undefined }, '缺少或写错了“调休上班日期（makeUp）”'],
    ['a day that does not exist', { ...good, off: ['2027-02-30'] }, '“放假日期（off）”里的“2027-02-30”不是有效日期'],
    ['a day of another year', { ...good, off: ['2025-10-01'] }, '2025-10-01，不属于该年'],
    ['a day twice', { ...good, off: ['2027-01-01', '2027-01-01'] }, '2027-01-01出现了两次'],
    ['a day off and worked', { ...good, off: ['2027-01-09'] }, '2027-01-09同时列为放假和调休上班'],
    ['a make-up day on a Monday', { ...good, makeUp: ['2027-01-11'] }, '2027-01-11是周一'],
    ['one year twice', [good, good], '2027年出现了两次'],
  ])('%s is refused and says why', (_name, value, detail) => {
    const result = read(value)
    expect(result).toMatchObject({ ok: false, error: { code: 'calendarInvalid' } })
    expect(result.ok ? '' : result.error.params['detail']).toContain(detail)
  })

  test('the sentence beside an estimated day names the years', () => {
    expect(missingCalendarText([])).toBe('')
    expect(missingCalendarText([2027])).toContain('2027年放假安排未录入')
  })
})
