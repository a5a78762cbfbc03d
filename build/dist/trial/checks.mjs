// What the trial looks at, outside of the window.
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Waits until something is so; says what did not come. */
export async function until(what, isSo, withinMs = 60_000) {
  const end = Date.now() + withinMs
  for (;;) {
    const value = await isSo()
    if (value) return value
    assert(Date.now() < end, `did not come: ${what}`)
    await wait(100)
  }
}

/** The command lines and security states of a program's processes. */
export function processesOfProgram(program) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (readlinkSync(`/proc/${pid}/exe`) !== program) return []
        // Chromium's forked processes write their arguments anew, with spaces between.
        const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split(/[\0 ]/)
        const status = readFileSync(`/proc/${pid}/status`, 'latin1')
        const [, uid] = /^Uid:\s+(\d+)/m.exec(status) ?? []
        const [, seccomp] = /^Seccomp:\s+(\d)/m.exec(status) ?? []
        return [{ pid: Number(pid), words, uid: Number(uid), seccomp: Number(seccomp) }]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
}

/** Renderers run filtered by the kernel, in a namespace of their own, and nobody asked for less. */
export async function checkSandbox(program, uid) {
  const renderers = await until('a renderer', () => {
    const found = processesOfProgram(program).filter(({ words }) => words.includes('--type=renderer'))
    return found.length > 0 && found
  })
  for (const { pid, seccomp } of renderers) {
    assert.equal(seccomp, 2, 'the renderer is not filtered (Seccomp)')
    assert.notEqual(readlinkSync(`/proc/${pid}/ns/net`), readlinkSync('/proc/self/ns/net'), 'no namespace of its own')
  }
  for (const { words, uid: its } of processesOfProgram(program)) {
    assert(!words.includes('--no-sandbox'), 'started with --no-sandbox')
    assert.equal(its, uid, 'a process of another user')
  }
  return renderers.length
}

/** The fuses as they are in the packed binary. `except`: those that this build leaves otherwise. */
export async function checkFuses(binary, wire, except = {}) {
  const found = await getCurrentFuseWire(binary)
  const states = wire.map(([name, position, wanted]) => {
    const state = found[position]
    // 0x30 off, 0x31 on; this Electron may be too old to know the last ones.
    if (state === undefined || state === 0x72 || state === 0x90) return `${name}: unknown to this Electron`
    assert.equal(state === 0x31, except[name] ?? wanted, `fuse ${name}`)
    return `${name}: ${state === 0x31 ? 'on' : 'off'}`
  })
  assert.equal(FuseV1Options.OnlyLoadAppFromAsar, 5)
  return states
}

/** The archive holds the program and nothing else. */
export function checkArchive(resources) {
  const files = listPackage(path.join(resources, 'app.asar'), { isPack: false })
  const strangers = files.filter((file) => /\.(map|ts|tsx|md)$|node_modules\/(?!better-sqlite3)[^/]+/.test(file))
  assert.deepEqual(strangers, [], 'what does not belong into the archive')
  const binaries = files.filter((file) => file.endsWith('.node'))
  assert.deepEqual(
    binaries.map((file) => path.basename(file)),
    ['linux-x64.node'],
  )
  assert(files.includes('/out/licences.txt') && files.includes('/out/update-keys.json'))
  assert(!existsSync(path.join(resources, 'default_app.asar')) && !existsSync(path.join(resources, 'native')))
  return files.length
}

/** Whether somebody listens on a port of this machine. */
export function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => resolve(!socket.destroy() || true)).once('error', () => resolve(false))
  })
}
