import type { ServiceContract } from '../../shared/ipc/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { assignmentsHandlers } from './assignments'
import { coreHandlers } from './core'
import { investmentHandlers } from './investment'
import { reportsHandlers } from './reports'
import { scoringHandlers } from './scoring'
import { settingsHandlers } from './settings'
import { tablesHandlers } from './tables'

/** Every call of the service and who answers it. */
export const serviceHandlers: Handlers<ServiceContract, Context> = {
  ...coreHandlers,
  ...settingsHandlers,
  ...assignmentsHandlers,
  ...tablesHandlers,
  ...investmentHandlers,
  ...scoringHandlers,
  ...reportsHandlers,
}
