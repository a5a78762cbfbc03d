import { Button, type ButtonProps } from 'antd'
import { useRef, type ChangeEvent } from 'react'

interface FileButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** What is chosen, for those who do not see it. */
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
  readonly accept?: string
  readonly isMultiple?: boolean
  readonly testId?: string
}

/** A button that opens the desktop's file dialog. */
export function FileButton({ label, onFiles, accept, isMultiple = false, testId, ...button }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])]
    // The same file may be chosen again.
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept={accept}
        multiple={isMultiple}
        aria-label={label}
        data-testid={testId}
        onChange={take}
      />
      <Button {...button} onClick={() => picker.current?.click()} />
    </>
  )
}
