import { useScreen } from '../app/screen'
import { draftsFor } from './drafts-by-person'

/** Shows nobody what another person has typed; the drawer that was open closes. */
export function takeDrafts(person: string): void {
  useScreen.setState((state) =>
    state.draftsOwner === person ? {} : { ...draftsFor(state, person), recordId: null, isHelpOpen: false },
  )
}
