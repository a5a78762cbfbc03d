import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import { useMayDo } from '../access/may'
import type { CallName } from '../desk'
import { useFailure } from './failure-notice'

interface ActionButtonProps extends Omit<ButtonProps, 'onClick' | 'loading'> {
  /** A rejection is said at the top. */
  readonly run: () => Promise<unknown>
  /** The call that it makes, where the room alone does not say who may; `reading` for a button that everybody has. */
  readonly does?: CallName | 'reading'
}

/** A button that acts at once, without asking; it rests until the action has ended. Not there for whom may not do it. */
export function ActionButton({ run, does, disabled, className, children, ...rest }: ActionButtonProps) {
  const mayDo = useMayDo(does)
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
  if (!mayDo) return null
  return (
    // It has been asked here already, so the mark of the room does not hide it.
    <Button
      {...rest}
      className={`for-all ${className ?? ''}`}
      disabled={isRunning || (disabled ?? false)}
      onClick={() => void start()}
    >
      {children}
    </Button>
  )
}
