import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/core/result'
import { cliText } from '../../shared/terms/cli'
import { colleagueText } from '../../shared/terms/merge'
import type { Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { grantFile } from '../core/grants'
import { colleagueHandlers } from '../exchange/colleague-handlers'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command, type CommandOutcome } from './command'

const usage = { ok: false, error: { message: cliText.usage } } as const

/** A folder of the command line under a token, as the window would have it. */
function granted(context: Context, name: string): Result<{ readonly folder: string; readonly token: string }> {
  const folder = path.resolve(name)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, path.join(folder, '.')) }
  }
  return ok({ folder, token: grantFile(context, folder) })
}

async function sendPackage(context: Context, args: Arguments): Promise<CommandOutcome> {
  const out = valueOf(args, 'out')
  if (out === null) return usage
  const target = granted(context, out)
  if (!target.ok) return target
  const sent = await colleagueHandlers['exchange.sendColleague'](
    context,
    {
      folder: target.value.token,
      to: valueOf(args, 'to'),
      withFiles: args.flags.has('with-files'),
      passphrase: valueOf(args, 'passphrase'),
    },
    quietScope,
  )
  if (!sent.ok) return sent
  const { file, operations, files } = sent.value
  const written = path.join(target.value.folder, file.fileName)
  const json = { path: written, bytes: file.bytes, sha256: file.sha256, operations, files }
  return ok({ json, text: colleagueText.sent(written, operations, files) })
}

async function syncFolder(context: Context, args: Arguments): Promise<CommandOutcome> {
  const name = valueOf(args, 'folder')
  if (name !== null) {
    const target = granted(context, name)
    if (!target.ok) return target
    const known = await colleagueHandlers['exchange.sharedFolder'](context, {}, quietScope)
    if (!known.ok) return known
    if (known.value?.folder !== target.value.folder) {
      const set = await colleagueHandlers['exchange.setSharedFolder'](
        context,
        { folder: target.value.token },
        quietScope,
      )
      if (!set.ok) return set
    }
  }
  const synced = await colleagueHandlers['exchange.syncFolder'](context, {}, quietScope)
  if (!synced.ok) return synced
  const { written, taken, conflicts, refused } = synced.value
  return ok({
    json: synced.value,
    text: colleagueText.synced(written, taken, conflicts),
    remarks: refused.map(({ text }) => text),
  })
}

async function listDevices(context: Context): Promise<CommandOutcome> {
  const known = await colleagueHandlers['exchange.devices'](context, {}, quietScope)
  if (!known.ok) return known
  const text = known.value.map((each) => colleagueText.device(each.device, each.label, each.operations, each.isOwn))
  return ok({ json: known.value, text: text.join('\n') })
}

async function listConflicts(context: Context): Promise<CommandOutcome> {
  const found = await colleagueHandlers['exchange.conflicts'](context, {}, quietScope)
  if (!found.ok) return found
  const text = found.value.flatMap(({ id, title, fieldLabel, sides }) => [
    colleagueText.conflict(id, title, fieldLabel),
    ...sides.map((side, index) =>
      colleagueText.side(index, side.text, side.deviceLabel, side.actor, side.at, side.isShown),
    ),
  ])
  return ok({ json: found.value, text: text.length === 0 ? colleagueText.noConflicts : text.join('\n') })
}

async function decideConflict(context: Context, args: Arguments): Promise<CommandOutcome> {
  const [, , id] = args.words
  const side = valueOf(args, 'side')
  if (id === undefined || side === null || !/^(\d{1,2}|both)$/.test(side)) return usage
  if (id.length > 400) return err('conflictGone')
  const choice = { id, side: side === 'both' ? null : Number(side) }
  const decided = await colleagueHandlers['exchange.decide'](context, choice, quietScope)
  return decided.ok ? ok({ json: {}, text: colleagueText.decided }) : decided
}

const actions: Readonly<Record<string, (context: Context, args: Arguments) => Promise<CommandOutcome>>> = {
  send: sendPackage,
  sync: syncFolder,
  devices: listDevices,
  conflicts: listConflicts,
  decide: decideConflict,
}

/** 多机合并 without a window: `colleague send|sync|devices|conflicts|decide`. */
export const colleagueCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const action = args.words[1] ?? ''
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    return run ? run(context, args) : usage
  },
}
