/** Puts plain text on the clipboard within a click; false when the desktop refuses. Needs no permission of the window. */
export function copyText(text: string): boolean {
  let isTaken = false
  const give = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    isTaken = true
  }
  document.addEventListener('copy', give, { capture: true, once: true })
  // The asynchronous clipboard would ask for a permission, and the window has none to give.
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', give, { capture: true })
  return isDone && isTaken
}
