import type { accessContract } from '../../shared/access/contract'
import { err } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

export const accessHandlers: Handlers<typeof accessContract, Context> = {
  'access.state': () => err('notFound'),
  'access.signIn': () => err('notFound'),
  'access.signOut': () => err('notFound'),
  'access.lock': () => err('notFound'),
  'access.active': () => err('notFound'),
  'access.recover': () => err('notFound'),
  'access.accounts': () => err('notFound'),
  'access.saveAccount': () => err('notFound'),
  'access.removeAccount': () => err('notFound'),
  'access.turnOff': () => err('notFound'),
  'access.changePin': () => err('notFound'),
  'access.renewRecoveryCode': () => err('notFound'),
  'access.setAutoLock': () => err('notFound'),
}
