import type { environmentContract } from '../../shared/environment/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { dutyHandlers } from '../environment/duty-handlers'
import { policyHandlers } from '../environment/policy-handlers'
import { visitHandlers } from '../environment/visit-handlers'

/** 抓营商环境. */
export const environmentHandlers: Handlers<typeof environmentContract, Context> = {
  ...dutyHandlers,
  ...policyHandlers,
  ...visitHandlers,
}
