import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { keysText as text } from '../text/exchange-keys'

type Trust = OutputOf<'exchange.trusts'>[number]

function TrustRow({ trust }: { readonly trust: Trust }) {
  const done = useDone()
  const { keyId, unit, role, state, fingerprint, firstSeenAt } = trust
  const set = async (next: Trust['state']): Promise<void> => {
    await call('exchange.setTrust', { keyId, state: next })
    done(next === 'revoked' ? text.revoked(unit) : text.trusted(unit))
  }
  return (
    <tr>
      <td>{unit}</td>
      <td>{text.roles[role]}</td>
      <td className="figures" title={fingerprint.words}>
        {fingerprint.digits}
      </td>
      <td className="figures">{firstSeenAt.slice(0, 10)}</td>
      <td className={state === 'revoked' ? 'soft' : ''}>{text.states[state]}</td>
      <td>
        {state === 'trusted' ? (
          <ActionButton size="small" aria-label={text.revokeOf(unit)} run={() => set('revoked')}>
            {text.revoke}
          </ActionButton>
        ) : (
          <ActionButton size="small" run={() => set('trusted')}>
            {text.trustAgain}
          </ActionButton>
        )}
      </td>
    </tr>
  )
}

/** Whose keys are trusted, with the way to stop it. */
export function Trusts() {
  const { data, error, refetch } = useCall('exchange.trusts', {})
  const { columns } = text
  return (
    <section className="section" aria-label={text.trusts}>
      <h2>{text.trusts}</h2>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <p className="soft exchange-tight">{text.trustsNone}</p>}
      {data && data.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{columns.unit}</th>
              <th scope="col">{columns.role}</th>
              <th scope="col">{columns.fingerprint}</th>
              <th scope="col">{columns.since}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.action}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((trust) => (
              <TrustRow key={trust.keyId} trust={trust} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
