import { Radio } from 'antd'
import { useState } from 'react'
import { signatureSuites, type SignatureSuite } from '../../shared/exchange/manifest'
import { ActionButton } from '../components/action-button'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { call, useCall, type OutputOf } from '../desk'
import { momentLabel } from '../text/exchange'
import { keysText as text, suiteText } from '../text/exchange-keys'
import './exchange.css'
import { Fingerprint } from './fingerprint'
import { useIdentitySaid } from './identity-said'
import { Recovery } from './recovery'
import { RenewKey } from './renew-key'
import { Trusts } from './trusts'

type Identity = OutputOf<'exchange.identity'>

function OwnKey({ identity: { unit, fingerprint, madeAt } }: { readonly identity: Identity }) {
  return (
    <section className="section" aria-label={text.own}>
      <h2>{text.own}</h2>
      <Fingerprint label={text.fingerprint} fingerprint={fingerprint} />
      <p className="soft exchange-tight">{text.fingerprintHint}</p>
      <dl className="facts">
        <dt>{text.unit}</dt>
        <dd>{unit}</dd>
        <dt>{text.madeAt}</dt>
        <dd>{momentLabel(madeAt)}</dd>
      </dl>
      <ExportButton
        className="exchange-below"
        write={(folder) => call('exchange.exportIdentity', { folder })}
        sentenceOf={() => text.identityExported}
      >
        {text.exportIdentity}
      </ExportButton>
    </section>
  )
}

/** 国际 or 国密, with what a change means. */
function Suite({ identity }: { readonly identity: Identity }) {
  const [wished, setWished] = useState<SignatureSuite>(identity.suite)
  const said = useIdentitySaid()
  const change = async (): Promise<void> => {
    await call('exchange.changeSuite', { suite: wished })
    said(text.suiteChanged(suiteText[wished].label))
  }
  return (
    <section className="section" aria-label={text.suite}>
      <h2>{text.suite}</h2>
      <Radio.Group
        className="exchange-suites"
        value={wished}
        onChange={({ target }: { readonly target: { readonly value?: SignatureSuite } }) =>
          target.value && setWished(target.value)
        }
      >
        {signatureSuites.map((suite) => (
          <Radio key={suite} value={suite}>
            {suiteText[suite].label} <span className="soft">{suiteText[suite].note}</span>
            {suite === identity.suite && <span className="soft">{text.suiteNow}</span>}
          </Radio>
        ))}
      </Radio.Group>
      {wished !== identity.suite && (
        <>
          <p className="exchange-tight">{text.suiteHint}</p>
          <ActionButton run={change}>{text.suiteChange(suiteText[wished].label)}</ActionButton>
        </>
      )}
    </section>
  )
}

/** 密钥与交换: our key and how to find it again, and whose keys we trust. */
export function KeysTab() {
  const { data, error, refetch } = useCall('exchange.identity', {})
  return (
    <div className="exchange-keys">
      <p className="exchange-tight">{text.intro}</p>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {error?.failure.code === 'identityBroken' && <RenewKey />}
      {data && <OwnKey identity={data} />}
      <Recovery savedOn={data?.recoverySavedOn ?? null} />
      {data && <Suite key={data.suite} identity={data} />}
      <Trusts />
    </div>
  )
}
