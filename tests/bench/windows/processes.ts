import { readdirSync, readFileSync } from 'node:fs'

function parentOf(pid: string): number | null {
  try {
    // The name in brackets may hold spaces; the parent is the second word after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    // It ended between the listing and the reading.
    return null
  }
}

function family(root: number): readonly number[] {
  const parents = new Map<number, number | null>()
  for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name))
  const found = [root]
  for (let index = 0; index < found.length; index += 1) {
    for (const [pid, parent] of parents) if (parent === found[index]) found.push(pid)
  }
  return found
}

function shareOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Memory of a process and all that it started, shared pages divided among their users. Unit: megabytes (MiB). */
export function memoryOf(root: number): number {
  return family(root).reduce((sum, pid) => sum + shareOf(pid), 0) / 1024
}
