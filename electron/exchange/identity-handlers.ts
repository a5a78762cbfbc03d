import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own =
  | 'exchange.identity'
  | 'exchange.saveDevice'
  | 'exchange.changeSuite'
  | 'exchange.exportIdentity'
  | 'exchange.saveRecovery'
  | 'exchange.restoreIdentity'
  | 'exchange.trusts'
  | 'exchange.setTrust'

/** 密钥与信任. */
export const identityHandlers = {} as Handlers<Pick<typeof exchangeContract, Own>, Context>
