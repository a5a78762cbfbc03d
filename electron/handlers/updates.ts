import path from 'node:path'
import { savePreference } from '../../db/repositories/preferences'
import type { Backup } from '../../shared/backup/contract'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { updateProblems } from '../../shared/terms/updates'
import type { PreparedUpdate, updatesContract } from '../../shared/updates/contract'
import { judgeUpdate } from '../../shared/updates/judge'
import { compareVersions } from '../../shared/updates/version'
import { backupBefore } from '../backup/backup-before'
import { writeIntent, type Context } from '../context'
import { grantFile } from '../core/grants'
import {
  dropPrepared,
  preparedVersions,
  provePrepared,
  updatesFolder,
  writePrepared,
  type ProvenUpdate,
} from '../updates/prepared'
import { readProgramNote, writeProgramNote } from '../updates/program-note'
import { publisherDigits } from '../updates/publisher-keys'
import { readUpdate, type ReadUpdate } from '../updates/read-update'

/** Which update was prepared last; the row is what makes the journal's entry one. */
const preparedPreference = 'updates.prepared'

function shellQuoted(file: string): string {
  return `'${file.replaceAll("'", `'\\''`)}'`
}

function presentPrepared(context: Context, { manifest, folder, file }: ProvenUpdate): PreparedUpdate {
  const listed = manifest.files.find(({ path: name }) => name === manifest.installer)
  return {
    version: manifest.program,
    installer: manifest.installer,
    size: listed?.size ?? 0,
    notes: manifest.notes,
    folder: grantFile(context, folder),
    command: manifest.platform === 'linux' ? `sudo apt install ${shellQuoted(file)}` : null,
  }
}

/** Proves a chosen package and whether it fits this computer. */
async function openUpdate(context: Context, token: string): Promise<Result<ReadUpdate>> {
  const { platform, arch, publisherKeys, isPortable } = context.installation
  if (isPortable) return err('updatePortable')
  const file = context.grants.get(token)
  if (file === undefined) return err('notFound')
  const read = await readUpdate(file, publisherKeys)
  if (!read.ok) return read
  const state = context.storeState()
  const schemaVersion = state.kind === 'open' ? state.store.schemaVersion : 0
  const against = judgeUpdate(read.value.manifest, { version: context.versions.app, platform, arch, schemaVersion })
  return against ? { ok: false, error: against } : read
}

/** The newest update that stands ready and is newer than this program. */
async function findPrepared(context: Context): Promise<ProvenUpdate | null> {
  const { dataFolder, versions, installation } = context
  for (const version of preparedVersions(dataFolder).toSorted((a, b) => compareVersions(b, a))) {
    if (compareVersions(version, versions.app) <= 0) continue
    const proven = await provePrepared(path.join(updatesFolder(dataFolder), version), installation.publisherKeys)
    if (proven?.manifest.program === version) return proven
  }
  return null
}

function noteInJournal(context: Context, version: string): Result<null> {
  return writeIntent(context, 'updates.prepare', { title: version }, (db) => {
    savePreference(db, preparedPreference, `${version} ${context.now()}`)
    return ok(null)
  })
}

/** 更新. */
export const updatesHandlers: Handlers<typeof updatesContract, Context> = {
  'updates.state': async (context) => {
    const { platform, arch, publisherKeys, isPortable } = context.installation
    const prepared = await findPrepared(context)
    return ok({
      version: context.versions.app,
      platform,
      arch,
      isPortable,
      publishers: publisherKeys.map(publisherDigits),
      prepared: prepared && presentPrepared(context, prepared),
    })
  },

  'updates.open': async (context, { file }) => {
    const opened = await openUpdate(context, file)
    if (!opened.ok) return opened
    const { fileName, manifest, digest, installer, signedBy } = opened.value
    const { program: version, minimum, schemaVersion, notes } = manifest
    const about = { fileName, digest, version, minimum, schemaVersion, notes }
    return ok({
      ...about,
      installer: manifest.installer,
      size: installer.length,
      signedBy: publisherDigits(signedBy),
    })
  },

  'updates.prepare': async (context, { file, digest }, { report }) => {
    report({ stage: 'checking' })
    const opened = await openUpdate(context, file)
    if (!opened.ok) return opened
    const { fileName, manifest } = opened.value
    if (opened.value.digest !== digest) return err('updateBroken', { file: fileName, detail: updateProblems.changed })
    const isLedgerOpen = context.storeState().kind === 'open'
    let backup: Backup | null = null
    if (isLedgerOpen) {
      report({ stage: 'backup' })
      const taken = await backupBefore(context, 'update')
      if (!taken.ok) return taken
      backup = taken.value
    }
    report({ stage: 'copying' })
    const written = await writePrepared(context.dataFolder, opened.value, context.installation.publisherKeys)
    if (!written.ok) return written
    if (isLedgerOpen) {
      const noted = noteInJournal(context, manifest.program)
      if (!noted.ok) return noted
    }
    context.announce(['updates'])
    return ok({ prepared: presentPrepared(context, written.value), backup, isLedgerOpen })
  },

  'updates.drop': async (context) => {
    for (const version of preparedVersions(context.dataFolder)) await dropPrepared(context.dataFolder, version)
    context.announce(['updates'])
    return ok({})
  },

  'updates.news': (context) => {
    const note = readProgramNote(context.dataFolder)
    const { app: version } = context.versions
    if (note?.version !== version || note.before === null) return ok(null)
    const { before, notes } = note
    return ok({ before, version, isNewer: compareVersions(version, before) > 0, notes })
  },

  'updates.seenNews': async (context) => {
    const note = readProgramNote(context.dataFolder)
    if (note) await writeProgramNote(context.dataFolder, { ...note, before: null, notes: '' })
    context.announce(['updates'])
    return ok({})
  },
}
