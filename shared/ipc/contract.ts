import { assignmentsContract } from '../assignments/contract'
import { coreContract } from '../core/contract'
import { investmentContract } from '../investment/contract'
import { reportsContract } from '../reports/contract'
import { scoringContract } from '../scoring/contract'
import { settingsContract } from '../settings/contract'
import { shellContract } from '../shell/contract'
import { tablesContract } from '../tables/contract'

/** Every call that the service answers, room by room. */
export const serviceContract = {
  ...coreContract,
  ...settingsContract,
  ...assignmentsContract,
  ...tablesContract,
  ...investmentContract,
  ...scoringContract,
  ...reportsContract,
} as const
export type ServiceContract = typeof serviceContract

/** The whole surface the window sees. */
export const windowContract = { ...serviceContract, ...shellContract } as const
export type WindowContract = typeof windowContract
