import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { colleagueHandlers } from '../exchange/colleague-handlers'
import { identityHandlers } from '../exchange/identity-handlers'
import { receiveHandlers } from '../exchange/receive-handlers'
import { sendHandlers } from '../exchange/send-handlers'
import { standingHandlers } from '../exchange/standing-handlers'

/** 上报包、回执、密钥、多机合并. */
export const exchangeHandlers: Handlers<typeof exchangeContract, Context> = {
  ...identityHandlers,
  ...sendHandlers,
  ...receiveHandlers,
  ...standingHandlers,
  ...colleagueHandlers,
}
