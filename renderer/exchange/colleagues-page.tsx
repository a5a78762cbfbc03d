import { Button } from 'antd'
import { useState } from 'react'
import type { TabsOfPage } from '../app/room-tabs'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { colleaguesText as text } from '../text/colleagues'
import { commonText } from '../text/exchange'
import { ColleagueExport } from './colleague-export'
import { DeviceName } from './device-name'
import { DevicesTable } from './devices-table'
import { ReceiveButton } from './exchange-buttons'
import './exchange.css'
import { SharedFolder } from './shared-folder'

/** 同事合并: the PCs of this bureau, and the files between them. */
export function ColleaguesPage({ tabs }: { readonly tabs: TabsOfPage }) {
  const { data, error, refetch } = useCall('exchange.devices', {})
  /** The device an export is for; null for everybody. */
  const [wish, setWish] = useState<{ readonly to: string | null } | null>(null)
  const others = data?.filter(({ isOwn }) => !isOwn) ?? []
  const behind = others.filter(({ knowsOfOurs, ours }) => knowsOfOurs < ours).length
  return (
    <div className="page page-scroll">
      <PageHeader
        title={commonText.title}
        tabs={tabs}
        {...(behind > 0 ? { sentence: text.sentence(behind) } : {})}
        extra={
          <>
            <ReceiveButton label={text.receive} />
            <Button className="for-all" type="primary" onClick={() => setWish({ to: null })}>
              {text.sendAll}
            </Button>
          </>
        }
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && others.length === 0 && <p className="exchange-lead">{text.alone}</p>}
      {data && data.length > 0 && <DevicesTable devices={data} onSend={(to) => setWish({ to })} />}
      <div className="exchange-columns">
        <DeviceName />
        <SharedFolder />
      </div>
      {wish && <ColleagueExport devices={others} to={wish.to} onClose={() => setWish(null)} />}
    </div>
  )
}
