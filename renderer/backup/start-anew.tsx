import { Button } from 'antd'
import { useState } from 'react'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { refusedText as text } from '../text/backup-refused'

/** A new ledger although backups are there: only after the word was typed. */
export function StartAnew({ onAnew }: { readonly onAnew: () => void }) {
  const [isAsked, setIsAsked] = useState(false)
  const [typed, setTyped] = useState('')
  if (!isAsked) {
    return (
      <p className="section">
        <button type="button" className="link" onClick={() => setIsAsked(true)}>
          {text.anew}
        </button>
      </p>
    )
  }
  const isMeant = typed.trim() === text.anewWord
  const go = (): void => {
    if (isMeant) onAnew()
  }
  return (
    <section className="section" aria-label={text.anewTitle}>
      <h2>{text.anewTitle}</h2>
      <p className="backup-tight">{text.anewHint}</p>
      <div className="backup-foot">
        <Field label={text.anewType}>
          <TextField value={typed} onChange={setTyped} onEnter={go} maxLength={10} width={160} />
        </Field>
        <Button onClick={() => setIsAsked(false)}>{text.cancel}</Button>
        <Button disabled={!isMeant} onClick={go}>
          {text.anewRun}
        </Button>
      </div>
    </section>
  )
}
