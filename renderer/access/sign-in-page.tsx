import { useState } from 'react'
import { useShell } from '../app/shell'
import { appText } from '../text/app'
import { signInText as text } from '../text/access'
import { useKept } from '../app/kept'
import { Code } from './recovery-sheet'
import { RecoverForm } from './recover-form'
import { useShownCode } from './shown-code'
import { SignInForm } from './sign-in-form'
import './access.css'

const lastStart: { readonly name: string } = { name: '' }

/** The page before anybody has signed in; the name of the last time stands there already. */
export function SignInPage({ names }: { readonly names: readonly string[] }) {
  const { bureau } = useShell()
  const [last, setLast] = useKept('access.last', lastStart)
  const [isForgotten, setIsForgotten] = useState(false)
  const hasShownCode = useShownCode(({ shown }) => shown !== null)
  // Somebody whose account is gone is not offered again; a single person need not choose.
  const only = names.length === 1 ? (names[0] ?? '') : ''
  const [name, setName] = useState(names.includes(last.name) ? last.name : only)
  const keepName = (next: string): void => {
    setName(next)
    if (names.includes(next.trim())) setLast({ name: next.trim() })
  }
  return (
    <main className="access-page">
      <div className="access-sheet-place">
        <div className="access-head">
          <h1>{appText.name}</h1>
          <span className="soft">{bureau.name}</span>
        </div>
        {hasShownCode ? (
          <Code />
        ) : isForgotten ? (
          <RecoverForm name={name.trim()} onBack={() => setIsForgotten(false)} onDone={() => setIsForgotten(false)} />
        ) : (
          <SignInForm
            names={names}
            name={name}
            onName={keepName}
            submitLabel={text.submit}
            onForgotten={() => setIsForgotten(true)}
          />
        )}
      </div>
    </main>
  )
}
