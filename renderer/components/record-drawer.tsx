import { Drawer } from 'antd'
import type { ReactNode } from 'react'

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
  return (
    <Drawer
      title={title}
      open={isOpen}
      onClose={onClose}
      // At the right, where no notice of what was done lies over it.
      closable={{ placement: 'end' }}
      size={`min(${width}px, 94vw)`}
      extra={extra}
      footer={footer}
      mask={false}
      styles={{ header: { padding: '8px 16px' }, body: { padding: '8px 16px 16px' }, footer: { padding: '8px 16px' } }}
    >
      {children}
    </Drawer>
  )
}
