import { setTimeout as pause } from 'node:timers/promises'
import { windowContract } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/core/result'
import { permit } from '../access/admit'
import { backupBefore } from '../backup/backup-before'
import { accountNamed, secondsToWait, signIn } from '../access/sign-in'
import { isAccessOn } from '../access/signed-in'
import type { Context } from '../context'
import type { Arguments } from './arguments'
import type { Command, CommandOutcome } from './command'
import { callOfCommand } from './command-calls'

/** Commands that read a file in take a backup of their own before they write. */
const confirmed: ReadonlySet<string> = new Set(['import', 'package'])

/** Commands that speak of a whole period: typing one is the word that a window asks for. */
const confirmable: ReadonlySet<string> = new Set(['district'])

/**
 * The context in which a command runs. Where people sign in it needs `--actor` and the PIN, and may do what this person may do
 * in the window; the wait after wrong PINs is sat out, since it would begin anew with each run.
 */
export async function contextOfCommand(
  context: Context,
  args: Arguments,
  pin: () => Promise<string | null>,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<Result<Context>> {
  const admitted = isAccessOn(context.storeState()) ? await signedIn(context, args, pin, wait) : ok(context)
  if (!admitted.ok) return admitted
  return ok(confirmed.has(args.words[0] ?? '') ? { ...admitted.value, confirmedRows: Infinity } : admitted.value)
}

async function signedIn(
  context: Context,
  args: Arguments,
  pin: () => Promise<string | null>,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<Result<Context>> {
  const given = args.actor === null ? null : await pin()
  if (args.actor === null || given === null || given === '') return err('pinNotGiven')
  const account = accountNamed(context, args.actor)
  if (!account.ok) return account
  await wait(secondsToWait(context, account.value) * 1000)
  const proved = await signIn(context, args.actor, given)
  if (!proved.ok) return proved
  const call = callOfCommand(args)
  return permit(context, call ?? '', { needs: call === null ? 'admin' : windowContract[call].needs })
}

/** Runs a command; one that would change many records and may is run once more behind a verified backup. */
export async function runCommand(command: Command, context: Context, args: Arguments): Promise<CommandOutcome> {
  const outcome = await command.run(context, args)
  const isMany = !outcome.ok && 'code' in outcome.error && outcome.error.code === 'massChange'
  if (!isMany || !confirmable.has(args.words[0] ?? '')) return outcome
  const kept = await backupBefore(context, 'mass-change')
  return kept.ok ? command.run({ ...context, confirmedRows: Infinity }, args) : kept
}
