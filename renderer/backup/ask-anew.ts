import { useScreen, goTo } from '../app/screen'
import { queries } from '../desk'

/** Another ledger stands behind the window now: nothing that was asked of the old one holds. */
export async function askAnew(): Promise<void> {
  useScreen.setState({ recordId: null, visitWish: null, isHelpOpen: false })
  await queries.resetQueries()
}

/** The same, and then the page that says what was done. */
export async function askAnewAndSay(): Promise<void> {
  goTo('settings', 'backup')
  await askAnew()
}
