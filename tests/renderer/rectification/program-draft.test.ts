import { describe, expect, test } from 'vitest'
import {
  doubleWord,
  programDraftOf,
  programFieldsOf,
  type ProgramDraft,
} from '../../../renderer/rectification/program-draft'
import type { ProgramRow } from '../../../shared/rectification/contract'
import { emptyProgram } from '../../../shared/rectification/empty-records'
import { day } from '../../builders'

const program: ProgramRow = {
  ...emptyProgram('municipalInspection'),
  id: 'p1',
  title: '市委巡视2021年反馈意见',
  feedbackOn: day('2021-07-26'),
  reportCycleMonths: 3,
  declared: { specific: 30, byAnalogy: 59 },
  isSample: false,
  createdAt: '',
  updatedAt: '',
  findings: 0,
  done: 0,
  overdue: 0,
  measures: 0,
  rate: '—',
  fraction: '0/0',
  planDueOn: null,
  firstReportDueOn: null,
  reportsDue: [],
  hasNotice: false,
}

const draft = (part: Partial<ProgramDraft> = {}): ProgramDraft => ({ ...programDraftOf(program), ...part })

describe('programFieldsOf', () => {
  test('an untouched form gives back the fields that it came from', () => {
    const { id: _id, isSample: _isSample, createdAt: _created, updatedAt: _updated, ...rest } = program
    const { findings: _f, done: _d, overdue: _o, measures: _m, rate: _r, fraction: _x, ...more } = rest
    const { planDueOn: _p, firstReportDueOn: _fr, reportsDue: _rd, hasNotice: _n, ...fields } = more
    expect(programFieldsOf(draft())).toEqual(fields)
  })

  test('an emptied clock is one that the document says nothing of; 0 is a clock', () => {
    const { clocks } = draft()
    const made = programFieldsOf(
      draft({
        clocks: {
          ...clocks,
          plan: { value: '', unit: 'calendarDays' },
          lookBack: { value: ' ６０ ', unit: 'workdays' },
          immediate: { value: '0', unit: 'calendarDays' },
        },
      }),
    )
    expect(made?.clocks).toMatchObject({
      plan: null,
      lookBack: { value: 60, unit: 'workdays' },
      immediate: { value: 0, unit: 'calendarDays' },
    })
  })

  test.each<[string, Partial<ProgramDraft>]>([
    ['no title', { title: ' ' }],
    ['a cycle of no months', { reportCycleMonths: '0' }],
    ['a cycle in words', { reportCycleMonths: '三' }],
    ['a clock in words', { clocks: { ...draft().clocks, plan: { value: '一个月', unit: 'months' } } }],
    ['a declared number in words', { declared: { ...draft().declared, specific: '约30' } }],
    ['a word twice', { vocabulary: [...program.vocabulary, ...program.vocabulary.slice(0, 1)] }],
  ])('%s is not saved', (_name, part) => {
    expect(programFieldsOf(draft(part))).toBeNull()
  })

  test('words that were left blank are dropped', () => {
    const [first] = program.vocabulary
    const blank = { label: ' ', status: 'done', countsAsDone: true, countsInDenominator: true } as const
    expect(programFieldsOf(draft({ vocabulary: first ? [first, blank] : [] }))?.vocabulary).toEqual([first])
  })
})

test('doubleWord names the word that stands twice, blanks aside', () => {
  const word = (label: string) => ({ label, status: 'done', countsAsDone: true, countsInDenominator: true }) as const
  expect(doubleWord([word('完成'), word(''), word(''), word('完成 ')])).toBe('完成')
  expect(doubleWord([word('完成'), word('整改中')])).toBeNull()
})
