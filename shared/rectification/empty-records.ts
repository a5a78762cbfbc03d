import { usualLevelNames } from '../terms/rectification'
import { usualClocks, usualReportCycle } from './clocks'
import {
  auditSources,
  type FindingFields,
  type FindingKind,
  type FindingRecord,
  type ProgramFields,
  type RectSource,
  type RectType,
} from './record'
import type { Cycle, MeasureRecord } from './part-records'
import { usualVocabulary } from './status'

/** A programme of which only the source is known: the usual clocks, words, rounding and level names of that source. */
export function emptyProgram(source: RectSource): ProgramFields {
  return {
    source,
    level: '',
    title: '',
    docNo: '',
    auditee: '',
    originYears: '',
    feedbackOn: null,
    reportToUnit: '',
    reportCycleMonths: usualReportCycle(source),
    clocks: usualClocks(source),
    vocabulary: [...usualVocabulary(source)],
    rateRule: { mode: 'halfUp', decimals: 1, countsReferred: true },
    levelNames: { ...usualLevelNames },
    declared: {},
    remark: '',
  }
}

/** What a source's items are called where nothing else is said. */
export function usualKind(source: RectSource): FindingKind {
  return auditSources.has(source) ? 'audit' : 'specific'
}

/** 立行立改 items are rectified at once; all others are to be decided. */
export function usualRectType(kind: FindingKind): RectType | null {
  return kind === 'immediateHandover' ? 'immediate' : null
}

/** A finding of which nothing is known yet but its kind. */
export function emptyFinding(kind: FindingKind): FindingFields {
  return {
    no: '',
    kind,
    aspect: '',
    keyIssue: '',
    category: '',
    title: '',
    detail: '',
    auditee: '',
    amount: null,
    amountClass: null,
    legalBasis: '',
    auditSuggestion: '',
    isRecurrence: null,
    rectType: usualRectType(kind),
    leader: '',
    leadUnit: '',
    units: '',
    handler: '',
    dueOn: null,
    standard: '',
    progress: '',
    result: '',
    reasonNotDone: '',
    nextStep: '',
    mechanism: '',
    evidenceText: '',
    isPublic: null,
    projectId: null,
    enterpriseId: null,
    remark: '',
  }
}

/** A measure of which nothing is known yet, not started. */
export const emptyMeasure: Omit<MeasureRecord, 'id' | 'programId'> = {
  text: '',
  leader: '',
  unit: '',
  handler: '',
  dueOn: null,
  justification: '',
  status: 'notStarted',
  doneOn: null,
  doneBy: '',
  result: '',
  verifiedBy: '',
  verifiedOn: null,
}

/** A cycle that has neither begun nor ended. */
export const emptyCycle: Omit<Cycle, 'id' | 'findingId' | 'seq'> = {
  startedOn: null,
  dueOn: null,
  closedOn: null,
  closureFormNo: '',
  reopenReason: '',
  reopenBasis: '',
}

type Way = Omit<
  FindingRecord,
  keyof FindingFields | 'id' | 'programId' | 'position' | 'isSample' | 'createdAt' | 'updatedAt'
>

/** The beginning of the way: 待认领, nothing done, in its first cycle. Source: domain §3. */
export const unclaimedWay: Way = {
  state: 'unclaimed',
  status: 'inProgress',
  statusLabel: '',
  originalDueOn: null,
  extensionCount: 0,
  cycle: 1,
  reopenCount: 0,
  returnCount: 0,
  submittedOn: null,
  submittedBy: '',
  proposedState: null,
  proposedBy: '',
  determinedBy: '',
  determinedOn: null,
  closedOn: null,
  closedBy: '',
  closureFormNo: '',
}
