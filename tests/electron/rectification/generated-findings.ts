import type { WriteDb } from '../../../db/access'
import { insertPart } from '../../../db/repositories/finding-parts'
import { insertFinding, type FindingRow } from '../../../db/repositories/findings'
import { insertMeasure, linkMeasure } from '../../../db/repositories/measures'
import { insertProgram } from '../../../db/repositories/rect-programs'
import { newProgram } from '../../../electron/rectification/new-program'
import { fen } from '../../../shared/core/money'
import { emptyFinding, unclaimedWay, usualRectType } from '../../../shared/rectification/empty-records'
import {
  amountClasses,
  findingKinds,
  rectTypes,
  treatments,
  type FindingState,
  type RectSource,
} from '../../../shared/rectification/record'
import { statusOfState } from '../../../shared/rectification/status'
import { writing, type Service } from '../../builders'

const now = '2022-06-30T09:30:00+08:00'
const isSample = false

/** Numbers from a seed, the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const words = [
  '往来款长期挂账',
  '1. 起草；2. 印发',
  '一是加强，二是完善',
  '（1）核实（2）整改',
  '=HYPERLINK("x")',
  '+86 22',
  '  前后空格  ',
  '两行\n文字',
  '①②③',
  '100％',
  '“引号”',
  '√',
  '/',
  '—',
  '无',
  '备注：见附件',
  '2.5亿元',
  '0012',
  'ＡＢＣ１２３',
]
const longText = '审计发现的问题'.repeat(90)

/** Random texts, days and choices for findings of any shape. */
function randomOf(next: (below: number) => number) {
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T
  const maybe = <T>(value: () => T): T | null => (next(3) === 0 ? null : value())
  const text = (): string => (next(4) === 0 ? '' : [pick(words), pick(words)].slice(next(2)).join('，'))
  const day = (): string =>
    `20${20 + next(4)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`
  const money = () => fen(next(2) === 0 ? next(1_000_000_000) : next(900) * 1_000_000) ?? null
  const flag = (): boolean | null => [true, false, null][next(3)] ?? null
  return { pick, maybe, text, day, money, flag, next }
}

type Random = ReturnType<typeof randomOf>

const ways: readonly (readonly [FindingState, FindingRow['status'], string])[] = [
  ['unclaimed', 'inProgress', ''],
  ['planning', 'inProgress', ''],
  ['rectifying', 'inProgress', '正在整改'],
  ['rectifying', 'notDone', ''],
  ['awaitingDetermination', 'inProgress', ''],
  ['completed', 'done', '已完成'],
  ['completed', 'promoted', '已推动整改'],
  ['basicallyDone', 'basicallyDone', ''],
  ['phasedDone', 'phasedDone', '阶段性完成'],
  ['longTerm', 'longTerm', '持续整改'],
  ['closed', 'done', '本地说法'],
  ['closed', 'promoted', ''],
  ['referred', 'inProgress', ''],
]

function generated(random: Random, programId: string, position: number, id: string): FindingRow {
  const { pick, maybe, text, day, money, flag, next } = random
  const [state, status, statusLabel] = pick(ways)
  const [first, later] = [day(), `2024-0${1 + next(9)}-15`]
  const isExtended = next(3) === 0
  const kind = pick(findingKinds)
  const title = next(9) === 0 ? `${longText.slice(0, 120)}\u2026` : `${pick(words)}${position}`
  return {
    ...emptyFinding(kind),
    ...unclaimedWay,
    id,
    programId,
    position,
    no: next(5) === 0 ? '' : `${1 + next(9)}-${position}`,
    aspect: text(),
    keyIssue: text(),
    category: text(),
    title,
    detail: title.endsWith('\u2026') ? longText + String(position) : text(),
    auditee: text(),
    amount: maybe(money),
    amountClass: maybe(() => pick(amountClasses)),
    legalBasis: text(),
    auditSuggestion: text(),
    isRecurrence: flag(),
    // 立行立改 has its type from the start.
    rectType: maybe(() => pick(rectTypes)) ?? usualRectType(kind),
    leader: text(),
    leadUnit: text(),
    units: text(),
    handler: text(),
    dueOn: isExtended ? later : maybe(() => first),
    originalDueOn: isExtended ? first : null,
    extensionCount: isExtended ? 1 + next(2) : 0,
    standard: text(),
    progress: text(),
    result: text(),
    reasonNotDone: text(),
    nextStep: text(),
    mechanism: text(),
    evidenceText: text(),
    isPublic: flag(),
    remark: text(),
    state,
    status: statusOfState(state) === null || status === 'promoted' ? status : (statusOfState(state) ?? status),
    statusLabel,
    determinedBy: text(),
    determinedOn: maybe(() => '2022-03-01'),
    closedOn: state === 'closed' ? '2022-05-01' : null,
    batchId: null,
    sourceRow: null,
    isSample,
    createdAt: now,
    updatedAt: now,
  }
}

function addParts(db: WriteDb, random: Random, finding: FindingRow, newId: () => string): void {
  const { pick, text, money, next } = random
  const { id: findingId, programId } = finding
  for (let index = 0; index < next(4); index += 1) {
    const rest = { leader: '', unit: '', handler: '', dueOn: null, justification: '', status: 'inProgress' } as const
    const done = { doneOn: null, doneBy: '', result: '', verifiedBy: '', verifiedOn: null } as const
    const measureId = newId()
    const about = { batchId: null, sourceRow: null, isSample, createdAt: now, updatedAt: now }
    insertMeasure(db, { id: measureId, programId, text: text() || '措施', ...rest, ...done, ...about })
    linkMeasure(db, { id: newId(), findingId, measureId, isSample })
  }
  for (let index = 0; index < next(3); index += 1) {
    const id = newId()
    insertPart(db, 'point', {
      id,
      findingId,
      parentId: null,
      position: index + 1,
      no: '',
      text: text() || '表现',
      isSample,
    })
    if (next(2) === 0)
      insertPart(db, 'point', {
        id: newId(),
        findingId,
        parentId: id,
        position: 1,
        no: '',
        text: text() || '条',
        isSample,
      })
  }
  for (let index = 0; index < next(3); index += 1) {
    const amount = { requiredFen: money(), doneFen: money(), unit: '', required: null, done: null }
    const other = { requiredFen: null, doneFen: null, unit: '户', required: '241', done: '210' }
    const rest = { voucherNo: '', reason: '', isSample }
    insertPart(db, 'amount', {
      id: newId(),
      findingId,
      treatment: pick(treatments),
      ...(next(5) === 0 ? other : amount),
      ...rest,
    })
  }
  for (let index = 0; index < next(3); index += 1)
    insertPart(db, 'rule', { id: newId(), findingId, name: text(), docNo: '', issuedOn: null, isSample })
  if (next(3) === 0)
    insertPart(db, 'accountability', {
      id: newId(),
      findingId,
      form: 'interview',
      persons: 1 + next(3),
      decidedOn: null,
      note: '',
      isSample,
    })
  if (next(3) === 0)
    insertPart(db, 'referral', {
      id: newId(),
      findingId,
      to: '区纪委监委',
      cases: next(2),
      persons: next(3),
      amount: money(),
      docNo: '移〔2022〕1号',
      referredOn: '2022-04-01',
      isSample,
    })
}

const programs: readonly (readonly [RectSource, string, string, string])[] = [
  ['municipalAudit', '2021年预算执行审计', '审报〔2021〕1号', '2021'],
  ['districtAudit', '2021年预算执行审计', '审报〔2021〕1号', '2021'],
  ['districtAudit', '2017—2020年审计发现问题', '', '2017—2020'],
  ['internalAudit', '内部审计', '', '2020'],
  ['internalAudit', '内部审计', '', '2021'],
  ['municipalInspection', '市委巡视反馈意见', '', '2021'],
  ['districtInspection', '县委第四巡察组 反馈意见', '巡〔2021〕4号', '2021'],
]

/** Programmes of every source, each with its findings, written without the steps that lead there. */
export function generateFindings(service: Service, count: number, seed: number): void {
  const random = randomOf(seeded(seed))
  const { newId } = service.context
  writing(
    service.store(),
    (db) => {
      for (const [source, title, docNo, originYears] of programs) {
        const program = newProgram({ source, title, docNo, originYears }, { id: newId(), batchId: null, isSample, now })
        insertProgram(db, program)
        for (let position = 1; position <= count; position += 1) {
          const finding = generated(random, program.id, position, newId())
          insertFinding(db, finding)
          addParts(db, random, finding, newId)
        }
      }
    },
    { name: 'rectification.keepNotice' },
  )
}
