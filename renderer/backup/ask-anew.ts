import { useCallback } from 'react'
import { goTo, useScreen } from '../app/screen'
import { useDropNotice } from '../components/undo-notice'
import { queries } from '../desk'

interface AskAnew {
  /** Another ledger stands behind the window now: nothing that was asked of the old one holds. */
  readonly askAnew: () => Promise<void>
  /** The same, and then the page that says what was done. */
  readonly askAnewAndSay: () => Promise<void>
}

/** Makes the whole window ask anew; records that were open are closed, what was typed stays. */
export function useAskAnew(): AskAnew {
  const dropNotice = useDropNotice()
  const askAnew = useCallback(async () => {
    // Its 撤销 would take back something of the ledger that is open now.
    dropNotice()
    useScreen.setState({ recordId: null, visitWish: null, isHelpOpen: false })
    await queries.resetQueries()
  }, [dropNotice])
  const askAnewAndSay = useCallback(async () => {
    goTo('settings', 'backup')
    await askAnew()
  }, [askAnew])
  return { askAnew, askAnewAndSay }
}
