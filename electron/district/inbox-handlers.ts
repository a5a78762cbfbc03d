import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own =
  | 'district.stage'
  | 'district.receive'
  | 'district.receiveFolder'
  | 'district.saveTemplate'
  | 'district.reminders'
  | 'district.saveReminders'

/** 收件箱. */
export const inboxHandlers = {} as Handlers<Pick<typeof districtContract, Own>, Context>
