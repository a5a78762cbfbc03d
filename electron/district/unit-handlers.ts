import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own =
  | 'district.units'
  | 'district.saveUnit'
  | 'district.removeUnit'
  | 'district.periods'
  | 'district.savePeriod'
  | 'district.matrix'
  | 'district.inbox'

/** 单位与期间. */
export const unitHandlers = {} as Handlers<Pick<typeof districtContract, Own>, Context>
