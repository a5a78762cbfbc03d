import type { KeyboardEvent } from 'react'

/** The key code that a browser gives to keys which belong to the input method. */
const imeKeyCode = 229

/** Keeps the keys of the input method from every control and shortcut of the window, also those of the component library. */
export function shieldInputMethod(): void {
  for (const type of ['keydown', 'keyup'] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (event.isComposing || event.keyCode === imeKeyCode) event.stopImmediatePropagation()
      },
      { capture: true },
    )
  }
}

/** Whether a key belongs to the input method: Enter, Esc and Space then choose characters and must do nothing else. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === imeKeyCode
}
