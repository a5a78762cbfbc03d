import type { PointerEvent } from 'react'
import type { Side } from './column-order'

/** Unit: pixels. Less is a click. */
const dragStart = 6

interface Drop {
  readonly element: HTMLElement
  readonly key: string
  readonly side: Side
}

function dropAt(x: number, y: number, within: Element): Drop | null {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column-key]')
  const key = element?.dataset['columnKey']
  if (!element || key === undefined || !within.contains(element)) return null
  const { left, width } = element.getBoundingClientRect()
  return { element, key, side: x < left + width / 2 ? 'before' : 'after' }
}

/** A drag ends in a click on the header, which would sort or select. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

/** Drags a header with `data-column-key` beside another one of the same `within`. */
export function dragColumn(
  event: PointerEvent<HTMLElement>,
  within: Element,
  onDrop: (key: string, target: string, side: Side) => void,
): void {
  const header = event.currentTarget
  const key = header.dataset['columnKey']
  if (key === undefined || event.button !== 0) return
  const from = event.clientX
  let drop: Drop | null = null
  let isDragging = false
  const mark = (next: Drop | null): void => {
    drop?.element.removeAttribute('data-drop')
    drop = next
    if (next && next.key !== key) next.element.setAttribute('data-drop', next.side)
  }
  const move = (moved: globalThis.PointerEvent): void => {
    isDragging ||= Math.abs(moved.clientX - from) > dragStart
    if (!isDragging) return
    moved.preventDefault()
    header.setAttribute('data-dragged', '')
    mark(dropAt(moved.clientX, moved.clientY, within))
  }
  const end = (ended: Event): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    header.removeAttribute('data-dragged')
    const found = drop
    mark(null)
    if (!isDragging) return
    swallowClick()
    if (found && found.key !== key && ended.type === 'pointerup') onDrop(key, found.key, found.side)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
}
