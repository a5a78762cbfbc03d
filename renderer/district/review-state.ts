import { useKept } from '../app/kept'
import { goTo, useScreen } from '../app/screen'

const key = 'district.review'

export interface ReviewView {
  readonly view: 'checks' | 'unit'
  readonly unitId: string | null
  readonly showsDecided: boolean
}
const start: ReviewView = { view: 'checks', unitId: null, showsDecided: false }

export function useReviewView(): readonly [ReviewView, (change: Partial<ReviewView>) => void] {
  return useKept(key, start)
}

/** Shows the return of a unit in 核验. */
export function openReview(unitId: string): void {
  useScreen.setState((state) => ({ kept: { ...state.kept, [key]: { view: 'unit', unitId } } }))
  goTo('district', 'review')
}
