import { Button, Dropdown } from 'antd'
import { endOfMonth, isoDate } from '../../shared/core/dates'
import type { Stream } from '../../shared/core/schemas'
import { useExport } from '../components/export-button'
import { useFailure } from '../components/failure-notice'
import { call } from '../desk'
import { calendarText as text } from '../text/calendar'

/** The days of the month or of the year as a file for other calendars, into a folder that the person chooses. */
export function ExportIcsButton({ month, stream }: { readonly month: string; readonly stream: Stream | null }) {
  const exportInto = useExport()
  const fail = useFailure()
  const [year = 0, number = 1] = month.split('-').map(Number)
  const run = async (first: number, last: number): Promise<void> => {
    const [from, to] = [isoDate(year, first, 1), endOfMonth(year, last)]
    if (!from) return
    await exportInto(async (folder) => {
      const { count, ...file } = await call('assignments.exportCalendar', { from, to, stream, folder })
      return { file, sentence: text.exported(count) }
    })
  }
  const start = (key: string): void => {
    run(key === 'year' ? 1 : number, key === 'year' ? 12 : number).catch(fail)
  }
  const items = [
    { key: 'month', label: text.exportMonth },
    { key: 'year', label: text.exportYear },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => start(key) }}>
      <Button>{text.exportIcs}</Button>
    </Dropdown>
  )
}
