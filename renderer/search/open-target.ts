import type { SearchHit, SearchKind } from '../../shared/search/contract'
import type { ScreenRoom } from '../app/screen'
import { openRecord } from '../app/screen'

interface Place {
  readonly room: ScreenRoom
  readonly tab: string
}

const places: Readonly<Record<SearchKind, Place>> = {
  lead: { room: 'investment', tab: 'leads' },
  followUp: { room: 'investment', tab: 'leads' },
  project: { room: 'projects', tab: 'ledger' },
  projectProblem: { room: 'projects', tab: 'ledger' },
  projectVisit: { room: 'projects', tab: 'ledger' },
  policy: { room: 'environment', tab: 'policies' },
  visit: { room: 'environment', tab: 'matrix' },
  demand: { room: 'environment', tab: 'demands' },
  brief: { room: 'environment', tab: 'briefs' },
  training: { room: 'environment', tab: 'briefs' },
  revenueEntry: { room: 'revenue', tab: 'entries' },
  revenueTip: { room: 'revenue', tab: 'tips' },
  assignment: { room: 'assignments', tab: 'list' },
  person: { room: 'registry', tab: 'people' },
  enterprise: { room: 'registry', tab: 'enterprises' },
  attachment: { room: 'home', tab: '' },
}

/** Texts and trainings of 招商 are with its 平时考核. */
const routine: Place = { room: 'investment', tab: 'routine' }

/** Shows the record that a hit stands for, in its list. */
export function openTarget({ kind, recordId, stream }: SearchHit['target']): void {
  const isRoutine = stream === 'investment' && (kind === 'brief' || kind === 'training')
  const { room, tab } = isRoutine ? routine : places[kind]
  openRecord(room, tab, recordId)
}
