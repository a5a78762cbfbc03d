import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'

/** File systems that do not lock and sync as a local disk does. Source: linux/magic.h. */
const networkTypes = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x564c, 0x73757245, 0x5346414f])

/** True for UNC paths and for folders that lie on a network file system. */
export function isOnNetworkShare(folder: string): boolean {
  if (/^[\\/]{2}(?:[^\\/.?]|[?.][\\/]UNC[\\/])/i.test(folder)) return true
  if (process.platform !== 'linux') return false
  let existing = path.resolve(folder)
  while (!existsSync(existing)) existing = path.dirname(existing)
  return networkTypes.has(statfsSync(existing).type)
}
