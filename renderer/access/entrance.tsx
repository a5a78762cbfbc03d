import { App } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { FailureNotice } from '../components/failure-notice'
import { Opening, StartPage } from '../components/start-page'
import { isOfPage, queries } from '../desk'
import { useAccess, type AccessState } from './access-state'
import { useAutoLock } from './auto-lock'
import { CodeCover, LockCover } from './lock-cover'
import { lockForOther } from './lock-mode'
import { useMassChange } from './mass-change'
import { MassChangeDialog } from './mass-change-dialog'
import { loadNeeds, useNeeds } from './needs'
import { takeDrafts } from './own-drafts'
import { useShownCode } from './shown-code'
import { SignInPage } from './sign-in-page'

const nobody = ''

/** Forgets what the window shows of the store; what is shown now is asked for again by whoever shows it. */
async function forgetAnswers(): Promise<void> {
  queries.removeQueries({ predicate: (query) => isOfPage(query) && query.queryKey[0] !== 'settings' })
  await queries.invalidateQueries({ queryKey: ['settings'] })
}

/**
 * Whether the page of `person` may be shown. The page of the one before is gone by then: its answers are forgotten, its
 * overlays closed, its drafts put away.
 */
function useIsOwnTurn(person: string, leavePage: () => void): boolean {
  const { message } = App.useApp()
  const [turn, setTurn] = useState(nobody)
  useEffect(() => {
    if (person === nobody || person === turn) return undefined
    let isGone = false
    useMassChange.getState().asked?.answer(null)
    // A notice would offer the next person to take back what another has done.
    message.destroy()
    leavePage()
    takeDrafts(person)
    forgetAnswers()
      .catch(console.error)
      .finally(() => {
        if (!isGone) setTurn(person)
      })
    return () => {
      isGone = true
    }
  }, [person, turn, leavePage, message])
  return person === nobody || person === turn
}

/** After a lock everything is asked anew, because nothing was answered meanwhile. */
function useAskAgain(isLocked: boolean): void {
  const wasLocked = useRef(isLocked)
  useEffect(() => {
    if (wasLocked.current && !isLocked) {
      lockForOther(false)
      void queries.invalidateQueries({ predicate: isOfPage })
    }
    wasLocked.current = isLocked
  }, [isLocked])
}

interface EntranceProps {
  readonly children: ReactNode
  /** Closes what lies over the page: import, grid, search. */
  readonly leavePage: () => void
}

function Inside({ state, leavePage, children }: EntranceProps & { readonly state: AccessState }) {
  const { isOn, isLocked, names } = state
  const person = isOn ? (state.person?.name ?? null) : nobody
  const isOwnTurn = useIsOwnTurn(person ?? nobody, leavePage)
  const hasShownCode = useShownCode(({ shown }) => shown !== null)
  const hasNeeds = useNeeds(({ needs }) => needs !== null)
  useAskAgain(isLocked)
  useAutoLock(isOn && person !== null && !isLocked ? state.autoLockMinutes : null)
  useEffect(() => {
    if (isOn) loadNeeds().catch(console.error)
  }, [isOn])
  if (person === null) return <SignInPage names={names} />
  if (!isOwnTurn || (isOn && !hasNeeds)) return <Opening />
  return (
    <>
      <div key={person} className="access-inside">
        {children}
      </div>
      <MassChangeDialog />
      {isLocked && <LockCover person={person} names={names} />}
      {hasShownCode && !isLocked && <CodeCover />}
    </>
  )
}

/** Between the program and its pages: signing in where people have to, the lock, and the page of whose turn it is. */
export function Entrance({ children, leavePage }: EntranceProps) {
  const access = useAccess()
  if (access.data) {
    return (
      <Inside state={access.data} leavePage={leavePage}>
        {children}
      </Inside>
    )
  }
  if (!access.error) return <Opening />
  return (
    <StartPage>
      <FailureNotice error={access.error} onRetry={() => void access.refetch()} />
    </StartPage>
  )
}
