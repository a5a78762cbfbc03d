import { goTo, useScreen } from '../app/screen'

export const reviewKey = 'district.review'

/** Shows the return of a unit in 核验. */
export function openReview(unitId: string): void {
  useScreen.setState((state) => ({ kept: { ...state.kept, [reviewKey]: { unitId } } }))
  goTo('district', 'review')
}
