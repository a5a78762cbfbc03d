import type { KeyboardEvent } from 'react'

/** The key code that a browser gives to keys which belong to the input method. */
const imeKeyCode = 229

/** Whether a key belongs to the input method: Enter, Esc and Space then choose characters and must do nothing else. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === imeKeyCode
}
