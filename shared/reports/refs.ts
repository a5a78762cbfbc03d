import type { Task } from '../assignments/task'
import type { BriefRecord, TrainingRecord } from '../briefs/record'
import type { Stream } from '../core/schemas'
import type { DemandRecord, PolicyRecord, VisitRecord } from '../environment/record'
import type { LeadRecord } from '../investment/record'
import type { ProjectProblem, ProjectRecord, ProjectVisit } from '../projects/record'
import type { FindingRecord } from '../rectification/record'
import type { RevenueRecord, RevenueTip } from '../revenue/record'
import type { RecordRef } from './model'

export function taskRef({ id, title }: Task): RecordRef {
  return { room: 'assignments', kind: 'task', recordId: id, title }
}

export function leadRef({ id, title, investorName }: LeadRecord): RecordRef {
  return { room: 'investment', kind: 'lead', recordId: id, title: title || investorName }
}

/** Texts and trainings open in the room of the stream that counts them. */
export function briefRef(room: Stream, { id, title }: BriefRecord): RecordRef {
  return { room, kind: 'brief', recordId: id, title }
}

export function trainingRef(room: Stream, { id, title }: TrainingRecord): RecordRef {
  return { room, kind: 'training', recordId: id, title }
}

export function projectRef({ id, name }: Pick<ProjectRecord, 'id' | 'name'>): RecordRef {
  return { room: 'projects', kind: 'project', recordId: id, title: name }
}

/** Problems and visits open with their project. */
export function problemRef(projectName: string, { projectId, text }: ProjectProblem): RecordRef {
  return { room: 'projects', kind: 'problem', recordId: projectId, title: `${projectName} ${text}` }
}

export function projectVisitRef(projectName: string, { projectId, visitedOn }: ProjectVisit): RecordRef {
  return { room: 'projects', kind: 'projectVisit', recordId: projectId, title: `${projectName} ${visitedOn}` }
}

export function policyRef({ id, title }: PolicyRecord): RecordRef {
  return { room: 'environment', kind: 'policy', recordId: id, title }
}

export function visitRef(enterpriseName: string, { id, visitedOn }: Pick<VisitRecord, 'id' | 'visitedOn'>): RecordRef {
  return { room: 'environment', kind: 'visit', recordId: id, title: `${enterpriseName} ${visitedOn}` }
}

export function demandRef(enterpriseName: string, { id, text }: Pick<DemandRecord, 'id' | 'text'>): RecordRef {
  return { room: 'environment', kind: 'demand', recordId: id, title: `${enterpriseName} ${text}` }
}

export function enterpriseRef({
  enterpriseId,
  name,
}: {
  readonly enterpriseId: string
  readonly name: string
}): RecordRef {
  return { room: 'registry', kind: 'enterprise', recordId: enterpriseId, title: name }
}

export function entryRef({ id, item }: Pick<RevenueRecord, 'id' | 'item'>): RecordRef {
  return { room: 'revenue', kind: 'entry', recordId: id, title: item }
}

export function tipRef({ id, counterpart, sentOn }: RevenueTip): RecordRef {
  return { room: 'revenue', kind: 'tip', recordId: id, title: `${counterpart} ${sentOn}` }
}

export function findingRef({ id, no, title }: Pick<FindingRecord, 'id' | 'no' | 'title'>): RecordRef {
  return { room: 'rectification', kind: 'finding', recordId: id, title: no === '' ? title : `${no} ${title}` }
}

/** No single record: the list in which such records stand. */
export function tabRef(room: RecordRef['room'], kind: RecordRef['kind']): RecordRef {
  return { room, kind, recordId: '', title: '' }
}
