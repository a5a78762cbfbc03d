import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Context } from '../../../electron/context'
import { backupsFolder, listBackups } from '../../../db/backup-files'
import { lead } from '../../../db/schema/investment'
import { aBureau, aFolder, dumpOf, leadValues, type Dump, type Service } from '../../builders'

/** Writes one lead as a person does. */
export function saveLead(service: Service, title: string): Promise<unknown> {
  const fields = { title }
  return service.call('investment.save', { id: null, fields, allowDuplicate: true, expectedUpdatedAt: null })
}

/** Makes the store so large that a copy takes many steps and is checked in a thread of its own. */
export function grow(service: Service, leads: number): void {
  service.store().write({ name: 'tables.import', params: {}, actor: '-', at: '2022-06-30T09:30:00+08:00' }, (db) => {
    for (let index = 0; index < leads; index += 1)
      db.insert(lead)
        .values(leadValues(`big-${index}`, { remark: '长'.repeat(1000) }))
        .run()
  })
}

/** A bureau with one lead. */
export async function aBureauWithLead(): Promise<Service> {
  const service = await aBureau()
  await saveLead(service, '第一条')
  return service
}

/** A folder under a token, as the shell's dialog gives one. */
export function granted(service: Service, folder = aFolder()): { readonly folder: string; readonly token: string } {
  const token = service.context.newId()
  service.context.grants.set(token, folder)
  return { folder, token }
}

/** The same context at another time. */
export function at(context: Context, now: string): Context {
  return { ...context, now: () => now }
}

/** `[name, state]` of the ledger's own backups, newest first. */
export async function ownBackups(service: Service): Promise<readonly (readonly [string, string])[]> {
  return (await listBackups(backupsFolder(service.folder))).map(({ name, state }) => [name, state] as const)
}

export function ownFile(service: Service, name: string): string {
  return path.join(backupsFolder(service.folder), name)
}

export function dumpOfFile(file: string): Dump {
  const copy = new Database(file, { readonly: true })
  try {
    return dumpOf(copy)
  } finally {
    copy.close()
  }
}

/** Changes one bit in a file. */
export function flip(file: string, position: number): void {
  const bytes = readFileSync(file)
  bytes[position] = (bytes[position] ?? 0) ^ 1
  writeFileSync(file, bytes)
}
