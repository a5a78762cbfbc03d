// Tools that electron-builder would download, taken from the system for a test build.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installPackingTools } from '../setup/debian.mjs'
import { SetUpError } from '../setup/run.mjs'

const archivers = ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z']

/** Leads electron-builder to Debian's 7-Zip and to our stand-in for fpm. */
export function useToolsAtHand(env = process.env) {
  installPackingTools()
  const archiver = archivers.find((file) => existsSync(file))
  if (!archiver) throw new SetUpError('7-Zip is missing; on Debian: apt-get install 7zip')
  env.ELECTRON_BUILDER_7ZIP_PATH = archiver
  env.CUSTOM_FPM_PATH = path.join(import.meta.dirname, 'fpm.mjs')
}
