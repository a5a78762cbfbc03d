import type { Handlers } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import type { Context } from '../context'
import { closureFormHandlers } from '../rectification/closure-form-handlers'
import { evidenceHandlers } from '../rectification/evidence-handlers'
import { findingHandlers } from '../rectification/finding-handlers'
import { ledgerHandlers } from '../rectification/ledger-handlers'
import { letterHandlers } from '../rectification/letter-handlers'
import { lookBackHandlers } from '../rectification/look-back-handlers'
import { noticeHandlers } from '../rectification/notice-handlers'
import { partHandlers } from '../rectification/part-handlers'
import { programHandlers } from '../rectification/program-handlers'
import { recurrenceHandlers } from '../rectification/recurrence-handlers'
import { reportHandlers } from '../rectification/report-handlers'
import { roleHandlers } from '../rectification/role-handlers'
import { statisticsHandlers } from '../rectification/statistics-handlers'
import { stepHandlers } from '../rectification/step-handlers'

/** 整改台账. */
export const rectificationHandlers: Handlers<typeof rectificationContract, Context> = {
  ...programHandlers,
  ...roleHandlers,
  ...findingHandlers,
  ...stepHandlers,
  ...partHandlers,
  ...evidenceHandlers,
  ...noticeHandlers,
  ...statisticsHandlers,
  ...lookBackHandlers,
  ...recurrenceHandlers,
  ...ledgerHandlers,
  ...closureFormHandlers,
  ...letterHandlers,
  ...reportHandlers,
}
