import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own = 'exchange.open' | 'exchange.accept' | 'exchange.discard' | 'exchange.received'

/** 接收. */
export const receiveHandlers = {} as Handlers<Pick<typeof exchangeContract, Own>, Context>
