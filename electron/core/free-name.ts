import { existsSync } from 'node:fs'
import path from 'node:path'

/** A path in a folder that nothing bears yet: `a.pdf`, then `a_2.pdf`. What is there is never written over. */
export function freePath(folder: string, fileName: string): string {
  const { name, ext } = path.parse(fileName)
  let target = path.join(folder, fileName)
  for (let count = 2; existsSync(target); count += 1) target = path.join(folder, `${name}_${count}${ext}`)
  return target
}
