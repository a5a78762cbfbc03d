import { Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import type { SignedIn } from '../../shared/access/contract'
import { accessRoles } from '../../shared/access/roles'
import { accessRoleLabels, adminLabel } from '../../shared/terms/access'
import { useFailure } from '../components/failure-notice'
import { pinText, seatMenuText as text } from '../text/access'
import { lockWindow } from './access-state'
import { lockForOther } from './lock-mode'
import { useMayHere } from './may'
import { OwnPin } from './own-pin'
import './access.css'

/** The highest role that a person has anywhere. */
export function highestRole({ isAdmin, roles }: Pick<SignedIn, 'isAdmin' | 'roles'>): string {
  if (isAdmin) return adminLabel
  const held = Object.values(roles)
  return accessRoleLabels[accessRoles.findLast((role) => held.includes(role)) ?? 'viewer']
}

type Open = 'change' | 'renew' | null

/** Who has signed in, and what this person may do with it. */
export function SeatMenu({ person }: { readonly person: SignedIn }) {
  const [open, setOpen] = useState<Open>(null)
  const mayWork = useMayHere()
  const fail = useFailure()
  const lock = (isForOther: boolean): void => {
    lockForOther(isForOther)
    lockWindow().catch(fail)
  }
  const menu: MenuProps = {
    items: [
      { key: 'lock', label: text.lock, onClick: () => lock(false) },
      { key: 'other', label: text.other, onClick: () => lock(true) },
      { type: 'divider' },
      { key: 'change', label: pinText.change, onClick: () => setOpen('change') },
      { key: 'renew', label: pinText.renew, onClick: () => setOpen('renew') },
    ],
  }
  return (
    <span className="frame-seat">
      <Dropdown menu={menu} trigger={['click']}>
        <Button size="small" className="access-seat" aria-label={`${text.label} ${person.name}`}>
          <span className="access-seat-name">{text.withRole(person.name, highestRole(person))}</span>
        </Button>
      </Dropdown>
      {!mayWork && (
        <span className="access-mark" title={text.viewerHint}>
          {text.viewerHere}
        </span>
      )}
      {open && <OwnPin what={open} name={person.name} onClose={() => setOpen(null)} />}
    </span>
  )
}
