import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { arch, freemem, platform, release, totalmem } from 'node:os'
import path from 'node:path'
import { backupsFolder, listBackups } from '../../db/backup-files'
import { storeFile } from '../../db/open'
import { countRows } from '../../db/repositories/sample'
import { readBureau } from '../../db/repositories/settings'
import type { Store } from '../../db/access'
import { diagnosticsText, versionLine } from '../../shared/terms/help'
import type { Context } from '../context'
import { lastCheck } from '../core/verify-store'
import { writeZip, type ZipFileDraft } from '../exchange/write-zip'

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function aboutStore(store: Store): Readonly<Record<string, unknown>> {
  const check = lastCheck(store)
  const pragma = (name: string): unknown => store.connection.pragma(name, { simple: true })
  return {
    mode: readBureau(store.read)?.mode ?? 'none',
    schema: store.schemaVersion,
    quickCheck: pragma('quick_check(1)'),
    journalMode: pragma('journal_mode'),
    synchronous: pragma('synchronous'),
    counts: countRows(store, false),
    journal: check ? { entries: check.chain.entries, isWhole: check.chain.isWhole } : 'not checked yet',
    foreignRows: check?.foreign.length ?? 'not checked yet',
  }
}

/** What is known of the data folder without a word of what it holds. */
async function stateOf(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const state = context.storeState()
  const file = storeFile(context.dataFolder)
  return {
    state: state.kind,
    refusal: state.kind === 'refused' ? state.failure.code : null,
    bytes: sizeOf(file),
    logBytes: sizeOf(`${file}-wal`),
    store: state.kind === 'open' ? aboutStore(state.store) : null,
    backups: (await listBackups(backupsFolder(context.dataFolder))).map(({ name, bytes, state: was }) => ({
      name,
      bytes,
      state: was,
    })),
  }
}

function machine(context: Context): Readonly<Record<string, unknown>> {
  return {
    ...context.versions,
    platform: platform(),
    release: release(),
    arch: arch(),
    memoryMb: Math.round(totalmem() / 2 ** 20),
    freeMemoryMb: Math.round(freemem() / 2 ** 20),
    at: context.now(),
  }
}

function logFiles(dataFolder: string): ZipFileDraft[] {
  const folder = path.join(dataFolder, 'logs')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('sizhua.log'))
    .map((name) => ({ path: `logs/${name}`, bytes: readFileSync(path.join(folder, name)), isPacked: true }))
}

function json(name: string, value: unknown): ZipFileDraft {
  return { path: name, bytes: Buffer.from(JSON.stringify(value, null, 2)), isPacked: true }
}

/** 诊断包: versions, counts, states and the log. The log itself holds no personal data (`core/impersonal.ts`). */
export async function diagnostics(context: Context): Promise<Buffer> {
  const state = context.storeState()
  const store = state.kind === 'open' ? state.store : null
  const sqlite = store ? String(store.connection.prepare('SELECT sqlite_version()').pluck().get()) : '-'
  const line = versionLine({ ...context.versions, schema: store?.schemaVersion ?? 0, sqlite })
  return writeZip([
    { path: 'readme.txt', bytes: Buffer.from(`\ufeff${diagnosticsText.readme(line)}`), isPacked: true },
    json('versions.json', machine(context)),
    json('store.json', await stateOf(context)),
    ...logFiles(context.dataFolder),
  ])
}
