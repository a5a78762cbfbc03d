import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own = 'exchange.outline' | 'exchange.send' | 'exchange.sent' | 'exchange.sendAgain'

/** 上报包. */
export const sendHandlers = {} as Handlers<Pick<typeof exchangeContract, Own>, Context>
