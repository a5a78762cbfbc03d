import { app, Menu, session, type Session, type WebContents } from 'electron'
import { isFetchable, isOurs, isPermitted, mayNavigate, ORIGIN } from './page-policy'

/** Without these a bare Electron looks names up and asks for dictionaries; together they leave no connection at all. */
const OFFLINE_SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'dns-prefetch-disable',
  'no-proxy-server',
  'disable-domain-reliability',
] as const

export const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0

/** Takes the network, the menu and every privilege of pages away. Must run before the app is ready. */
export function hardenProgram(): void {
  for (const name of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // Chromium gives root on Linux no sandbox and would end here.
  if (!isRootOnLinux) app.enableSandbox()
  // On a Mac the menu carries copy, paste and quit.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** Refuses everything a page could ask of the machine or the network. */
export function hardenSession(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isPermitted(permission, requestingUrl)),
  )
  target.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin))
  target.setDevicePermissionHandler(() => false)
  target.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  target.setSpellCheckerEnabled(false)
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isFetchable(details.url, app.isPackaged) }))
  // Evidence is saved by the page from what it holds; nothing is ever fetched to the disk.
  target.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:') || !isOurs(item.getURL().slice('blob:'.length))) event.preventDefault()
  })
}

/** Keeps a page where it is: no navigation, no new windows, no embedded pages. */
function hardenContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; readonly url: string }): void => {
    if (!mayNavigate(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
    else stay(event)
  })
  // Chromium asks nobody before it shows an empty page.
  contents.on('did-navigate', (_event, url) => {
    if (!mayNavigate(url)) void contents.loadURL(`${ORIGIN}/`)
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
