import { Button } from 'antd'
import { useState } from 'react'
import { machineLabel } from '../../shared/terms/updates'
import type { UpdatePreview } from '../../shared/updates/contract'
import { useMay } from '../access/may'
import { FailureNotice } from '../components/failure-notice'
import { call, useAction, useCall, type OutputOf } from '../desk'
import { updatesText as text } from '../text/updates'
import { PreparedView, type Safety } from './prepared-view'
import { PreviewView } from './preview-view'
import './updates.css'

type State = OutputOf<'updates.state'>

function About({ version, platform, arch, publishers, isPortable }: State) {
  return (
    <section aria-label={text.now}>
      <dl className="facts">
        <dt>{text.version}</dt>
        <dd className="figures">{version}</dd>
        <dt>{text.machine}</dt>
        <dd>{machineLabel(platform, arch)}</dd>
        {publishers.length > 0 && (
          <>
            <dt>{text.publishers}</dt>
            <dd className="figures">
              {publishers.map((digits) => (
                <div key={digits}>{digits}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
      {publishers.length === 0 && !isPortable && <p>{text.noPublisher}</p>}
      {isPortable && <p>{text.portable}</p>}
    </section>
  )
}

function WayBack() {
  return (
    <section className="section updates-section" aria-label={text.back}>
      <h2>{text.back}</h2>
      <ul>
        {text.backSteps.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

interface Chosen {
  readonly file: string
  readonly preview: UpdatePreview
}

/** 更新: a signed package from a stick is looked into, prepared, and then installed by the person. */
export function UpdatesTab() {
  const state = useCall('updates.state', {})
  const mayUpdate = useMay('updates.prepare')
  const open = useAction('updates.open')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [safety, setSafety] = useState<Safety | null>(null)
  const choose = async (): Promise<void> => {
    setChosen(null)
    open.reset()
    const picked = await call('shell.chooseFile', {})
    if (!picked) return
    const { file } = picked
    open.mutate({ file }, { onSuccess: (preview) => setChosen({ file, preview }) })
  }
  const { data } = state
  if (!data) return <FailureNotice error={state.error} onRetry={() => void state.refetch()} />
  const canUpdate = data.publishers.length > 0 && !data.isPortable
  return (
    <div className="settings-form">
      <p style={{ marginTop: 0 }}>{text.intro}</p>
      <About {...data} />
      {data.prepared && <PreparedView prepared={data.prepared} platform={data.platform} safety={safety} />}
      {canUpdate && chosen && (
        <PreviewView
          own={data.version}
          file={chosen.file}
          preview={chosen.preview}
          onPrepared={(made) => {
            setSafety(made)
            setChosen(null)
          }}
          onCancel={() => setChosen(null)}
        />
      )}
      {canUpdate && !chosen && mayUpdate && (
        <Button
          className="updates-section"
          {...(data.prepared ? {} : { type: 'primary' })}
          disabled={open.isPending}
          onClick={() => void choose()}
        >
          {text.choose}
        </Button>
      )}
      {canUpdate && !mayUpdate && <p className="soft">{text.adminOnly}</p>}
      <FailureNotice error={open.error} />
      <WayBack />
    </div>
  )
}
