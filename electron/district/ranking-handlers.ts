import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own = 'district.ranking' | 'district.awards' | 'district.totals'

/** 排名与奖项. */
export const rankingHandlers = {} as Handlers<Pick<typeof districtContract, Own>, Context>
