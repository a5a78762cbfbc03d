import { cliText } from '../../shared/terms/cli'
import type { Command } from './command'
import { inboxCommands } from './district-inbox-command'
import { issueCommands } from './district-issue-command'
import { rankCommands } from './district-rank-command'
import { reviewCommands } from './district-review-command'

/** Every word after `district`; each part of the district's work brings its own. */
const commands: Readonly<Record<string, Command['run']>> = {
  ...inboxCommands,
  ...reviewCommands,
  ...rankCommands,
  ...issueCommands,
}

/** 区级 on the command line: 收件, 核验, 排名, 公布, 下发. */
export const districtCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const name = args.words[1] ?? ''
    const run = Object.hasOwn(commands, name) ? commands[name] : undefined
    return run ? run(context, args) : { ok: false, error: { message: cliText.usage } }
  },
}
