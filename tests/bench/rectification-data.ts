import type { FindingRow } from '../../db/repositories/findings'
import type { MeasureRow } from '../../db/repositories/measures'
import type { ProgramRow } from '../../db/repositories/rect-programs'
import { addDays, type IsoDate } from '../../shared/core/dates'
import { emptyFinding, emptyProgram, unclaimedWay } from '../../shared/rectification/empty-records'
import { findingStatuses, rectTypes } from '../../shared/rectification/record'
import { stateOfStatus } from '../../shared/rectification/status'

/** Findings of one programme, as a district that consolidates all its units holds them. */
export const findingCount = 5000
/** Measures of each finding. */
export const measuresPerFinding = 4
export const leadUnits = ['办公室', '法规科', '财政科', '经责科', '投资科', '电子数据科', '内审科']

const feedbackOn = '2021-07-26' as IsoDate
const at = '2022-06-30T09:30:00+08:00'
const about = { isSample: false, createdAt: at, updatedAt: at }
const unknownRow = { batchId: null, sourceRow: null }

export function benchProgram(id: string): ProgramRow {
  const fields = { title: '市委巡视反馈意见整改', originYears: '2021', feedbackOn }
  return { ...emptyProgram('municipalInspection'), ...fields, ...about, id, noticeText: '', batchId: null }
}

/** One finding somewhere on its way; always the same for the same index. */
export function benchFinding(index: number, id: string, programId: string): FindingRow {
  const status = findingStatuses[(index * 7) % findingStatuses.length] ?? 'inProgress'
  const isDone = status === 'done' || status === 'promoted'
  return {
    ...emptyFinding(index % 3 === 0 ? 'byAnalogy' : 'specific'),
    ...unclaimedWay,
    ...about,
    ...unknownRow,
    id,
    programId,
    position: index,
    no: String(index + 1),
    aspect: `方面${index % 4}`,
    keyIssue: `重点问题${index % 130}`,
    category: '预算执行',
    title: `第${index + 1}项问题：专项资金拨付不及时`,
    detail: '部分项目资金下达后长期未拨付到位，形成结余，未按规定收回统筹使用。',
    amount: index % 5 === 0 ? index * 1_000_000 : null,
    rectType: rectTypes[index % rectTypes.length] ?? null,
    leader: `责任领导${index % 9}`,
    leadUnit: leadUnits[index % leadUnits.length] ?? '',
    handler: `承办人${index % 60}`,
    dueOn: addDays(feedbackOn, 60 + ((index * 37) % 700)),
    originalDueOn: addDays(feedbackOn, 60 + ((index * 37) % 700)),
    progress: '已制定方案，正在落实。',
    state: index % 2 === 0 && isDone ? 'closed' : stateOfStatus(status),
    status,
    submittedOn: isDone ? addDays(feedbackOn, (index * 13) % 390) : null,
    closedOn: isDone ? addDays(feedbackOn, ((index * 13) % 390) + 5) : null,
  }
}

export function benchMeasure(id: string, programId: string, text: string): MeasureRow {
  const people = { leader: '', unit: '', handler: '', dueOn: null, justification: '' }
  const done = { status: 'done', doneOn: '2022-03-01', doneBy: '承办人1', result: '', verifiedBy: '', verifiedOn: null }
  return { id, programId, text, ...people, ...done, ...unknownRow, ...about }
}
