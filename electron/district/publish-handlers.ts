import type { districtContract } from '../../shared/district/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own =
  | 'district.publish'
  | 'district.publications'
  | 'district.publication'
  | 'district.savePublication'
  | 'district.saveReceipts'
  | 'district.objections'
  | 'district.answerObjection'

/** 公布、回执与异议. */
export const publishHandlers = {} as Handlers<Pick<typeof districtContract, Own>, Context>
