import { Checkbox } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { PolicyDetail } from '../../shared/environment/contract'
import { toldTerm } from '../../shared/terms/environment'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { useFailure } from '../components/failure-notice'
import { Field } from '../components/field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { policyText as text } from '../text/environment'

/** Which enterprises were told: one tick each, all at once, every change one step to undo. */
export function ToldPanel({ detail }: { readonly detail: PolicyDetail }) {
  const { today } = useShell()
  const [on, setOn] = useState<IsoDate | null>(today)
  const done = useDone()
  const fail = useFailure()
  const { enterprises, policy, told, toldOf, untold } = detail
  const missing = enterprises.filter(({ toldOn, isLinked }) => isLinked && toldOn === null)
  const ticked = enterprises.filter(({ toldOn }) => toldOn !== null)
  const tell = async (which: PolicyDetail['enterprises'], toldOn: IsoDate | null): Promise<void> => {
    const enterpriseIds = which.map(({ enterpriseId }) => enterpriseId)
    await call('environment.setTold', { policyId: policy.id, enterpriseIds, toldOn })
    done(toldOn === null ? text.untoldSaved(which.length) : text.toldSaved(which.length))
  }
  return (
    <section className="section" aria-label={text.told}>
      <h2>{text.told}</h2>
      <p className="policy-sentence">{text.toldSentence(told, toldOf, untold)}</p>
      {enterprises.length > 0 && (
        <div className="told-bar">
          <Field label={toldTerm.label}>
            <DateField value={on} today={today} onChange={setOn} width={180} />
          </Field>
          <ActionButton disabled={missing.length === 0} run={() => tell(missing, on ?? today)}>
            {text.tellAll(missing.length)}
          </ActionButton>
          <ActionButton disabled={ticked.length === 0} run={() => tell(ticked, null)}>
            {text.untellAll}
          </ActionButton>
        </div>
      )}
      <ul className="told-list">
        {enterprises.map((enterprise) => (
          <li key={enterprise.enterpriseId}>
            <Checkbox
              checked={enterprise.toldOn !== null}
              onChange={(event) => {
                tell([enterprise], event.target.checked ? (on ?? today) : null).catch(fail)
              }}
            >
              {enterprise.name}
            </Checkbox>
            <span className="soft told-day">
              {enterprise.isLinked ? '' : text.notLinked}{' '}
              {enterprise.toldOn === null ? text.notTold : text.toldDay(enterprise.toldOn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
