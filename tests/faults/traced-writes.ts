import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** What a traced program did to the files of a folder, in its order; `ack` is what it told the world. */
export type Step =
  | { readonly op: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly file: string; readonly size: number }
  | { readonly op: 'sync'; readonly file: string }
  | { readonly op: 'unlink'; readonly file: string }
  | { readonly op: 'rename'; readonly file: string; readonly to: string }
  | { readonly op: 'ack'; readonly number: number }

const traced = 'openat,pwrite64,write,ftruncate,fsync,fdatasync,close,unlink,rename'
/** What strace is asked to print: every call that changes a file, its bytes as hexadecimal. */
export const straceOptions = ['-f', '-xx', '-s', '2000000', '-e', 'signal=none', '-e', `trace=${traced}`]

const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex')
const textOf = (text: string): string => bytesOf(text).toString()

/** Follows the descriptors of one traced program. Relative names are not followed: the store uses whole ones. */
class Reader {
  readonly #folder: string
  readonly #open = new Map<string, { readonly file: string; at: number }>()
  constructor(folder: string) {
    this.#folder = folder
  }

  #below(name: string): string | null {
    return name.startsWith(`${this.#folder}/`) ? name.slice(this.#folder.length + 1) : null
  }

  #opened(name: string, flags: string, descriptor: string): Step[] {
    const file = this.#below(name)
    this.#open.delete(descriptor)
    if (file === null) return []
    this.#open.set(descriptor, { file, at: 0 })
    return flags.includes('O_TRUNC') ? [{ op: 'truncate', file, size: 0 }] : []
  }

  /** The steps of one finished call. */
  step(call: string): Step[] {
    const [, name = '', rest = ''] = /^(\w+)\((.*)$/s.exec(call) ?? []
    const result = /\)\s+= (-?\d+)[^=]*$/.exec(rest)?.[1]
    if (result === undefined || result.startsWith('-')) return []
    const first = /^(\d+)/.exec(rest)?.[1] ?? ''
    const strings = [...rest.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text)
    const known = this.#open.get(first)
    switch (name) {
      case 'openat':
        return this.#opened(textOf(strings[0] ?? ''), rest, result)
      case 'close':
        this.#open.delete(first)
        return []
      case 'write': {
        const bytes = bytesOf(strings[0] ?? '').subarray(0, Number(result))
        const number = first === '1' ? /^ACK (\d+)/.exec(bytes.toString())?.[1] : undefined
        if (number !== undefined) return [{ op: 'ack', number: Number(number) }]
        if (!known) return []
        const { file, at } = known
        known.at += bytes.length
        return [{ op: 'write', file, at, bytes }]
      }
      case 'pwrite64': {
        const at = Number(/, (\d+)\)\s+= \d+[^=]*$/.exec(rest)?.[1])
        return known ? [{ op: 'write', file: known.file, at, bytes: bytesOf(strings[0] ?? '') }] : []
      }
      case 'ftruncate': {
        const size = Number(/^\d+, (\d+)/.exec(rest)?.[1])
        return known ? [{ op: 'truncate', file: known.file, size }] : []
      }
      case 'fsync':
      case 'fdatasync':
        return known ? [{ op: 'sync', file: known.file }] : []
      case 'unlink': {
        const file = this.#below(textOf(strings[0] ?? ''))
        return file === null ? [] : [{ op: 'unlink', file }]
      }
      case 'rename': {
        const [file, to] = strings.map((text) => this.#below(textOf(text)))
        return file && to ? [{ op: 'rename', file, to }] : []
      }
      default:
        return []
    }
  }
}

/** Reads what strace wrote; a call that another thread interrupted is put together again. */
export async function readTrace(trace: string, folder: string): Promise<readonly Step[]> {
  const reader = new Reader(folder)
  const waiting = new Map<string, string>()
  const steps: Step[] = []
  for await (const line of createInterface({ input: createReadStream(trace, 'latin1') })) {
    const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/s.exec(line) ?? []
    const begun = /^(.*?)\s*<unfinished \.\.\.>$/s.exec(call)
    if (begun) {
      waiting.set(thread, begun[1] ?? '')
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(call)
    steps.push(...reader.step(resumed ? `${waiting.get(thread) ?? ''}${resumed[1] ?? ''}` : call))
  }
  return steps
}
