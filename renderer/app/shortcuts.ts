import { App } from 'antd'
import { useEffect } from 'react'
import { accessNow, lockWindow } from '../access/access-state'
import { mayNow } from '../access/may'
import { useFailure } from '../components/failure-notice'
import { useUndo } from '../components/undo-notice'
import { isWindowLocked } from '../desk'
import { appText } from '../text/app'
import { commands } from './routes'
import { goTo, roomsOf, setZoom, stepZoom, toggleHelp, wishNewLead, type ScreenRoom } from './screen'
import { useShell } from './shell'

/** Alt with this key shows the room. */
export const altKeyOf: Readonly<Record<ScreenRoom, string>> = {
  home: '1',
  assignments: '2',
  investment: '3',
  projects: '4',
  environment: '5',
  revenue: '6',
  rectification: '7',
  registry: '8',
  calendar: '9',
  reports: '0',
  district: 'D',
  settings: 'S',
}

/** The key's place on the keyboard, which an input method cannot change. */
function codeOf(key: string): string {
  return /^[0-9]$/.test(key) ? `Digit${key}` : `Key${key}`
}

/** Keys that do not touch the page and so work while the import covers it. */
const harmlessKeys: ReadonlySet<string> = new Set(['s', 'l', '+', '=', '-', '0'])

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea')
}

/** What a key with Ctrl does, by its name; null leaves it to the browser. */
function controlKey(
  event: KeyboardEvent,
  does: Readonly<Record<'undo' | 'redo' | 'sayIsSaved' | 'lock', () => void>>,
): (() => void) | null {
  switch (event.key.toLowerCase()) {
    case 'k':
      return commands.openSearch
    case 'i':
      return mayNow('tables.open') ? commands.openImport : null
    case 'l':
      return does.lock
    case 'n':
      return mayNow('investment.save') ? wishNewLead : null
    case 's':
      return does.sayIsSaved
    case 'z':
      return isTyping(event.target) ? null : event.shiftKey ? does.redo : does.undo
    case 'y':
      return isTyping(event.target) ? null : does.redo
    case '+':
    case '=':
      return () => stepZoom(1)
    case '-':
      return () => stepZoom(-1)
    case '0':
      return () => setZoom(100)
    default:
      return null
  }
}

/** The keys of the whole window. Keys of the input method are never taken. */
export function useShortcuts(): void {
  const { message } = App.useApp()
  const { undo, redo } = useUndo()
  const fail = useFailure()
  const { bureau } = useShell()
  useEffect(() => {
    const does = {
      undo: () => void undo(),
      redo: () => void redo(),
      lock: () => {
        if (accessNow()?.isOn && !isWindowLocked()) lockWindow().catch(fail)
      },
      sayIsSaved: () => void message.open({ type: 'info', key: 'saved', content: appText.savedAutomatically }),
    }
    const actionOf = (event: KeyboardEvent): (() => void) | null => {
      const isHarmless = event.ctrlKey && !event.altKey && harmlessKeys.has(event.key.toLowerCase())
      if (commands.isPageCovered() && !isHarmless) return null
      if (event.key === 'F1') return () => toggleHelp()
      if (event.ctrlKey && !event.altKey) return controlKey(event, does)
      if (!event.altKey || event.ctrlKey) return null
      const room = roomsOf(bureau.mode).find((name) => event.code === codeOf(altKeyOf[name]))
      return room ? () => goTo(room) : null
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || event.repeat || event.defaultPrevented) return
      const action = actionOf(event)
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [message, undo, redo, fail, bureau.mode])
}
