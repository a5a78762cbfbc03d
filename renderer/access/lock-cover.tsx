import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useShell } from '../app/shell'
import { appText } from '../text/app'
import { recoverySheetText, signInText as text } from '../text/access'
import { coverPage } from './cover-page'
import { useLockMode } from './lock-mode'
import { Code } from './recovery-sheet'
import { RecoverForm } from './recover-form'
import { useShownCode } from './shown-code'
import { SignInForm } from './sign-in-form'
import './access.css'

interface LockCoverProps {
  /** Who sits here. */
  readonly person: string
  readonly names: readonly string[]
}

function LockPanel({ person, names }: LockCoverProps) {
  const [isForOther, setIsForOther] = useState(() => useLockMode.getState().isForOther)
  const [other, setOther] = useState('')
  const [isForgotten, setIsForgotten] = useState(false)
  const hasShownCode = useShownCode(({ shown }) => shown !== null)
  const name = isForOther ? other : person
  if (hasShownCode) return <Code />
  if (isForgotten)
    return <RecoverForm name={name.trim()} onBack={() => setIsForgotten(false)} onDone={() => setIsForgotten(false)} />
  return (
    <>
      <p className="access-tight">{isForOther ? text.otherDrops(person) : text.lockedFor(person)}</p>
      <SignInForm
        key={String(isForOther)}
        names={names}
        name={name}
        onName={setOther}
        isNameFixed={!isForOther}
        submitLabel={isForOther ? text.submit : text.unlock}
        onForgotten={() => setIsForgotten(true)}
      />
      <div className="access-foot">
        <button type="button" className="link" onClick={() => setIsForOther(!isForOther)}>
          {isForOther ? text.back : text.other}
        </button>
      </div>
    </>
  )
}

/** Covers the whole window; the page stays behind with everything that was typed. */
function Cover({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { bureau } = useShell()
  const cover = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (cover.current ? coverPage(cover.current) : undefined), [])
  return createPortal(
    <div ref={cover} className="access-page access-lock" role="dialog" aria-modal="true" aria-label={title}>
      <div className="access-sheet-place">
        <div className="access-head">
          <h1>{title}</h1>
          <span className="soft">
            {appText.name} {bureau.name}
          </span>
        </div>
        {children}
      </div>
    </div>,
    document.body,
  )
}

/** The lock: only the PIN of whoever sits here, or of somebody else, opens the window again. */
export function LockCover({ person, names }: LockCoverProps) {
  return (
    <Cover title={text.locked}>
      <LockPanel person={person} names={names} />
    </Cover>
  )
}

/** A recovery code over whatever is open; only its own button closes, so that nobody loses it by a stray key or click. */
export function CodeCover() {
  return (
    <Cover title={recoverySheetText.coverTitle}>
      <Code />
    </Cover>
  )
}
