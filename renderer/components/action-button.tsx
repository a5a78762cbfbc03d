import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import { useFailure } from './failure-notice'

interface ActionButtonProps extends Omit<ButtonProps, 'onClick' | 'loading'> {
  /** A rejection is said at the top. */
  readonly run: () => Promise<unknown>
}

/** A button that acts at once, without asking; it rests until the action has ended. */
export function ActionButton({ run, disabled, children, ...rest }: ActionButtonProps) {
  const [isRunning, setIsRunning] = useState(false)
  const fail = useFailure()
  const start = async (): Promise<void> => {
    setIsRunning(true)
    try {
      await run()
    } catch (error) {
      fail(error)
    } finally {
      setIsRunning(false)
    }
  }
  return (
    <Button {...rest} disabled={isRunning || (disabled ?? false)} onClick={() => void start()}>
      {children}
    </Button>
  )
}
