import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Account } from '../../shared/access/contract'
import type { WorkArea } from '../../shared/access/roles'
import { accessRoleLabels, workAreaLabels } from '../../shared/terms/access'
import { useShell } from '../app/shell'
import { FailureNotice, useFailure } from '../components/failure-notice'
import { useAction, useCall } from '../desk'
import { accessText as text } from '../text/access'
import { areasOf, draftOfAccount, roleIn, type AccountDraft } from './account-draft'
import { AccountForm } from './account-form'
import { ResetPin } from './reset-pin'
import { useSaid } from './said'

type Open =
  | { readonly what: 'nothing' }
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'pin'; readonly account: AccountDraft }

interface RowProps {
  readonly account: Account
  readonly areas: readonly WorkArea[]
  readonly onOpen: (open: Open) => void
}

function Remove({ name }: { readonly name: string }) {
  const remove = useAction('access.removeAccount')
  const said = useSaid()
  const fail = useFailure()
  return (
    <Popconfirm
      title={text.removeAsk(name)}
      okText={text.removeDo}
      cancelText={text.keep}
      icon={null}
      onConfirm={() => remove.mutate({ name }, { onSuccess: () => said(text.removed(name)), onError: fail })}
    >
      <Button size="small" disabled={remove.isPending} aria-label={text.removeOf(name)}>
        {text.remove}
      </Button>
    </Popconfirm>
  )
}

function AccountRow({ account, areas, onOpen }: RowProps) {
  const { name, isAdmin, roles, hasRecoveryCode, failures } = account
  return (
    <tr>
      <td>{name}</td>
      <td>{isAdmin ? text.isAdmin : ''}</td>
      {isAdmin ? (
        <td colSpan={areas.length} className="soft">
          {text.adminAll}
        </td>
      ) : (
        areas.map((area) => (
          <td key={area} className={roleIn(roles, area) === 'viewer' ? 'soft' : ''}>
            {accessRoleLabels[roleIn(roles, area)]}
          </td>
        ))
      )}
      <td>{hasRecoveryCode ? text.hasCode : text.noCode}</td>
      <td className="figures">{text.failures(failures)}</td>
      <td>
        <div className="access-row-actions">
          <Button
            size="small"
            aria-label={text.editOf(name)}
            onClick={() => onOpen({ what: 'edit', account: draftOfAccount(account) })}
          >
            {text.edit}
          </Button>
          <Button
            size="small"
            aria-label={text.resetPinOf(name)}
            onClick={() => onOpen({ what: 'pin', account: draftOfAccount(account) })}
          >
            {text.resetPin}
          </Button>
          <Remove name={name} />
        </div>
      </td>
    </tr>
  )
}

/** 登录人: who signs in, with which roles. */
export function AccountsTable() {
  const { bureau } = useShell()
  const accounts = useCall('access.accounts', {})
  const [open, setOpen] = useState<Open>({ what: 'nothing' })
  const close = (): void => setOpen({ what: 'nothing' })
  const areas = areasOf(bureau.mode)
  return (
    <section className="section" aria-label={text.accounts}>
      <div className="access-title">
        <h2>{text.accounts}</h2>
        <Button type="primary" size="small" onClick={() => setOpen({ what: 'add' })}>
          {text.add}
        </Button>
      </div>
      <FailureNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
      <table className="ledger">
        <thead>
          <tr>
            <th>{text.columns.name}</th>
            <th>{text.admin}</th>
            {areas.map((area) => (
              <th key={area}>{workAreaLabels[area]}</th>
            ))}
            <th>{text.columns.recovery}</th>
            <th>{text.columns.failures}</th>
            <th>{text.columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.data?.map((account) => (
            <AccountRow key={account.name} account={account} areas={areas} onOpen={setOpen} />
          ))}
        </tbody>
      </table>
      {open.what === 'add' && <AccountForm account={null} onClose={close} />}
      {open.what === 'edit' && <AccountForm account={open.account} onClose={close} />}
      {open.what === 'pin' && <ResetPin account={open.account} onClose={close} />}
    </section>
  )
}
