import { Checkbox, Radio } from 'antd'
import type { WorkArea } from '../../shared/access/roles'
import { accessRoleLabels, adminLabel, workAreaLabels } from '../../shared/terms/access'
import { accessText as text } from '../text/access'
import { roleChoices, roleIn, withRole, type AccountDraft } from './account-draft'

const options = roleChoices.map((value) => ({ value, label: accessRoleLabels[value] }))

interface AccountFieldsProps {
  readonly draft: AccountDraft
  readonly onChange: (part: Partial<AccountDraft>) => void
  readonly areas: readonly WorkArea[]
}

/** 管理员, or a role in each area. */
export function AccountFields({ draft: { isAdmin, roles }, onChange, areas }: AccountFieldsProps) {
  return (
    <>
      <div>
        <Checkbox checked={isAdmin} onChange={({ target }) => onChange({ isAdmin: target.checked })}>
          {adminLabel}
        </Checkbox>
        <div className="field-hint">{text.adminHint}</div>
      </div>
      {!isAdmin && (
        <div>
          <div className="field-label">{text.roles}</div>
          <div className="access-roles">
            {areas.map((area) => (
              <div key={area} className="access-role">
                <span id={`access-role-${area}`}>{workAreaLabels[area]}</span>
                <Radio.Group
                  aria-labelledby={`access-role-${area}`}
                  options={options}
                  value={roleIn(roles, area)}
                  onChange={({ target }) => {
                    const role = roleChoices.find((choice) => choice === target.value)
                    if (role) onChange({ roles: withRole(roles, area, role) })
                  }}
                />
              </div>
            ))}
          </div>
          <div className="field-hint">{text.rolesHint}</div>
        </div>
      )}
    </>
  )
}
