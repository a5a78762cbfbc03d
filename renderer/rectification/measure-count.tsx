import type { FindingState } from '../../shared/rectification/record'
import { isOpenFinding } from '../../shared/rectification/timeliness'
import { Light } from '../components/light'
import { treeText as text } from '../text/rectification'

interface MeasureCountProps {
  readonly state: FindingState
  readonly measuresDone: number
  readonly measureCount: number
}

/** Done and all measures; an open finding without one stands out. */
export function MeasureCount({ state, measuresDone, measureCount }: MeasureCountProps) {
  if (measureCount === 0 && isOpenFinding({ state })) return <Light state="overdue" text={text.noMeasure} />
  return text.measures(measuresDone, measureCount)
}
