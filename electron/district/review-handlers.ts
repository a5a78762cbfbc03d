import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own =
  | 'district.checks'
  | 'district.decideCheck'
  | 'district.review'
  | 'district.saveVerdicts'
  | 'district.dropVerdicts'
  | 'district.setReturned'
  | 'district.setReviewed'
  | 'district.saveFigure'
  | 'district.saveVeto'
  | 'district.removeVeto'
  | 'district.lock'
  | 'district.reopen'

/** 核验. */
export const reviewHandlers = {} as Handlers<Pick<typeof districtContract, Own>, Context>
