import { Button } from 'antd'
import { useRef } from 'react'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { settingsText } from '../text/settings'

/** 放假安排: the years there are, and one more from a file. */
export function CalendarsTab() {
  const calendars = useCall('settings.calendars', {})
  const importCalendar = useAction('settings.importCalendar')
  const done = useDone()
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    // A refusal is shown by `importCalendar.error` below the button.
    const taken = await importCalendar.mutateAsync({ text: await file.text() }).catch(() => null)
    if (taken) done(settingsText.calendarImported(taken.year, taken.workdays))
  }
  const { calendarColumns } = settingsText
  return (
    <div className="settings-form">
      <FailureNotice error={calendars.error} onRetry={() => void calendars.refetch()} />
      {calendars.data?.length === 0 && <p>{settingsText.noCalendars}</p>}
      {calendars.data && calendars.data.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th>{calendarColumns.year}</th>
              <th>{calendarColumns.workdays}</th>
              <th>{calendarColumns.source}</th>
              <th>{calendarColumns.origin}</th>
            </tr>
          </thead>
          <tbody>
            {calendars.data.map((year) => (
              <tr key={year.year}>
                <td className="figures">{year.year}</td>
                <td className="figures">
                  {year.workdays} {settingsText.days}
                </td>
                <td>{year.source}</td>
                <td className="soft">{year.isImported ? settingsText.imported : settingsText.shipped}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft">{settingsText.importCalendarHint}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={settingsText.importCalendar}
        onChange={(event) => {
          const { files } = event.target
          void read(files?.[0])
          event.target.value = ''
        }}
      />
      <Button className="for-work" disabled={importCalendar.isPending} onClick={() => input.current?.click()}>
        {settingsText.importCalendar}
      </Button>
      <FailureNotice error={importCalendar.error} />
    </div>
  )
}
