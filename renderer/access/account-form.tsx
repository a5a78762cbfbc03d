import { Button, Modal } from 'antd'
import { useState } from 'react'
import { rolesOfGroups } from '../../shared/access/roles'
import { useShell } from '../app/shell'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { useAction, useCall } from '../desk'
import { accessText as text, pinText } from '../text/access'
import { areasOf, emptyAccount, type AccountDraft } from './account-draft'
import { AccountFields } from './account-fields'
import { NewPinFields } from './pin-field'
import { showCode } from './shown-code'
import { noPin, pinOf } from './typed-pin'
import { useSaid } from './said'

interface AccountFormProps {
  /** The account that is changed; null adds one. */
  readonly account: AccountDraft | null
  readonly onClose: () => void
}

/** Somebody who signs in: who, with which roles, and for a new one the first PIN. */
export function AccountForm({ account, onClose }: AccountFormProps) {
  const { bureau } = useShell()
  const groups = useCall('settings.getGroups', {})
  const [draft, setDraft] = useState(account ?? emptyAccount)
  const [pin, setPin] = useState(noPin)
  const [hasTried, setHasTried] = useState(false)
  const save = useAction('access.saveAccount')
  const said = useSaid()
  const isNew = account === null
  const change = (part: Partial<AccountDraft>): void => setDraft((now) => ({ ...now, ...part }))
  const named = (name: string): void => change({ name, roles: rolesOfGroups(groups.data ?? [], name.trim()) })
  const isReady = draft.name.trim() !== '' && !save.isPending
  const submit = async (): Promise<void> => {
    setHasTried(true)
    const typed = pinOf(pin).value
    if (!isReady || (isNew && typed === null)) return
    const name = draft.name.trim()
    const roles = draft.isAdmin ? {} : draft.roles
    // A refusal is shown below the fields.
    const made = await save
      .mutateAsync({ name, isAdmin: draft.isAdmin, roles, pin: isNew ? typed : null })
      .catch(() => null)
    if (!made) return
    onClose()
    if (made.recoveryCode !== null) showCode(name, made.recoveryCode)
    said(text.saved(name))
  }
  return (
    <Modal
      open
      title={account ? text.editTitle(account.name) : text.add}
      onCancel={onClose}
      footer={null}
      width={520}
      mask={{ closable: false }}
    >
      <div className="access-stack">
        {isNew && (
          <Field label={text.columns.name} isRequired>
            <PersonField value={draft.name} onChange={named} />
          </Field>
        )}
        <AccountFields draft={draft} onChange={change} areas={areasOf(bureau.mode)} />
        {isNew && (
          <NewPinFields
            pin={pin}
            onChange={setPin}
            onEnter={() => void submit()}
            showsProblem={hasTried}
            label={text.firstPin}
            againLabel={text.firstPinAgain}
          />
        )}
        <FailureNotice error={save.error} />
        <div className="access-actions">
          <Button type="primary" disabled={!isReady} onClick={() => void submit()}>
            {text.save}
          </Button>
          <Button type="text" onClick={onClose}>
            {pinText.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
