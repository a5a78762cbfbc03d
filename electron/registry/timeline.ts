import type { ReadDb } from '../../db/access'
import type { EnterpriseRow } from '../../db/repositories/enterprises'
import { toFindingRecord } from '../../db/repositories/findings'
import { toLeadRecord } from '../../db/repositories/investment'
import {
  readDemandsOf,
  readFindingsAbout,
  readLeadsOf,
  readProjectsOf,
  readRevenueOf,
  readToldOf,
  readVisitsOf,
} from '../../db/repositories/timeline'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { fen, formatMoney } from '../../shared/core/money'
import { leadState } from '../../shared/investment/facts'
import { isOpenFinding } from '../../shared/rectification/timeliness'
import type { TimelineEntry } from '../../shared/registry/record'
import { leadStateLabel } from '../../shared/terms/investment'
import { timelineDetails, timelineLabels } from '../../shared/terms/registry'
import { statusTextOf } from '../rectification/present'

/** The day of a stored text; null when there is none. */
function dayOf(...texts: readonly (string | null)[]): IsoDate | null {
  const text = texts.find((each) => each !== null)
  return text ? parseIsoDate(text.slice(0, 10)) : null
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

function leadEntries(db: ReadDb, enterprise: EnterpriseRow, today: IsoDate): TimelineEntry[] {
  return readLeadsOf(db, enterprise).map((row) => {
    const lead = toLeadRecord(row)
    const landed = lead.landedOn === null ? '' : timelineDetails.landedOn(lead.landedOn)
    return {
      room: 'investment',
      kind: 'lead',
      recordId: lead.id,
      on: lead.filedOn ?? dayOf(lead.createdAt),
      title: lead.title || lead.investorName,
      detail: words(leadStateLabel(leadState(lead, today)), landed),
    }
  })
}

function projectEntries(db: ReadDb, enterprise: EnterpriseRow): TimelineEntry[] {
  return readProjectsOf(db, enterprise).map((row) => {
    const steps = [
      [timelineDetails.projectSteps.signed, row.signedOn],
      [timelineDetails.projectSteps.started, row.startedOn],
      [timelineDetails.projectSteps.completed, row.completedOn],
    ] as const
    return {
      room: 'projects',
      kind: 'project',
      recordId: row.id,
      on: dayOf(row.enterPoolOn, row.signedOn, row.startedOn, row.createdAt),
      title: row.name,
      detail: words(...steps.map(([word, on]) => (on === null ? '' : `${on} ${word}`))),
    }
  })
}

function environmentEntries(db: ReadDb, enterpriseId: string): TimelineEntry[] {
  const visits = readVisitsOf(db, enterpriseId).map((row): TimelineEntry => {
    const who = words(row.personName ?? '', row.visitors)
    return {
      room: 'environment',
      kind: 'visit',
      recordId: row.id,
      on: dayOf(row.visitedOn),
      title: row.topics || timelineLabels.visit,
      detail: words(timelineDetails.visitMode[row.mode] ?? row.mode, who && timelineDetails.by(who)),
    }
  })
  const demands = readDemandsOf(db, enterpriseId).map((row): TimelineEntry => {
    const { solved, unsolved, solvedUnknown } = timelineDetails
    const state = row.isSolved === null ? solvedUnknown : row.isSolved ? solved : unsolved
    return {
      room: 'environment',
      kind: 'demand',
      recordId: row.id,
      on: dayOf(row.raisedOn),
      title: row.text,
      detail: row.solvedOn === null ? state : `${row.solvedOn} ${state}`,
    }
  })
  const told = readToldOf(db, enterpriseId).map((row): TimelineEntry => ({
    room: 'environment',
    kind: 'policy',
    recordId: row.policyId,
    on: dayOf(row.toldOn),
    title: row.title,
    detail: timelineDetails.policy,
  }))
  return [...visits, ...demands, ...told]
}

function revenueEntries(db: ReadDb, enterprise: EnterpriseRow): TimelineEntry[] {
  return readRevenueOf(db, enterprise).map((row) => {
    const amount = row.districtRetained === null ? null : fen(row.districtRetained)
    const retained = amount === null ? '' : timelineDetails.retained(formatMoney(amount, 'tenThousand'))
    return {
      room: 'revenue',
      kind: 'revenue',
      recordId: row.id,
      on: dayOf(row.occurredOn, row.bookedOn, row.confirmedOn),
      title: row.item || row.payer,
      detail: words(timelineDetails.revenueStatus[row.status] ?? row.status, retained),
    }
  })
}

function findingEntries(db: ReadDb, enterprise: EnterpriseRow): TimelineEntry[] {
  return readFindingsAbout(db, enterprise).map((row): TimelineEntry => {
    const record = toFindingRecord(row.finding)
    const day =
      record.closedOn !== null
        ? timelineDetails.closedOn(record.closedOn)
        : record.dueOn !== null && isOpenFinding(record)
          ? timelineDetails.dueOn(record.dueOn)
          : ''
    return {
      room: 'rectification',
      kind: 'finding',
      recordId: record.id,
      on: dayOf(row.feedbackOn, record.createdAt),
      title: record.title,
      detail: words(row.programTitle, statusTextOf(record), day),
    }
  })
}

/** Everything that the streams know of an enterprise, the newest first; entries without a day come last. */
export function timelineOf(db: ReadDb, enterprise: EnterpriseRow, today: IsoDate): TimelineEntry[] {
  const entries = [
    ...leadEntries(db, enterprise, today),
    ...projectEntries(db, enterprise),
    ...environmentEntries(db, enterprise.id),
    ...revenueEntries(db, enterprise),
    ...findingEntries(db, enterprise),
  ]
  return entries.toSorted((left, right) => (right.on ?? '').localeCompare(left.on ?? ''))
}
