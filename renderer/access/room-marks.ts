import { useLayoutEffect } from 'react'
import { useMayHere } from './may'

/**
 * Marks the whole window, drawers and dialogs too, with what the person may not do in the room that is shown; the style
 * hides main buttons and those with the class `for-work` or `for-lead`. A main button that only reads has `for-all`.
 */
export function useRoomMarks(): void {
  const mayWork = useMayHere('work')
  const mayLead = useMayHere('lead')
  useLayoutEffect(() => {
    const { classList } = document.body
    classList.toggle('may-not-work', !mayWork)
    classList.toggle('may-not-lead', !mayLead)
    return () => classList.remove('may-not-work', 'may-not-lead')
  }, [mayWork, mayLead])
}
