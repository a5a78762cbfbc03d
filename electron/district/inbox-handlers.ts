import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { grantedFolder } from '../core/grants'
import { districtStore } from './district-store'
import { receiveFiles } from './receive-summaries'
import { remindersOf, saveReminders } from './reminders'
import { returnsOfFolder } from './return-folder'
import { saveTemplate } from './save-template'
import { stagedReturns, stageReturn } from './staged-returns'

type Own =
  | 'district.stage'
  | 'district.receive'
  | 'district.receiveFolder'
  | 'district.saveTemplate'
  | 'district.reminders'
  | 'district.saveReminders'

/** 收件箱. */
export const inboxHandlers: Handlers<Pick<typeof districtContract, Own>, Context> = {
  'district.stage': async (context, input) => {
    const opened = districtStore(context)
    return opened.ok ? stageReturn(context, input) : opened
  },

  'district.receive': async (context, { session, period, trustNew }, scope) => {
    const files = stagedReturns(context, session)
    return files.ok ? receiveFiles(context, files.value, { period, trustNew }, scope.report) : files
  },

  'district.receiveFolder': async (context, { folder, period, trustNew }, scope) => {
    const target = grantedFolder(context, folder)
    if (!target.ok) return target
    const files = await returnsOfFolder(target.value)
    return files.ok ? receiveFiles(context, files.value, { period, trustNew }, scope.report) : files
  },

  'district.saveTemplate': (context, input) => saveTemplate(context, input),
  'district.reminders': (context, { period }) => remindersOf(context, period),
  'district.saveReminders': (context, input) => saveReminders(context, input),
}
