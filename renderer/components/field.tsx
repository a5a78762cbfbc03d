import { createContext, useContext, useId, type ReactNode } from 'react'

interface FieldState {
  readonly id: string
  readonly describedBy: string | undefined
  readonly hasError: boolean
}

const FieldContext = createContext<FieldState | null>(null)

/** What a control inside a `Field` takes over: its id, the text that describes it, whether it is wrong. */
export function useField(): FieldState | null {
  return useContext(FieldContext)
}

interface FieldProps {
  readonly label: string
  readonly children: ReactNode
  readonly isRequired?: boolean
  readonly error?: string | null | undefined
  readonly hint?: ReactNode
}

/** A label over a control, with its remark below. Works with TextField, DateField and ChoiceField by context. */
export function Field({ label, children, isRequired = false, error, hint }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const hasNote = Boolean(error) || Boolean(hint)
  return (
    <FieldContext value={{ id, describedBy: hasNote ? noteId : undefined, hasError: Boolean(error) }}>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {label}
          {isRequired && <span className="field-required">*</span>}
        </label>
        {children}
        {hasNote && (
          <div id={noteId} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
            {error ?? hint}
          </div>
        )}
      </div>
    </FieldContext>
  )
}
