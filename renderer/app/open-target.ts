import type { OpenItemKind, TimelineKind } from '../../shared/registry/record'
import type { RecordKind } from '../../shared/reports/model'
import type { SearchKind } from '../../shared/search/contract'
import { goTo, openRecord, type ScreenRoom } from './screen'

type TargetKind = SearchKind | RecordKind | OpenItemKind | TimelineKind

type Place = readonly [room: ScreenRoom, tab: string]

/** Where a record of each kind is shown, by whatever name a list calls it. */
const places: Readonly<Record<TargetKind, Place>> = {
  assignment: ['assignments', 'list'],
  task: ['assignments', 'tasks'],
  lead: ['investment', 'leads'],
  followUp: ['investment', 'leads'],
  project: ['projects', 'ledger'],
  problem: ['projects', 'ledger'],
  projectProblem: ['projects', 'ledger'],
  projectVisit: ['projects', 'ledger'],
  policy: ['environment', 'policies'],
  visit: ['environment', 'matrix'],
  demand: ['environment', 'demands'],
  brief: ['environment', 'briefs'],
  training: ['environment', 'briefs'],
  entry: ['revenue', 'entries'],
  revenue: ['revenue', 'entries'],
  revenueEntry: ['revenue', 'entries'],
  tip: ['revenue', 'tips'],
  revenueTip: ['revenue', 'tips'],
  finding: ['rectification', 'list'],
  measure: ['rectification', 'list'],
  rectProgram: ['rectification', 'programs'],
  person: ['registry', 'people'],
  enterprise: ['registry', 'enterprises'],
  attachment: ['home', ''],
}

/** Texts and trainings of 招商 are with its 平时考核. */
const routine: Place = ['investment', 'routine']

interface Target {
  readonly kind: TargetKind
  /** Empty: the list of such records. */
  readonly recordId: string
  /** The stream of texts and trainings, which several have. */
  readonly stream?: string | null
}

/** Whether the window has a page for records of this kind. */
export function isOpenable(kind: string): kind is TargetKind {
  return Object.hasOwn(places, kind)
}

/** Shows a record in its own room. */
export function openTarget({ kind, recordId, stream }: Target): void {
  const isRoutine = stream === 'investment' && (kind === 'brief' || kind === 'training')
  const [room, tab] = isRoutine ? routine : places[kind]
  if (recordId === '') goTo(room, tab)
  else openRecord(room, tab, recordId)
}
