import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useMayHere } from '../access/may'
import { ReadOnly } from './read-only'

interface RecordDrawerProps {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Unit: pixels; never wider than the window. */
  readonly width?: number
  /** Buttons beside the title. */
  readonly extra?: ReactNode
  /** Buttons below, always in sight. */
  readonly footer?: ReactNode
}

/**
 * A record beside its list; the list stays usable, so another row may be opened at once. Esc closes.
 * Keep typed text with `useDraft`, so that closing loses nothing.
 */
export function RecordDrawer({ title, isOpen, onClose, children, width = 620, extra, footer }: RecordDrawerProps) {
  const isLocked = !useMayHere('work')
  return (
    <Drawer
      title={title}
      open={isOpen}
      onClose={onClose}
      // At the right, where no notice of what was done lies over it.
      closable={{ placement: 'end' }}
      size={`min(${width}px, 94vw)`}
      extra={extra && <ReadOnly isLocked={isLocked}>{extra}</ReadOnly>}
      footer={footer && <ReadOnly isLocked={isLocked}>{footer}</ReadOnly>}
      mask={false}
      styles={{ header: { padding: '8px 16px' }, body: { padding: '8px 16px 16px' }, footer: { padding: '8px 16px' } }}
    >
      <ReadOnly isLocked={isLocked}>{children}</ReadOnly>
    </Drawer>
  )
}
