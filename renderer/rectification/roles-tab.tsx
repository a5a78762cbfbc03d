import { Select } from 'antd'
import { appointedRoles, type AppointedRole } from '../../shared/rectification/record'
import { rectRoleLabels, roleDuties } from '../../shared/terms/rectification'
import type { TabsOfPage } from '../app/room-tabs'
import { useShell } from '../app/shell'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { pageText, rectificationTabs, rolesText as text } from '../text/rectification'

/** 分工: who may appoint, verify, confirm and close; the doer of a finding never verifies it. */
export function RolesTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const roles = useCall('rectification.roles', {})
  const names = useCall('registry.names', {})
  const save = useAction('rectification.saveRoles')
  const done = useDone()
  const { person } = useShell()
  const held = roles.data?.roles ?? []
  const holdersOf = (role: AppointedRole): readonly string[] =>
    held.filter((each) => each.role === role).map(({ personId }) => personId)
  const options = (names.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  // Somebody who left stays shown for as long as the appointment stands.
  const gone = held
    .filter(({ personId }) => !options.some(({ value }) => value === personId))
    .map(({ personId, personName }) => ({ value: personId, label: personName }))
  const appoint = (role: AppointedRole, personIds: readonly string[]): void => {
    const others = held
      .filter((each) => each.role !== role)
      .map((each) => ({ role: each.role, personId: each.personId }))
    const appointed = personIds.map((personId) => ({ role, personId }))
    save.mutate({ roles: [...others, ...appointed] }, { onSuccess: () => done(text.saved) })
  }
  const own = roles.data?.own.map((role) => rectRoleLabels[role]).join(text.comma)
  return (
    <section className="page page-scroll" aria-label={rectificationTabs.roles}>
      <PageHeader
        title={pageText.room}
        tabs={tabs}
        sentence={text.sentence}
        note={person === null ? text.nobody : own ? text.own(own) : null}
      />
      <FailureNotice error={roles.error ?? save.error} />
      <p>{text.rule}</p>
      <table className="ledger rect-roles">
        <thead>
          <tr>
            <th>{text.columns.role}</th>
            <th>{text.columns.duty}</th>
            <th>{text.columns.persons}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{rectRoleLabels.handler}</td>
            <td>{text.handlerDuty}</td>
            <td className="soft">{text.everybody}</td>
          </tr>
          {appointedRoles.map((role) => (
            <tr key={role}>
              <td>{rectRoleLabels[role]}</td>
              <td>{roleDuties[role]}</td>
              <td>
                <Select<string[]>
                  mode="multiple"
                  aria-label={text.personsOf(rectRoleLabels[role])}
                  placeholder={text.choose}
                  value={[...holdersOf(role)]}
                  options={[...options, ...gone]}
                  showSearch={{ optionFilterProp: 'label' }}
                  disabled={!roles.data || save.isPending}
                  onChange={(personIds) => appoint(role, personIds)}
                  style={{ width: '100%' }}
                />
                {roles.data && holdersOf(role).length === 0 && <div className="field-hint">{text.open}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {names.data?.length === 0 && <p className="soft">{text.noPeople}</p>}
    </section>
  )
}
