import { App, Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../components/failure-notice'
import { ReasonForm } from '../components/reason-form'
import { useFailure } from '../components/failure-notice'
import { call, useCall, type OutputOf } from '../desk'
import { yearText as text } from '../text/year'
import './year.css'
import { ClosingDrawer, OpeningDrawer } from './year-drawers'

type YearRow = OutputOf<'settings.years'>[number]
type Open = { readonly what: 'closing' | 'opening' | 'reopening'; readonly year: number } | { readonly what: 'nothing' }

function State({ row }: { readonly row: YearRow }) {
  const words = row.isClosed && row.closedOn ? text.closed(row.closedOn, row.closedBy) : text.open
  return (
    <>
      {words}
      {row.isCurrent && <span className="year-current">{text.current}</span>}
    </>
  )
}

function Score({ row }: { readonly row: YearRow }) {
  if (!row.score) return <span className="soft">{text.noScore}</span>
  return (
    <>
      {text.score(row.score.total, row.score.max)}
      {row.isAsKept !== null && (
        <div className={row.isAsKept ? 'soft' : 'year-differs'}>{row.isAsKept ? text.asKept : text.notAsKept}</div>
      )}
    </>
  )
}

/** 年度: closing, reopening, and the turn to the next. */
export function YearTab() {
  const years = useCall('settings.years', {})
  const [open, setOpen] = useState<Open>({ what: 'nothing' })
  const { message } = App.useApp()
  const fail = useFailure()
  const close = (): void => setOpen({ what: 'nothing' })
  const current = years.data?.find(({ isCurrent }) => isCurrent)?.year
  const reopen = async (year: number, reason: string): Promise<void> => {
    try {
      await call('settings.reopenYear', { year, reason })
      void message.success(text.didReopen(year))
    } catch (error) {
      fail(error)
    }
  }
  return (
    <div className="settings-form year-form">
      <p className="soft">{text.intro}</p>
      <FailureNotice error={years.error} onRetry={() => void years.refetch()} />
      <table className="ledger">
        <thead>
          <tr>
            <th>{text.columns.year}</th>
            <th>{text.columns.state}</th>
            <th>{text.columns.score}</th>
            <th>{text.columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {years.data?.map((row) => (
            <tr key={row.year}>
              <td className="figures">{text.yearOf(row.year)}</td>
              <td>
                <State row={row} />
              </td>
              <td className="figures">
                <Score row={row} />
              </td>
              <td className="year-actions">
                {row.isClosed ? (
                  <Button size="small" onClick={() => setOpen({ what: 'reopening', year: row.year })}>
                    {text.reopen}
                  </Button>
                ) : (
                  <Button size="small" onClick={() => setOpen({ what: 'closing', year: row.year })}>
                    {text.close}
                  </Button>
                )}
                {!row.isCurrent && (
                  <Button size="small" onClick={() => setOpen({ what: 'opening', year: row.year })}>
                    {text.use}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {current !== undefined && !years.data?.some(({ year }) => year === current + 1) && (
        <Button style={{ marginTop: 12 }} onClick={() => setOpen({ what: 'opening', year: current + 1 })}>
          {text.next(current + 1)}
        </Button>
      )}
      {open.what === 'closing' && <ClosingDrawer year={open.year} onClose={close} />}
      {open.what === 'opening' && <OpeningDrawer year={open.year} onClose={close} />}
      {open.what === 'reopening' && (
        <ReasonForm
          title={text.reopening(open.year)}
          label={text.reason}
          word={text.doReopen}
          cancel={text.cancel}
          onClose={close}
          run={(reason) => reopen(open.year, reason)}
        />
      )}
    </div>
  )
}
