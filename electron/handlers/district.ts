import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { inboxHandlers } from '../district/inbox-handlers'
import { issueHandlers } from '../district/issue-handlers'
import { publishHandlers } from '../district/publish-handlers'
import { rankingHandlers } from '../district/ranking-handlers'
import { reviewHandlers } from '../district/review-handlers'
import { unitHandlers } from '../district/unit-handlers'

/** 区级：收件箱、核验、排名、公布、下发. */
export const districtHandlers: Handlers<typeof districtContract, Context> = {
  ...unitHandlers,
  ...inboxHandlers,
  ...reviewHandlers,
  ...rankingHandlers,
  ...publishHandlers,
  ...issueHandlers,
}
