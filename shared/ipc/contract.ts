import { accessContract } from '../access/contract'
import { assignmentsContract } from '../assignments/contract'
import { attachmentsContract } from '../attachments/contract'
import { backupContract } from '../backup/contract'
import { briefsContract } from '../briefs/contract'
import { coreContract } from '../core/contract'
import { districtContract } from '../district/contract'
import { environmentContract } from '../environment/contract'
import { exchangeContract } from '../exchange/contract'
import { helpContract } from '../help/contract'
import { homeContract } from '../home/contract'
import { investmentContract } from '../investment/contract'
import { projectsContract } from '../projects/contract'
import { rectificationContract } from '../rectification/contract'
import { registryContract } from '../registry/contract'
import { reportsContract } from '../reports/contract'
import { revenueContract } from '../revenue/contract'
import { scoringContract } from '../scoring/contract'
import { searchContract } from '../search/contract'
import { settingsContract } from '../settings/contract'
import { shellContract } from '../shell/contract'
import { tablesContract } from '../tables/contract'
import { updatesContract } from '../updates/contract'

/** Every call that the service answers, room by room. */
export const serviceContract = {
  ...coreContract,
  ...settingsContract,
  ...accessContract,
  ...backupContract,
  ...assignmentsContract,
  ...tablesContract,
  ...attachmentsContract,
  ...briefsContract,
  ...helpContract,
  ...homeContract,
  ...investmentContract,
  ...environmentContract,
  ...projectsContract,
  ...revenueContract,
  ...rectificationContract,
  ...registryContract,
  ...scoringContract,
  ...reportsContract,
  ...searchContract,
  ...exchangeContract,
  ...districtContract,
  ...updatesContract,
} as const
export type ServiceContract = typeof serviceContract

/** The whole surface the window sees. */
export const windowContract = { ...serviceContract, ...shellContract } as const
export type WindowContract = typeof windowContract
