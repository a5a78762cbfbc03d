import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own = 'exchange.standing' | 'exchange.saveObjection' | 'exchange.dropObjection'

/** 自报与核定. */
export const standingHandlers = {} as Handlers<Pick<typeof exchangeContract, Own>, Context>
