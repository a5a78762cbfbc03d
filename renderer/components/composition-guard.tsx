import { useRef, type CompositionEvent, type ReactNode } from 'react'
import { isComposing } from './ime'

interface CompositionGuardProps {
  readonly children: ReactNode
  /** What the field holds when the input method has finished. */
  readonly onComposed?: (text: string) => void
  readonly onComposingChange?: (isOn: boolean) => void
}

/** Keeps the keys of the input method away from a control of the component library, so that Enter chooses characters only. */
export function CompositionGuard({ children, onComposed, onComposingChange }: CompositionGuardProps) {
  const isOn = useRef(false)
  const set = (next: boolean): void => {
    isOn.current = next
    onComposingChange?.(next)
  }
  return (
    <div
      className="composition-guard"
      onCompositionStartCapture={() => set(true)}
      onCompositionEndCapture={(event: CompositionEvent<HTMLDivElement>) => {
        set(false)
        if (event.target instanceof HTMLInputElement) onComposed?.(event.target.value)
      }}
      onKeyDownCapture={(event) => {
        if (isOn.current || isComposing(event)) event.stopPropagation()
      }}
    >
      {children}
    </div>
  )
}
