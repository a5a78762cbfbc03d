import { assignmentsContract } from '../../shared/assignments/contract'
import { attachmentsContract } from '../../shared/attachments/contract'
import { backupContract } from '../../shared/backup/contract'
import { briefsContract } from '../../shared/briefs/contract'
import { coreContract } from '../../shared/core/contract'
import { districtContract } from '../../shared/district/contract'
import { environmentContract } from '../../shared/environment/contract'
import { exchangeContract } from '../../shared/exchange/contract'
import { helpContract } from '../../shared/help/contract'
import { investmentContract } from '../../shared/investment/contract'
import type { ServiceContract } from '../../shared/ipc/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { projectsContract } from '../../shared/projects/contract'
import { rectificationContract } from '../../shared/rectification/contract'
import { registryContract } from '../../shared/registry/contract'
import { reportsContract } from '../../shared/reports/contract'
import { revenueContract } from '../../shared/revenue/contract'
import { scoringContract } from '../../shared/scoring/contract'
import { searchContract } from '../../shared/search/contract'
import { settingsContract } from '../../shared/settings/contract'
import { tablesContract } from '../../shared/tables/contract'
import { updatesContract } from '../../shared/updates/contract'
import type { Context } from '../context'
import { readLater } from '../ipc/read-later'
import { accessHandlers } from './access'
import { homeHandlers } from './home'
import { presentSettings } from '../settings/present-settings'

/** Every call of the service and who answers it. What the first page does not ask for is read when it is first asked for. */
export const serviceHandlers: Handlers<ServiceContract, Context> = {
  ...accessHandlers,
  ...homeHandlers,
  ...readLater(settingsContract, async () => (await import('./settings')).settingsHandlers),
  'settings.get': presentSettings,
  ...readLater(coreContract, async () => (await import('./core')).coreHandlers),
  ...readLater(backupContract, async () => (await import('./backup')).backupHandlers),
  ...readLater(assignmentsContract, async () => (await import('./assignments')).assignmentsHandlers),
  ...readLater(tablesContract, async () => (await import('./tables')).tablesHandlers),
  ...readLater(attachmentsContract, async () => (await import('./attachments')).attachmentsHandlers),
  ...readLater(briefsContract, async () => (await import('./briefs')).briefsHandlers),
  ...readLater(helpContract, async () => (await import('./help')).helpHandlers),
  ...readLater(investmentContract, async () => (await import('./investment')).investmentHandlers),
  ...readLater(environmentContract, async () => (await import('./environment')).environmentHandlers),
  ...readLater(projectsContract, async () => (await import('./projects')).projectsHandlers),
  ...readLater(registryContract, async () => (await import('./registry')).registryHandlers),
  ...readLater(revenueContract, async () => (await import('./revenue')).revenueHandlers),
  ...readLater(rectificationContract, async () => (await import('./rectification')).rectificationHandlers),
  ...readLater(scoringContract, async () => (await import('./scoring')).scoringHandlers),
  ...readLater(reportsContract, async () => (await import('./reports')).reportsHandlers),
  ...readLater(searchContract, async () => (await import('./search')).searchHandlers),
  ...readLater(exchangeContract, async () => (await import('./exchange')).exchangeHandlers),
  ...readLater(districtContract, async () => (await import('./district')).districtHandlers),
  ...readLater(updatesContract, async () => (await import('./updates')).updatesHandlers),
}
