import { Button } from 'antd'
import { useState } from 'react'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { handoverText as text, peopleText } from '../text/registry'
import type { Handover } from './handover-draft'
import { HandoverForm } from './handover-form'
import { HandoverSheet } from './handover-sheet'

function PastHandovers({ handovers }: { readonly handovers: readonly Handover[] }) {
  if (handovers.length === 0) return <p className="soft">{text.pastNone}</p>
  return (
    <table className="registry-table">
      <thead>
        <tr>
          <th>{text.pastColumns.on}</th>
          <th>{text.pastColumns.who}</th>
          <th className="number">{text.pastColumns.items}</th>
          <th>{text.pastColumns.remark}</th>
          <th aria-label={text.show} />
        </tr>
      </thead>
      <tbody>
        {handovers.map((handover) => (
          <tr key={handover.id}>
            <td className="figures">{handover.on}</td>
            <td>{text.who(handover.fromName, handover.toName)}</td>
            <td className="number">{peopleText.items(handover.items.length)}</td>
            <td>{handover.remark}</td>
            <td>
              <Button size="small" onClick={() => showRecord(handover.id)}>
                {text.show}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 交接: who gives what to whom, the list to print and sign, and the handovers so far. */
export function HandoverTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const recordId = useScreen((state) => state.recordId)
  const handovers = useCall('registry.handovers', {})
  // A new form after each handover, so that the next one starts empty.
  const [round, setRound] = useState(0)
  const shown = handovers.data?.find(({ id }) => id === recordId)
  return (
    <section className="page page-scroll handover-page" aria-label={text.sheet}>
      <PageHeader
        title={peopleText.title}
        tabs={tabs}
        extra={
          shown && (
            <>
              <Button onClick={() => showRecord(null)}>{text.back}</Button>
              <Button className="for-all" type="primary" onClick={() => window.print()}>
                {text.print}
              </Button>
            </>
          )
        }
      />
      <FailureNotice error={handovers.error} onRetry={() => void handovers.refetch()} />
      {shown ? (
        <HandoverSheet handover={shown} />
      ) : (
        <>
          <HandoverForm
            key={round}
            onDone={(id) => {
              setRound(round + 1)
              showRecord(id)
            }}
          />
          <section className="section">
            <h2>{text.past}</h2>
            <PastHandovers handovers={handovers.data ?? []} />
          </section>
        </>
      )}
    </section>
  )
}
