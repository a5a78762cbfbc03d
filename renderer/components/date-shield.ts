/** A date field whose text is no day; see `DateField`. */
const wrongDate = 'input[data-wrong-date]'
const form = '[role=dialog], main'

/** The wrong date of the form in which a button or field lies, unless it is that field itself. */
function wrongDateBeside(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element) || target.matches(wrongDate)) return null
  return target.closest(form)?.querySelector<HTMLElement>(wrongDate) ?? null
}

function stopAt(event: Event, wrong: HTMLElement | null): void {
  if (!wrong) return
  event.stopPropagation()
  event.preventDefault()
  wrong.focus()
}

/**
 * Text that is no day is not part of what a form saves. So that it is not lost without a word, the form's main button,
 * and Enter in its other fields, lead to the wrong date instead, where the sentence says what is wrong.
 */
export function shieldWrongDates(): void {
  const onClick = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest('.ant-btn-primary') : null
    stopAt(event, wrongDateBeside(button))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSubmit = event.target instanceof HTMLInputElement || event.ctrlKey
    if (event.key === 'Enter' && isSubmit) stopAt(event, wrongDateBeside(event.target))
  }
  window.addEventListener('click', onClick, { capture: true })
  window.addEventListener('keydown', onKeyDown, { capture: true })
}
