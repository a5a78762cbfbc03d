import type { Backup, BackupReason } from '../backup/contract'
import { mergedRecordName } from './merge'

/** Why a backup was taken, in one word. */
export const backupReasonLabels: Readonly<Record<BackupReason, string>> = {
  daily: '每日首次',
  import: '导入前',
  migration: '升级前',
  restore: '恢复前',
  'mass-change': '大批改动前',
  year: '结账前',
  update: '更新前',
  manual: '手工',
}

/** A shape and a word, so that no state is told by its colour. */
export const backupStateLabels: Readonly<Record<Backup['state'], { readonly sign: string; readonly word: string }>> = {
  verified: { sign: '✓', word: '校验完好' },
  damaged: { sign: '■', word: '已损坏' },
  unproven: { sign: '▲', word: '未校验' },
}

/** Tables that stay on this computer and so have no name among those that travel. */
const localNames: Readonly<Record<string, string>> = {
  account: '登录人',
  bureau: '单位信息',
  journal_entry: '操作记录',
  saved_view: '保存的视图',
  table_mapping: '已记住的表头',
  trusted_key: '信任的密钥',
}

/** What the rows of a table are called; null for those that only the program itself knows. */
export function backupTableName(table: string): string | null {
  if (Object.hasOwn(localNames, table)) return localNames[table] ?? null
  const name = mergedRecordName(table)
  return name === table ? null : name
}

/** How many records a backup holds, its journal not counted. */
export function recordsIn(counts: Readonly<Record<string, number>>): number {
  return Object.entries(counts)
    .filter(([table]) => table !== 'journal_entry' && backupTableName(table) !== null)
    .reduce((sum, [, count]) => sum + count, 0)
}

/** The folder that this program makes on a second place, named after the bureau so that several may share a stick. */
export function secondFolderName(bureau: string): string {
  const name = Array.from(bureau.replaceAll(/[\\/:*?"<>|\p{C}\s]/gu, '').replace(/[. ]+$/, ''))
    .slice(0, 60)
    .join('')
  return name === '' ? secondFolderPrefix : `${secondFolderPrefix}-${name}`
}

export const secondFolderPrefix = '四抓台账备份'

/** The folder of a ledger that was rescued, e.g. `抢救出的台账_20220630-0930`. */
export function rescueFolderName(at: string): string {
  const digits = at.replaceAll(/\D/g, '')
  return `抢救出的台账_${digits.slice(0, 8)}-${digits.slice(8, 12)}`
}
