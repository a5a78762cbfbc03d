import type { FindingRow } from '../../shared/rectification/finding-rows'
import type { FindingState } from '../../shared/rectification/record'
import { findingStateDefinitions, findingStateLabels } from '../../shared/terms/rectification'
import { Light } from '../components/light'
import { listText, pageText, treeText } from '../text/rectification'

/** Shapes of the states: open ring, half, full; so that no state is told by its colour. */
const signs: Readonly<Record<FindingState, string>> = {
  unclaimed: '○',
  planning: '○',
  rectifying: '◐',
  awaitingDetermination: '◑',
  completed: '●',
  basicallyDone: '△',
  phasedDone: '△',
  longTerm: '◇',
  closed: '✓',
  referred: '→',
}

interface StatusMarkProps {
  readonly state: FindingState
  /** The programme's own word; the state's name stands in the tip. */
  readonly statusText: string
}

/** Where a finding stands, as shape and word; the definition is the tip. */
export function StatusMark({ state, statusText }: StatusMarkProps) {
  return (
    <span
      className={`rect-status rect-status-${state}`}
      title={pageText.defined(findingStateLabels[state], findingStateDefinitions[state])}
    >
      <span aria-hidden="true">{signs[state]}</span> {statusText}
    </span>
  )
}

/** The deadline's light with the working days left, or how it was kept. */
export function DueLight({ row }: { readonly row: Pick<FindingRow, 'light' | 'workdaysLeft' | 'timelinessText'> }) {
  const { light, workdaysLeft, timelinessText } = row
  if (light === 'none' || workdaysLeft === null) return <span className="soft">{timelinessText || treeText.none}</span>
  const days = workdaysLeft < 0 ? listText.daysOver(-workdaysLeft) : listText.daysLeft(workdaysLeft)
  return <Light state={light} text={days} />
}

/** The deadline; both dates where it was extended. */
export function dueShown({
  dueOn,
  originalDueOn,
  extensionCount,
}: Pick<FindingRow, 'dueOn' | 'originalDueOn' | 'extensionCount'>): string {
  if (dueOn === null) return treeText.none
  const isExtended = extensionCount > 0 && originalDueOn !== null && originalDueOn !== dueOn
  return isExtended ? treeText.due(dueOn, originalDueOn) : dueOn
}
