import path from 'node:path'
import { messageText } from '../../shared/terms/messages'
import { cliText } from '../../shared/terms/cli'
import { secondSettled } from '../backup/second-folder'
import type { Versions } from '../context'
import { createContext } from '../create-context'
import { createLog } from '../core/log'
import { refusalWithReserve } from '../core/reserve'
import { defaultDataFolder } from '../options'
import { openExistingStore } from '../settings/store-lifecycle'
import { parseArguments, type Arguments } from './arguments'
import { backupCommand } from './backup-command'
import type { Command, CommandOutcome } from './command'
import { colleagueCommand } from './colleague-commands'
import { districtCommand } from './district-commands'
import { importCommand } from './import-commands'
import { packageCommand } from './package-commands'
import { projectsCommand } from './projects-command'
import { assignmentsCommand, scoreCommand, tasksCommand } from './query-commands'
import { rectificationCommand } from './rectification-command'
import { revenueCommand } from './revenue-command'
import { rulesCommand } from './rules-command'
import { contextOfCommand, runCommand } from './sign-in'
import { summaryCommand } from './summary-command'
import { visitsCommand } from './visits-command'
import { checkCommand, initCommand, sampleCommand, workdaysCommand } from './settings-commands'

const commands: Readonly<Record<string, Command>> = {
  init: initCommand,
  import: importCommand,
  assignments: assignmentsCommand,
  tasks: tasksCommand,
  workdays: workdaysCommand,
  score: scoreCommand,
  projects: projectsCommand,
  revenue: revenueCommand,
  rectification: rectificationCommand,
  visits: visitsCommand,
  summary: summaryCommand,
  package: packageCommand,
  colleague: colleagueCommand,
  district: districtCommand,
  rules: rulesCommand,
  backup: backupCommand,
  check: checkCommand,
  sample: sampleCommand,
}

export interface CommandLine {
  readonly argv: readonly string[]
  readonly versions: Versions
  readonly jobsFile: string
  readonly print: (text: string) => void
  readonly remark: (text: string) => void
  /** The PIN of `--actor`, where people sign in. */
  readonly pin: () => Promise<string | null>
}

/** Runs one command; gives the exit status: 0 done, 1 refused and nothing changed, 2 wrong usage. */
export async function runCommandLine({
  argv,
  versions,
  jobsFile,
  print,
  remark,
  pin,
}: CommandLine): Promise<0 | 1 | 2> {
  const parsed = parseArguments(argv, cliText.valueMissing)
  if (!parsed.ok) return misuse(parsed.error.message, remark)
  const args = parsed.value
  const name = args.words[0] ?? ''
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || args.flags.has('help')) return misuse(cliText.usage, remark)
  const dataFolder = path.resolve(args.data ?? defaultDataFolder(false))
  const context = createContext({
    dataFolder,
    jobsFile,
    versions,
    actor: args.actor,
    asOf: args.asOf,
    announce: () => {},
  })
  try {
    await openExistingStore(context)
    const own = await contextOfCommand(context, args, pin)
    if (!own.ok) return report(own, args, print, remark)
    return report(await runCommand(command, own.value, args), args, print, remark)
  } catch (cause) {
    const refusal = refusalWithReserve(dataFolder, cause)
    if (refusal) return report({ ok: false, error: refusal }, args, print, remark)
    const incident = context.newId().slice(-8)
    createLog(dataFolder, context.now)(`incident ${incident}`, cause)
    return report({ ok: false, error: { code: 'unexpected', params: { incident } } }, args, print, remark)
  } finally {
    await secondSettled(context)
    const state = context.storeState()
    if (state.kind === 'open') state.store.close()
  }
}

function misuse(text: string, remark: (text: string) => void): 2 {
  remark(text)
  return 2
}

function report(
  outcome: CommandOutcome,
  args: Arguments,
  print: (text: string) => void,
  remark: (text: string) => void,
): 0 | 1 | 2 {
  if (!outcome.ok) {
    if (!('code' in outcome.error)) return misuse(outcome.error.message, remark)
    const { code, params } = outcome.error
    const message = messageText(code, params)
    if (args.isJson) print(JSON.stringify({ error: { code, message, params } }))
    else remark(message)
    return 1
  }
  const { json, text, remarks = [], refused } = outcome.value
  print(args.isJson ? JSON.stringify(json) : text)
  for (const line of remarks) remark(line)
  if (!refused) return 0
  remark(messageText(refused.code, refused.params))
  return 1
}
