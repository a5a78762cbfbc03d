import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../components/field'
import { useFirstFocus } from '../components/first-focus'
import { TextField } from '../components/text-field'
import { massChangeText as text } from '../text/access'
import { isTypedCount, useMassChange, type MassChange } from './mass-change'
import './access.css'

function MassChangeForm({ asked: { rows, total, answer } }: { readonly asked: MassChange }) {
  const [typed, setTyped] = useState('')
  const isRight = isTypedCount(typed, rows)
  useFirstFocus('.access-count input', String(rows))
  const goOn = (): void => {
    if (isRight) answer(rows)
  }
  return (
    <div className="access-stack access-count">
      <p className="access-none">{text.facts(rows, total)}</p>
      <p className="access-none">{text.meaning}</p>
      <Field label={text.ask(rows)}>
        <TextField value={typed} onChange={setTyped} onEnter={goOn} maxLength={20} width={200} />
      </Field>
      <div className="access-actions">
        <Button type="primary" disabled={!isRight} onClick={goOn}>
          {text.goOn}
        </Button>
        <Button onClick={() => answer(null)}>{text.leave}</Button>
      </div>
    </div>
  )
}

/** The one question of the window: a change of very many records goes on only with their number typed. */
export function MassChangeDialog() {
  const asked = useMassChange((state) => state.asked)
  return (
    <Modal
      open={asked !== null}
      title={text.title}
      onCancel={() => asked?.answer(null)}
      footer={null}
      width={480}
      mask={{ closable: false }}
      // Over the import and the grid, which cover the page.
      zIndex={1900}
      destroyOnHidden
    >
      {asked && <MassChangeForm asked={asked} />}
    </Modal>
  )
}
