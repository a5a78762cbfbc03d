import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own = 'district.openSplit' | 'district.saveSplit' | 'district.saveRules' | 'district.saveCalendar'

/** 下发. */
export const issueHandlers = {} as Handlers<Pick<typeof districtContract, Own>, Context>
