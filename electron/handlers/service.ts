import type { ServiceContract } from '../../shared/ipc/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { accessHandlers } from './access'
import { assignmentsHandlers } from './assignments'
import { attachmentsHandlers } from './attachments'
import { backupHandlers } from './backup'
import { briefsHandlers } from './briefs'
import { coreHandlers } from './core'
import { districtHandlers } from './district'
import { environmentHandlers } from './environment'
import { exchangeHandlers } from './exchange'
import { helpHandlers } from './help'
import { homeHandlers } from './home'
import { investmentHandlers } from './investment'
import { rectificationHandlers } from './rectification'
import { registryHandlers } from './registry'
import { projectsHandlers } from './projects'
import { reportsHandlers } from './reports'
import { revenueHandlers } from './revenue'
import { scoringHandlers } from './scoring'
import { searchHandlers } from './search'
import { settingsHandlers } from './settings'
import { tablesHandlers } from './tables'
import { updatesHandlers } from './updates'

/** Every call of the service and who answers it. */
export const serviceHandlers: Handlers<ServiceContract, Context> = {
  ...coreHandlers,
  ...settingsHandlers,
  ...accessHandlers,
  ...backupHandlers,
  ...assignmentsHandlers,
  ...tablesHandlers,
  ...attachmentsHandlers,
  ...briefsHandlers,
  ...helpHandlers,
  ...homeHandlers,
  ...investmentHandlers,
  ...environmentHandlers,
  ...projectsHandlers,
  ...registryHandlers,
  ...revenueHandlers,
  ...rectificationHandlers,
  ...scoringHandlers,
  ...reportsHandlers,
  ...searchHandlers,
  ...exchangeHandlers,
  ...districtHandlers,
  ...updatesHandlers,
}
