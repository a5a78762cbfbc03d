import type { ReactNode } from 'react'

/** What a page says when it has nothing yet, with the button that helps. */
export function EmptyState({ text, action }: { readonly text: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {action}
    </div>
  )
}
