import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { electron } from './raw-start'

export interface Tracer {
  /** A program that starts Electron and writes down every connection that any of its processes makes. */
  readonly program: string
  readonly connections: () => readonly string[]
}

/** Watches Electron, or another program, with strace. */
export function traceConnections(folder: string, command: string = electron): Tracer {
  const program = path.join(folder, 'traced.sh')
  const trace = path.join(folder, 'connections.txt')
  writeFileSync(program, `#!/bin/sh\nexec strace -f -qq -e trace=connect -o '${trace}' '${command}' "$@"\n`, {
    mode: 0o755,
  })
  const connections = (): readonly string[] =>
    readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => line.includes('connect('))
  return { program, connections }
}

/** Those that leave for a network; a screen and the desktop's bus are reached by sockets of the computer itself. */
export function toNetwork(connections: readonly string[]): readonly string[] {
  return connections.filter((line) => /AF_INET6?\b/.test(line))
}
