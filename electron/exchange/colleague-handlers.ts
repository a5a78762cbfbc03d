import { readDevices } from '../../db/repositories/operations'
import { readLastEntry } from '../../db/repositories/journal'
import { readBureau } from '../../db/repositories/settings'
import { err, ok } from '../../shared/core/result'
import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { mergeText } from '../../shared/terms/merge'
import type { Session } from '../access/session'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { namePart } from '../reports/export-report'
import { colleagueDraft, operationsBeyond } from './colleague-package'
import { conflictRows } from './conflict-rows'
import { decideConflict } from './decide-conflict'
import { mergeIntent } from './local-operations'
import { captureEdits, ownStore } from './merge-operations'
import { writePackage } from './package-file'
import { savePackageFile } from './save-package-file'
import { saveSharedFolder, sharedFolderOf, syncFolder } from './shared-folder'

type Own =
  | 'exchange.devices'
  | 'exchange.sendColleague'
  | 'exchange.sharedFolder'
  | 'exchange.setSharedFolder'
  | 'exchange.syncFolder'
  | 'exchange.conflicts'
  | 'exchange.decide'

/** When the folder was last read through, which leaves no trace in the store unless something was taken. */
const syncedAt = new WeakMap<Session, string>()

/** 多机合并. */
export const colleagueHandlers: Handlers<Pick<typeof exchangeContract, Own>, Context> = {
  'exchange.devices': async (context) => {
    const opened = await ownStore(context)
    if (!opened.ok) return opened
    const { store, own } = opened.value
    const captured = captureEdits(context, own)
    if (!captured.ok) return captured
    const devices = readDevices(store)
    const ours = devices.find(({ device }) => device === own.device)?.lastSequence ?? 0
    return ok(
      devices.map(({ device, label, lastSequence, known }) => ({
        device,
        label,
        isOwn: device === own.device,
        operations: lastSequence,
        knowsOfOurs: device === own.device ? ours : (known[own.device] ?? 0),
        ours,
      })),
    )
  },

  'exchange.sendColleague': async (context, { folder: token, to, withFiles, passphrase }) => {
    const opened = await ownStore(context)
    if (!opened.ok) return opened
    const { store, own } = opened.value
    const folder = grantedFolder(context, token)
    if (!folder.ok) return folder
    const captured = captureEdits(context, own)
    if (!captured.ok) return captured
    const operations = operationsBeyond(store, own, to)
    if (!operations.ok) return operations
    const made = colleagueDraft(context, store, own, { operations: operations.value, withFiles })
    if (!made.ok) return made
    const packed = await writePackage(context, store, made.value.draft, { passphrase })
    if (!packed.ok) return packed
    const names = [
      readBureau(store.read)?.name ?? '',
      packageKindLabels.colleague,
      own.label,
      context.today().replaceAll('-', ''),
    ]
    const fileName = `${names.map(namePart).join('_')}.zip`
    const saved = await savePackageFile(context, folder.value, fileName, packed.value.bytes)
    if (!saved.ok) return saved
    const { path: _path, ...file } = saved.value
    return ok({ file, operations: made.value.operations, files: made.value.files })
  },

  'exchange.sharedFolder': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const folder = sharedFolderOf(store.value)
    const lastSyncedAt = syncedAt.get(context.session) ?? readLastEntry(store.value, mergeIntent)?.at ?? ''
    return ok(folder === null ? null : { folder, lastSyncedAt })
  },

  'exchange.setSharedFolder': (context, { folder: token }) => {
    const folder = token === null ? ok(null) : grantedFolder(context, token)
    return folder.ok ? saveSharedFolder(context, folder.value) : folder
  },

  'exchange.syncFolder': async (context) => {
    const opened = await ownStore(context)
    if (!opened.ok) return opened
    const { store, own } = opened.value
    const folder = sharedFolderOf(store)
    if (folder === null) return err('sharedFolderMissing', { folder: '', detail: mergeText.noFolder })
    const synced = await syncFolder(context, store, own, folder)
    if (synced.ok) syncedAt.set(context.session, context.now())
    return synced.ok ? ok({ ...synced.value, refused: [...synced.value.refused] }) : synced
  },

  'exchange.conflicts': async (context) => {
    const opened = await ownStore(context)
    if (!opened.ok) return opened
    const captured = captureEdits(context, opened.value.own)
    return captured.ok ? ok(conflictRows(opened.value.store)) : captured
  },

  'exchange.decide': async (context, input) => {
    const opened = await ownStore(context)
    return opened.ok ? decideConflict(context, opened.value.store, opened.value.own, input) : opened
  },
}
