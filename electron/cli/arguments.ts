import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { ok, type Result } from '../../shared/core/result'

/** A command line taken apart: what to do, on what, and how. */
export interface Arguments {
  readonly words: readonly string[]
  /** `--name value`; a name given several times keeps all its values. */
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly flags: ReadonlySet<string>
  readonly data: string | null
  readonly asOf: IsoDate | null
  readonly actor: string | null
  readonly isJson: boolean
}

const flagNames = new Set([
  'json',
  'dry-run',
  'help',
  'done',
  'trust-new',
  'unsigned',
  'with-contacts',
  'with-files',
  'final',
  'anonymous',
  'accept',
  'reject',
])
const valueNames = new Set([
  'data',
  'as-of',
  'actor',
  'bureau',
  'category',
  'year',
  'alias',
  'mode',
  'kind',
  'sheet',
  'rows',
  'stream',
  'set',
  'from',
  'to',
  'period',
  'quarter',
  'out',
  'formats',
  'by',
  'rounding',
  'decimals',
  'text',
  'note',
  'passphrase',
  'side',
  'folder',
  'doc',
  'component',
  'decision',
  'check',
  'reason',
  'value',
  'verdict',
  'line',
  'unit',
  'due',
])

/** Wrong use of the command line: exit status 2. */
export interface Misuse {
  readonly message: string
}

/** Splits arguments; every `--name` but the flags takes the next word as its value. */
export function parseArguments(argv: readonly string[], misuse: (name: string) => string): Result<Arguments, Misuse> {
  const words: string[] = []
  const values = new Map<string, string[]>()
  const flags = new Set<string>()
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/su)
    if (flagNames.has(name)) {
      flags.add(name)
      continue
    }
    const value = inline ?? argv[++index]
    // A mistyped flag must not swallow the next word: `--dryrun` would write.
    if (!valueNames.has(name) || value === undefined || (inline === undefined && value.startsWith('--')))
      return { ok: false, error: { message: misuse(name) } }
    values.set(name, [...(values.get(name) ?? []), value])
  }
  const asOfText = values.get('as-of')?.at(-1)
  const asOf = asOfText === undefined ? null : parseIsoDate(asOfText)
  if (asOfText !== undefined && asOf === null) return { ok: false, error: { message: misuse('as-of') } }
  return ok({
    words,
    values,
    flags,
    data: values.get('data')?.at(-1) ?? null,
    asOf,
    actor: values.get('actor')?.at(-1) ?? null,
    isJson: flags.has('json'),
  })
}

/** The last value of a name, or null. */
export function valueOf(args: Arguments, name: string): string | null {
  return args.values.get(name)?.at(-1) ?? null
}
