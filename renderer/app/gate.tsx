import { useEffect } from 'react'
import { Entrance } from '../access/entrance'
import { FailureNotice } from '../components/failure-notice'
import { call, useCall } from '../desk'
import { appText } from '../text/app'
import { Frame } from './frame'
import { useKeepTyped } from './keep-typed'
import { commands, entries } from './routes'
import { useScreen } from './screen'
import { ShellContext } from './shell'

/** Keeps the window's zoom at what the person chose. */
function useZoom(): void {
  const zoom = useScreen((state) => state.zoom)
  useEffect(() => {
    // Only the size of the text is lost when this fails.
    call('shell.setZoom', { percent: zoom }).catch(console.error)
  }, [zoom])
}

/** The first start, a refused store, or the frame with its pages behind the sign-in. */
export function Gate() {
  useZoom()
  useKeepTyped()
  const settings = useCall('settings.get', {})
  if (settings.error) {
    return (
      <div className="frame-start">
        <div className="frame-start-name">{appText.name}</div>
        <FailureNotice error={settings.error} onRetry={() => void settings.refetch()} />
      </div>
    )
  }
  if (!settings.data) {
    return (
      <div className="frame-start">
        <div className="frame-start-name">{appText.name}</div>
        <div className="frame-start-line">{appText.opening}</div>
      </div>
    )
  }
  const { data } = settings
  if (data.state === 'refused') return <entries.Refused settings={data} onRetry={() => void settings.refetch()} />
  const { bureau } = data
  if (data.state === 'firstStart' || !bureau) return <entries.FirstStart settings={data} />
  return (
    <ShellContext value={{ ...data, bureau }}>
      <Entrance leavePage={commands.leavePage}>
        <Frame />
      </Entrance>
    </ShellContext>
  )
}
