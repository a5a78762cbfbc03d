/** Events that would reach the page although it is covered. Files and pasted text are taken by the window as a whole. */
const stray = ['keydown', 'keyup', 'paste', 'copy', 'cut'] as const
const dragged = ['dragenter', 'dragover', 'dragleave', 'drop'] as const

/**
 * Shuts off everything in the window but `cover`: no focus, no keys, no files, nothing for a screen reader, also for what
 * opens meanwhile. The page keeps its state; the answer opens it again and gives the focus back.
 */
export function coverPage(cover: HTMLElement): () => void {
  const before = document.activeElement
  const shut = new Set<HTMLElement>()
  const shutOthers = (): void => {
    for (const element of document.body.children) {
      if (!(element instanceof HTMLElement) || element === cover || element.inert) continue
      element.inert = true
      shut.add(element)
    }
  }
  shutOthers()
  const opened = new MutationObserver(shutOthers)
  opened.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['inert'] })
  const stopStray = (event: Event): void => {
    if (event.target instanceof Node && cover.contains(event.target)) return
    event.stopImmediatePropagation()
  }
  const stopDragged = (event: Event): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const type of stray) window.addEventListener(type, stopStray, { capture: true })
  for (const type of dragged) window.addEventListener(type, stopDragged, { capture: true })
  return () => {
    opened.disconnect()
    for (const type of stray) window.removeEventListener(type, stopStray, { capture: true })
    for (const type of dragged) window.removeEventListener(type, stopDragged, { capture: true })
    for (const element of shut) element.inert = false
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
}
