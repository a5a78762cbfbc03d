import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../access/may'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useAction, useCall } from '../desk'
import { colleaguesText as text } from '../text/colleagues'
import { useIdentitySaid } from './identity-said'

/** This PC's name, by which colleagues know whose edits they see. */
export function DeviceName() {
  const identity = useCall('exchange.identity', {})
  const [typed, setTyped] = useState<string | null>(null)
  const save = useAction('exchange.saveDevice')
  const maySave = useMay('exchange.saveDevice')
  const said = useIdentitySaid()
  const stored = identity.data?.deviceLabel ?? ''
  const label = (typed ?? stored).trim()
  const isNew = label !== '' && label !== stored
  const submit = (): void => {
    if (isNew) save.mutate({ label }, { onSuccess: () => said(text.nameSaved(label)) })
  }
  return (
    <section className="section" aria-label={text.name}>
      <h2>{text.name}</h2>
      <FailureNotice error={identity.error ?? save.error} />
      <Field label={text.name} hint={text.nameHint}>
        <TextField value={typed ?? stored} onChange={setTyped} onEnter={submit} maxLength={60} isReadOnly={!maySave} />
      </Field>
      {maySave && (
        <Button className="exchange-below" disabled={!isNew || save.isPending} onClick={submit}>
          {text.saveName}
        </Button>
      )}
    </section>
  )
}
