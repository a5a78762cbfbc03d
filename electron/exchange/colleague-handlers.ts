import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own =
  | 'exchange.devices'
  | 'exchange.sendColleague'
  | 'exchange.sharedFolder'
  | 'exchange.setSharedFolder'
  | 'exchange.syncFolder'
  | 'exchange.conflicts'
  | 'exchange.decide'

/** 多机合并. */
export const colleagueHandlers = {} as Handlers<Pick<typeof exchangeContract, Own>, Context>
