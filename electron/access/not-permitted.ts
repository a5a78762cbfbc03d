import { err, type Result } from '../../shared/core/result'
import { needText } from '../../shared/terms/access'

/** The refusal of what somebody may not do, in the office's words. */
export function notPermitted(...needed: Parameters<typeof needText>): Result<never> {
  return err('notPermitted', { need: needText(...needed) })
}
