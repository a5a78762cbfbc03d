import { App, Button } from 'antd'
import type { OpenCount } from '../../shared/settings/year-contract'
import { openKindLabels } from '../../shared/terms/year'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useAction, useCall } from '../desk'
import { yearText as text } from '../text/year'

function OpenCounts({ counts, empty }: { readonly counts: readonly OpenCount[]; readonly empty: string }) {
  if (counts.length === 0) return <p className="soft">{empty}</p>
  return (
    <ul className="year-counts">
      {counts.map(({ kind, count, parts }) => (
        <li key={kind}>
          <span>{openKindLabels[kind]}</span>
          <span className="figures">{count}</span>
          {parts.length > 0 && (
            <ul className="soft">
              {parts.map(({ name, count: number }) => (
                <li key={name}>{text.part(name, number)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

interface YearDrawerProps {
  readonly year: number
  readonly onClose: () => void
}

/** What closing a year would keep, and what is still open, before it is done. */
export function ClosingDrawer({ year, onClose }: YearDrawerProps) {
  const preview = useCall('settings.previewClosing', { year })
  const close = useAction('settings.closeYear')
  const { message } = App.useApp()
  const run = async (): Promise<void> => {
    const done = await close.mutateAsync({ year }).catch(() => null)
    if (!done) return
    void message.success(text.didClose(year))
    onClose()
  }
  const { data } = preview
  return (
    <RecordDrawer
      title={text.closing(year)}
      isOpen
      onClose={onClose}
      width={560}
      footer={
        <>
          <ActionButton type="primary" disabled={!data} run={run}>
            {text.doClose}
          </ActionButton>{' '}
          <Button onClick={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <FailureNotice error={preview.error ?? close.error} />
      {data && (
        <>
          <p className="soft">{text.closingIntro}</p>
          {data.isEarly && <p role="status">{text.early}</p>}
          <section className="section">
            <h2>{text.frozenScore}</h2>
            <p className="figures">{data.score ? text.score(data.score.total, data.score.max) : text.noScore}</p>
          </section>
          <section className="section">
            <h2>{text.leftOpen}</h2>
            <OpenCounts counts={data.open} empty={text.nothingOpen} />
          </section>
          <section className="section">
            <h2>{text.files}</h2>
            {data.files.length === 0 && <p className="soft">{text.noFiles}</p>}
            <ul className="year-counts">
              {data.files.map((file) => (
                <li key={file.name}>
                  <span>{file.name}</span>
                  <span className="figures soft">{file.checkCode}</span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </RecordDrawer>
  )
}

/** What goes on in a year, and what it lacks, before the screens turn to it. */
export function OpeningDrawer({ year, onClose }: YearDrawerProps) {
  const preview = useCall('settings.previewOpening', { year })
  const open = useAction('settings.openYear')
  const { message } = App.useApp()
  const run = async (): Promise<void> => {
    const done = await open.mutateAsync({ year }).catch(() => null)
    if (!done) return
    void message.success(text.didOpen(year))
    onClose()
  }
  const { data } = preview
  const lacking = data
    ? [
        ...(data.lacksCalendar ? [text.lacksCalendar(year)] : []),
        ...(data.lacksScheme ? [text.lacksScheme(year)] : []),
        ...(data.lacksAssignments ? [text.lacksAssignments(year)] : []),
      ]
    : []
  return (
    <RecordDrawer
      title={text.opening(year)}
      isOpen
      onClose={onClose}
      width={560}
      footer={
        <>
          <ActionButton type="primary" disabled={!data} run={run}>
            {text.doOpen(year)}
          </ActionButton>{' '}
          <Button onClick={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <FailureNotice error={preview.error ?? open.error} />
      {data && (
        <>
          {data.isEarlierOpen && <p role="status">{text.earlierOpen(year - 1)}</p>}
          <section className="section">
            <h2>{text.carried}</h2>
            <OpenCounts counts={data.carried} empty={text.nothingCarried} />
            <p className="soft">{text.kept(data.kept.people, data.kept.enterprises)}</p>
          </section>
          <section className="section">
            <h2>{text.lacks}</h2>
            {lacking.length === 0 && <p className="soft">{text.lacksNothing}</p>}
            <ul>
              {lacking.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </RecordDrawer>
  )
}
