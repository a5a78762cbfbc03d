import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { appText, roomLabels } from '../text/app'
import { searchTexts } from '../text/search'
import { BackupMark } from '../backup/backup-mark'
import { useMay } from '../access/may'
import { useRoomMarks } from '../access/room-marks'
import { Boundary } from './boundary'
import { commands, pages, RoomExtras } from './routes'
import { goTo, roomsOf, stepZoom, toggleHelp, useScreen } from './screen'
import { Seat } from './seat'
import { useShell } from './shell'
import { altKeyOf, useShortcuts } from './shortcuts'

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel')).HelpPanel }))

/** F1, read when it is first wanted. */
function Help() {
  const isOpen = useScreen((state) => state.isHelpOpen)
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  return <Suspense fallback={null}>{wasOpen && <HelpPanel />}</Suspense>
}

function TopBar() {
  const { bureau } = useShell()
  const zoom = useScreen((state) => state.zoom)
  const mayImport = useMay('tables.open')
  return (
    <div className="frame-top" role="banner">
      <span className="frame-top-name">{appText.name}</span>
      <span className="frame-top-unit">{appText.unitAndYear(bureau.name, bureau.year)}</span>
      <span className="frame-top-space" />
      <BackupMark />
      <Seat />
      <Button size="small" onClick={commands.openSearch}>
        {searchTexts.open}
      </Button>
      {mayImport && (
        <Button size="small" onClick={commands.openImport}>
          {appText.importButton}
        </Button>
      )}
      <span>
        <Button size="small" type="text" aria-label={appText.smaller} onClick={() => stepZoom(-1)}>
          A−
        </Button>
        <Button
          size="small"
          type="text"
          aria-label={appText.larger}
          title={appText.zoom(zoom)}
          onClick={() => stepZoom(1)}
        >
          A+
        </Button>
      </span>
      <Button size="small" type="text" onClick={() => toggleHelp()}>
        {appText.help}
      </Button>
      <Button size="small" type="text" onClick={() => goTo('settings', 'about')}>
        {appText.about}
      </Button>
    </div>
  )
}

function Navigation() {
  const room = useScreen((state) => state.room)
  const { bureau } = useShell()
  return (
    <nav className="frame-nav" aria-label={appText.navigation}>
      {roomsOf(bureau.mode).map((name) => (
        <button key={name} type="button" aria-current={name === room ? 'page' : undefined} onClick={() => goTo(name)}>
          <span>{roomLabels[name]}</span>
          <kbd>Alt+{altKeyOf[name]}</kbd>
        </button>
      ))}
    </nav>
  )
}

/** The window around the pages: line above, navigation left, banners, help, the import's overlay. */
export function Frame() {
  useShortcuts()
  useRoomMarks()
  const room = useScreen((state) => state.room)
  const tab = useScreen((state) => state.tabs[room])
  const Page = pages[room]
  return (
    <div className="frame">
      <TopBar />
      <Navigation />
      <main className="frame-page">
        <Boundary resetKey={`${room}/${tab ?? ''}`}>
          <Suspense fallback={null}>
            <Page />
          </Suspense>
        </Boundary>
      </main>
      <RoomExtras />
      <Help />
    </div>
  )
}
