import type { scoringContract } from '../../shared/scoring/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

type Own = 'scoring.rules' | 'scoring.rule' | 'scoring.trial' | 'scoring.saveRule' | 'scoring.retireRule'

/** 考核规则. */
export const ruleHandlers = {} as Handlers<Pick<typeof scoringContract, Own>, Context>
