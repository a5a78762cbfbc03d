import type { ReactNode } from 'react'
import type { Day } from './day'

/** What each tab of the page gets. */
export interface TabProps {
  readonly day: Day
  /** The page's head with the tab's own buttons in it. */
  readonly header: (buttons: ReactNode) => ReactNode
}
