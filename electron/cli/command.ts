import type { Context } from '../context'
import type { Failure, Result } from '../../shared/core/result'
import type { Arguments, Misuse } from './arguments'

/** What a command gives: the JSON document of the contract, and a readable form for people. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** Something to say on stderr, e.g. warnings. */
  readonly remarks?: readonly string[]
  /** Set where the answer itself says that nothing was done, e.g. rejected rows. */
  readonly refused?: Failure
}

export type CommandOutcome = Result<Answer, Failure | Misuse>

export interface Command {
  /** Whether it works on an open store. */
  readonly needsStore: boolean
  readonly run: (context: Context, args: Arguments) => Promise<CommandOutcome> | CommandOutcome
}

/** No progress and no cancel: the command line runs one call to its end. */
export const quietScope = {
  signal: { aborted: false, addEventListener: () => {}, removeEventListener: () => {} },
  report: () => {},
}
