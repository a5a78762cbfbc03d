import type { Need } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { sessionLevel } from './signed-in'

/** Tells how much whoever sits here may do, when that is not what was told last. */
export function tellSession(context: Context, tell: (level: Need) => void): () => void {
  let told: Need | null = null
  return () => {
    const level = sessionLevel(context)
    if (level === told) return
    told = level
    tell(level)
  }
}
