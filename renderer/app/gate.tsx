import { Suspense, useEffect } from 'react'
import { Entrance } from '../access/entrance'
import { FailureNotice } from '../components/failure-notice'
import { Opening, StartPage } from '../components/start-page'
import { call, useCall } from '../desk'
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
  const { data } = settings
  // What is known stays on the screen when asking again fails.
  if (settings.error && !data) {
    return (
      <StartPage>
        <FailureNotice error={settings.error} onRetry={() => void settings.refetch()} />
      </StartPage>
    )
  }
  if (!data) return <Opening />
  const { bureau } = data
  if (data.state !== 'ready' || !bureau) {
    return (
      <Suspense fallback={<Opening />}>
        {data.state === 'refused' ? (
          <entries.Refused settings={data} onRetry={() => void settings.refetch()} />
        ) : (
          <entries.FirstStart settings={data} />
        )}
      </Suspense>
    )
  }
  return (
    <ShellContext value={{ ...data, bureau }}>
      <Entrance leavePage={commands.leavePage}>
        <Frame />
      </Entrance>
    </ShellContext>
  )
}
