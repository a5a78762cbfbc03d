import { App, Button, Checkbox } from 'antd'
import type { IsoDate } from '../../shared/core/dates'
import { openTarget } from '../app/open-target'
import type { TabsOfPage } from '../app/room-tabs'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { backfillText as text } from '../text/backfill'
import { listText } from '../text/investment'
import type { Day } from './day'

type Backfill = OutputOf<'investment.backfill'>
type BackfillLead = Backfill['leads'][number]

function PlatformOpening({ on, today }: { readonly on: IsoDate | null; readonly today: IsoDate }) {
  const done = useDone()
  const save = async (next: IsoDate | null): Promise<void> => {
    await call('investment.setPlatformOpening', { on: next })
    done(text.openingSaved)
  }
  return (
    <div className="backfill-opening no-print">
      <span>{text.opening}</span>
      <DateField value={on} today={today} onChange={(next) => void save(next)} label={text.opening} />
      {on === null && <span className="soft">{text.openingUnknown}</span>}
    </div>
  )
}

function Fields({ lead }: { readonly lead: BackfillLead }) {
  const { message } = App.useApp()
  const tick = (field: string, isDone: boolean): Promise<unknown> =>
    call('investment.tickBackfill', { id: lead.id, field, isDone })
  const copy = async (field: BackfillLead['fields'][number]): Promise<void> => {
    try {
      await navigator.clipboard.writeText(field.value)
      void message.success(text.copied(field.label))
    } catch {
      void message.warning(text.copyFailed)
      return
    }
    if (!field.isDone) await tick(field.name, true)
  }
  return (
    <table className="plain-table backfill-fields">
      <tbody>
        {lead.fields.map((field) => (
          <tr key={field.name}>
            <td>
              <Checkbox
                checked={field.isDone}
                aria-label={field.label}
                onChange={(event) => void tick(field.name, event.target.checked)}
              />
            </td>
            <th scope="row">{field.label}</th>
            <td className="backfill-value">{field.value}</td>
            <td>
              <Button size="small" aria-label={`${text.copy}${field.label}`} onClick={() => void copy(field)}>
                {text.copy}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LeadToBackfill({ lead, today }: { readonly lead: BackfillLead; readonly today: IsoDate }) {
  const done = useDone()
  const doneCount = lead.fields.filter(({ isDone }) => isDone).length
  return (
    <details className="backfill-lead">
      <summary>
        <span className="backfill-title">{lead.title}</span>
        {lead.filedOn !== null && <span className="figures">{text.filedOn(lead.filedOn)}</span>}
        {lead.oaReference !== '' && <span>{text.oaReference(lead.oaReference)}</span>}
        <span className="figures soft">{text.progress(doneCount, lead.fields.length)}</span>
      </summary>
      <Fields lead={lead} />
      <div className="backfill-actions">
        <ActionButton
          type="primary"
          size="small"
          run={async () => {
            await call('investment.finishBackfill', { kind: 'lead', id: lead.id, on: today })
            done(text.finished(lead.title))
          }}
        >
          {text.finish}
        </ActionButton>
        <Button size="small" onClick={() => openTarget({ kind: 'lead', recordId: lead.id })}>
          {text.openLead}
        </Button>
      </div>
    </details>
  )
}

function Briefs({ briefs, today }: { readonly briefs: Backfill['briefs']; readonly today: IsoDate }) {
  const done = useDone()
  if (briefs.length === 0) return null
  return (
    <section>
      <h2>{text.briefs}</h2>
      <table className="plain-table">
        <tbody>
          {briefs.map((brief) => (
            <tr key={brief.id}>
              <td>{brief.title}</td>
              <td className="figures">{brief.submittedOn}</td>
              <td>
                <ActionButton
                  size="small"
                  run={async () => {
                    await call('investment.finishBackfill', { kind: 'brief', id: brief.id, on: today })
                    done(text.finished(brief.title))
                  }}
                >
                  {text.finish}
                </ActionButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 补录清单: what went by OA before the platform opened, copied into it field by field. */
export function BackfillTab({ day, tabs }: { readonly day: Day; readonly tabs: TabsOfPage }) {
  const { data, error, refetch } = useCall('investment.backfill', {}, { keepsPrevious: true })
  const count = data ? data.leads.length + data.briefs.length : 0
  return (
    <section className="page page-scroll" aria-label={text.tab}>
      <PageHeader title={listText.room} tabs={tabs} sentence={data ? text.sentence(count) : ' '} />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && (
        <>
          <PlatformOpening on={data.platformOpenOn} today={day.today} />
          <p className="soft">{count === 0 ? text.none : text.hint}</p>
          {data.leads.map((lead) => (
            <LeadToBackfill key={lead.id} lead={lead} today={day.today} />
          ))}
          <Briefs briefs={data.briefs} today={day.today} />
        </>
      )}
    </section>
  )
}
