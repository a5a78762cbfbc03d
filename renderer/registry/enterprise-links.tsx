import { Button, Select } from 'antd'
import { parseIsoDate } from '../../shared/core/dates'
import type { EnterpriseDetail } from '../../shared/registry/contract'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { enterpriseText as text } from '../text/registry'

interface TypedLinks {
  readonly personIds?: readonly string[]
  readonly on?: string
}
const nothingTyped: TypedLinks = {}

function PastLinks({ links }: Pick<EnterpriseDetail, 'links'>) {
  if (links.length === 0) return <p className="soft">{text.noOfficials}</p>
  return (
    <section className="section">
      <h2>{text.linksPast}</h2>
      <table className="registry-table">
        <thead>
          <tr>
            <th>{text.linkColumns.person}</th>
            <th>{text.linkColumns.rank}</th>
            <th>{text.linkColumns.from}</th>
            <th>{text.linkColumns.to}</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.id}>
              <td>{link.personName}</td>
              <td>{link.rank}</td>
              <td className="figures">{link.startedOn ?? text.always}</td>
              <td className="figures">{link.endedOn ?? text.now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 包联干部: who looks after the enterprise from a day on, and who did. */
export function EnterpriseLinks({ detail }: { readonly detail: EnterpriseDetail }) {
  const { today } = useShell()
  const { id } = detail.enterprise
  const key = `enterprise-links.${id}`
  const [typed, setTyped] = useDraft<TypedLinks>(key, nothingTyped)
  const hasDraft = useHasDraft(key)
  const people = useCall('registry.names', {})
  const save = useAction('registry.saveLinks')
  const done = useDone()
  const standing = detail.links.filter(({ endedOn }) => endedOn === null || endedOn >= today)
  const personIds = typed.personIds ?? [...new Set(standing.map(({ personId }) => personId))]
  const on = parseIsoDate(typed.on ?? today)
  const named = people.data?.map((person) => ({ value: person.id, label: person.name })) ?? []
  const others = standing
    .filter(({ personId }) => !named.some(({ value }) => value === personId))
    .map(({ personId, personName }) => ({ value: personId, label: personName }))
  const submit = (): void => {
    if (!on) return
    save.mutate(
      { enterpriseId: id, personIds: [...personIds], on },
      {
        onSuccess: () => {
          dropDraft(key)
          done(text.linksSaved)
        },
      },
    )
  }
  return (
    <>
      <div className="registry-grid">
        <Field label={text.officials} hint={text.linksHint}>
          <Select<string[]>
            mode="multiple"
            aria-label={text.officials}
            placeholder={text.addOfficial}
            value={[...personIds]}
            options={[...named, ...others]}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            onChange={(ids) => setTyped({ personIds: ids })}
          />
        </Field>
        <Field label={text.linksFrom}>
          <DateField value={on} today={today} onChange={(day) => setTyped({ on: day ?? '' })} />
        </Field>
      </div>
      <FailureNotice error={save.error} />
      <div className="registry-actions">
        <Button type="primary" disabled={!hasDraft || !on || save.isPending} onClick={submit}>
          {text.linksSave}
        </Button>
        {hasDraft && <Button onClick={() => dropDraft(key)}>{text.discard}</Button>}
      </div>
      <PastLinks links={detail.links} />
    </>
  )
}
