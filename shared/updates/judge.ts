import type { Failure } from '../core/result'
import { machineLabel } from '../terms/updates'
import type { UpdateManifest } from './manifest'
import { compareVersions } from './version'

/** What an update would meet here. */
export interface Installed {
  readonly version: string
  readonly platform: string
  readonly arch: string
  /** The version of the open store; 0 = none is open. */
  readonly schemaVersion: number
}

/** What speaks against updating this computer by a package whose signature and files are right; null = nothing. */
export function judgeUpdate(manifest: UpdateManifest, installed: Installed): Failure | null {
  const { program: found, minimum } = manifest
  if (manifest.platform !== installed.platform || manifest.arch !== installed.arch) {
    const wanted = machineLabel(manifest.platform, manifest.arch)
    return { code: 'updateOtherMachine', params: { wanted, own: machineLabel(installed.platform, installed.arch) } }
  }
  // Also what keeps an old, signed package from bringing an old fault back.
  if (compareVersions(found, installed.version) <= 0)
    return { code: 'updateNotNewer', params: { found, own: installed.version } }
  if (compareVersions(installed.version, minimum) < 0)
    return { code: 'updateNeedsStep', params: { found, minimum, own: installed.version } }
  if (manifest.schemaVersion < installed.schemaVersion)
    return { code: 'updateStoreNewer', params: { found, schema: installed.schemaVersion } }
  return null
}
