import { copyFile, mkdir, rm } from 'node:fs/promises'
import { differenceFrom, inspectCopy } from '../../db/backup-check'
import { openStore, storeFile } from '../../db/open'
import type { BackupSide } from '../../shared/backup/contract'

export interface TestRestoreInput {
  readonly file: string
  readonly side: BackupSide
  /** A folder of its own, which is removed again. */
  readonly folder: string
  readonly attachmentsFolder: string
  readonly now: string
}

/** What is wrong with a restored copy, in a word; null when it opens and holds what it should. */
async function problemOf({ file, side, folder, attachmentsFolder, now }: TestRestoreInput): Promise<string | null> {
  await mkdir(folder, { recursive: true })
  const target = storeFile(folder)
  await copyFile(file, target)
  const difference = differenceFrom(side, await inspectCopy(target, attachmentsFolder))
  if (difference !== null) return difference
  // As a start would open it, with the steps to the present version.
  const opened = await openStore({ folder, create: false, holder: '-', now })
  if (!opened.ok) return opened.error.code
  opened.value.close()
  return null
}

/** Restores a backup into a folder of its own, opens it as a start would, compares, and removes it again. */
export async function testRestoreJob(input: TestRestoreInput): Promise<string | null> {
  try {
    return await problemOf(input)
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unreadable'
  } finally {
    await rm(input.folder, { recursive: true, force: true })
  }
}
