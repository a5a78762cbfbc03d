import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { ProgramRow } from '../../shared/rectification/contract'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { programsText as text } from '../text/rectification'

type Due = ProgramRow['reportsDue'][number]

/** Null = today. */
interface SentDraft {
  readonly on: string | null
  readonly docNo: string
}
const noSent: SentDraft = { on: null, docNo: '' }

interface SentFormProps {
  readonly programId: string
  readonly due: Due
  readonly today: IsoDate
  readonly onClose: () => void
}

/** 已报送: the day and the number of a report that was sent without this program. */
function SentForm({ programId, due, today, onClose }: SentFormProps) {
  const key = `rectification.sent.${programId}.${due.dueOn}`
  const [draft, setDraft] = useDraft<SentDraft>(key, noSent)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  const on = draft.on === null ? today : parseIsoDate(draft.on)
  const submit = async (): Promise<void> => {
    if (!on) return
    try {
      const { dueOn } = due
      await call('rectification.recordSent', { programId, dueOn, sentOn: on, docNo: draft.docNo, remark: '' })
      dropDraft(key)
      onClose()
      done(text.sentRecorded(dueOn))
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <>
      <div className="rect-line">
        <DateField
          value={on}
          today={today}
          label={text.reportColumns.sentOn}
          onChange={(day) => setDraft({ on: day ?? '' })}
          onEnter={() => void submit()}
          width={176}
        />
        <TextField
          value={draft.docNo}
          onChange={(docNo) => setDraft({ docNo })}
          onEnter={() => void submit()}
          label={text.reportDocNo}
          placeholder={text.reportDocNo}
          width={150}
        />
        <Button size="small" type="primary" disabled={!on} onClick={() => void submit()}>
          {text.sent}
        </Button>
        <Button size="small" type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
      <FailureNotice error={error} />
    </>
  )
}

/** The dates of the periodic report: overdue ones in red, the next ones, and which were sent. */
export function ReportDates({ program, today }: { readonly program: ProgramRow; readonly today: IsoDate }) {
  const [open, setOpen] = useState<string | null>(null)
  const { reportsDue, planDueOn, firstReportDueOn } = program
  return (
    <section className="section">
      <h2>{text.groups.reports}</h2>
      {planDueOn !== null && <p className="rect-tight">{text.planDue(planDueOn)}</p>}
      {firstReportDueOn !== null && <p className="rect-tight">{text.firstReportDue(firstReportDueOn)}</p>}
      {reportsDue.length === 0 ? (
        <p className="soft">{text.noReports}</p>
      ) : (
        <table className="ledger">
          <thead>
            <tr>
              <th>{text.reportColumns.dueOn}</th>
              <th>{text.reportColumns.remindOn}</th>
              <th>{text.reportColumns.light}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {reportsDue.map((due) => (
              <tr key={due.dueOn}>
                <td className="figures">{due.dueOn}</td>
                <td className="figures">{due.remindOn}</td>
                <td>{due.sentOn === null ? <Light state={due.light} /> : text.sentOn(due.sentOn)}</td>
                <td>
                  {open === due.dueOn ? (
                    <SentForm programId={program.id} due={due} today={today} onClose={() => setOpen(null)} />
                  ) : (
                    due.sentOn === null && (
                      <Button className="for-lead" size="small" onClick={() => setOpen(due.dueOn)}>
                        {text.markSent}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
