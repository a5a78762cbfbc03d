import path from 'node:path'
import type { Backup, BackupKey, BackupPlace } from '../../shared/backup/contract'
import { ok, type Result } from '../../shared/core/result'
import { backupText } from '../../shared/terms/backup-command'
import { messageText } from '../../shared/terms/messages'
import { backupOfKey, folderOfPlace } from '../backup/places'
import type { Context } from '../context'
import { grantFile } from '../core/grants'
import { backupHandlers } from '../handlers/backup'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command, type CommandOutcome } from './command'

const usage = { ok: false, error: { message: backupText.usage } } as const

async function described(context: Context, backup: Backup) {
  const { place, name, state, side, bytes } = backup
  const folder = await folderOfPlace(context, place)
  return {
    path: path.join(folder.ok ? folder.value.folder : '', name),
    name,
    bytes,
    verified: state === 'verified',
    state,
    reason: side?.reason ?? null,
    at: side?.at ?? null,
    sha256: side?.sha256 ?? null,
    schemaVersion: side?.schemaVersion ?? null,
    journal: side?.journal ?? null,
    counts: side?.counts ?? null,
    attachments: side?.attachments ?? null,
  }
}

/** A backup of the ledger's own folder by its name, any other by its path. */
function keyOf(context: Context, word: string): BackupKey {
  if (path.basename(word) === word) return { place: 'own', name: word }
  return { place: { folder: grantFile(context, path.resolve(path.dirname(word))) }, name: path.basename(word) }
}

async function create(context: Context): Promise<CommandOutcome> {
  const taken = await backupHandlers['backup.create'](context, {}, quietScope)
  if (!taken.ok) return taken
  const { backup, second } = taken.value
  const json = { ...(await described(context, backup)), second }
  return ok({ json, text: backupText.created(json.path, second) })
}

async function list(context: Context, args: Arguments): Promise<CommandOutcome> {
  const name = valueOf(args, 'folder')
  const place: BackupPlace = name === null ? 'own' : { folder: grantFile(context, path.resolve(name)) }
  const found = await backupHandlers['backup.list'](context, { place }, quietScope)
  if (!found.ok) return found
  const json = await Promise.all(found.value.map((backup) => described(context, backup)))
  return ok({ json, text: json.length === 0 ? backupText.none : found.value.map(backupText.line).join('\n') })
}

/** `verified` and exit status 0, or what is wrong and 1. */
async function verify(context: Context, key: BackupKey): Promise<CommandOutcome> {
  const found = await backupHandlers['backup.verify'](context, key, quietScope)
  if (!found.ok) return found
  const json = await described(context, found.value)
  const text = backupText.line(found.value)
  if (found.value.state === 'verified') return ok({ json, text })
  const code = found.value.state === 'damaged' ? 'backupDamaged' : 'backupUnproven'
  const params = { detail: found.value.state }
  const error = { code, message: messageText(code, params), params }
  return ok({ json: { ...json, error }, text, refused: { code, params } })
}

async function restore(context: Context, key: BackupKey): Promise<CommandOutcome> {
  const restored = await backupHandlers['backup.restore'](context, key, quietScope)
  if (!restored.ok) return restored
  const { restored: backup, before } = restored.value
  const json = {
    ...(await described(context, backup)),
    before: before && (await described(context, before)),
  }
  return ok({ json, text: backupText.restored(backup.name, before?.name ?? null) })
}

async function onOne(
  context: Context,
  args: Arguments,
  run: (context: Context, key: BackupKey) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const word = args.words[2]
  if (word === undefined) return usage
  const key = keyOf(context, word)
  const found: Result<unknown> = await backupOfKey(context, key)
  return found.ok ? run(context, key) : found
}

/** 备份 without a window: `backup create|list|verify|restore`. */
export const backupCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    switch (args.words[1]) {
      case 'create':
        return create(context)
      case 'list':
        return list(context, args)
      case 'verify':
        return onOne(context, args, verify)
      case 'restore':
        return onOne(context, args, restore)
      default:
        return usage
    }
  },
}
