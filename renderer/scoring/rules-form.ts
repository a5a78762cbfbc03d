/** Steps from the document down to a value. */
export type Path = readonly (string | number)[]
export type Fields = Readonly<Record<string, unknown>>

export interface Option {
  readonly value: string | number
  readonly label: string
}
/** A closed list, or one that follows from what the document says elsewhere. */
type Options = readonly Option[] | ((document: unknown, path: Path) => readonly Option[])

interface Named {
  readonly key: string
  readonly label: string
  readonly hint?: string
}
/** Empty is null in the document, instead of a value that is missing. */
interface Nullable {
  readonly isNullable?: boolean
}

/** A field with one control. */
export type LeafField = Named &
  Nullable & {
    /** What it says before anything is chosen or typed. */
    readonly initial?: string | number | boolean
    /** Takes the room of two. */
    readonly isBroad?: boolean
  } & (
    | { readonly kind: 'line' | 'paragraph' | 'decimal' | 'integer' | 'day' | 'flag' | 'words' | 'data' }
    | { readonly kind: 'choice' | 'several'; readonly options: Options }
  )

/** A document is described by its fields once; form, empty document and reading view are made from this. */
export type RuleField =
  | LeafField
  /** Said by the program and not asked for. */
  | { readonly kind: 'fixed'; readonly key: string; readonly value: unknown }
  | (Named & Nullable & { readonly kind: 'group'; readonly fields: readonly RuleField[] })
  /** Stands alone in its group or row, which has one of several shapes; `key` is the word that tells which. */
  | (Named & {
      readonly kind: 'variant'
      readonly variants: Readonly<Record<string, { readonly label: string; readonly fields: readonly RuleField[] }>>
    })
  | (Named & {
      readonly kind: 'rows'
      /** What a row is, for the buttons. */
      readonly row: string
      readonly fields: readonly RuleField[]
      readonly needsOne?: boolean
    })
  /** Rows by a key that is given when a row is added and never changes; `known` are keys with their words. */
  | (Named & {
      readonly kind: 'keyed'
      readonly row: string
      readonly fields: readonly RuleField[]
      readonly known: Readonly<Record<string, string>>
    })
  /** The components of a scheme; their fields follow from their rule. */
  | (Named & { readonly kind: 'components' })

/** A field with one control, which fits into a line of a table. */
export function isLeaf(field: RuleField): field is LeafField {
  return !['fixed', 'group', 'variant', 'rows', 'keyed', 'components'].includes(field.kind)
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function below(whole: unknown, step: string | number): unknown {
  if (Array.isArray(whole)) return listOf(whole)[Number(step)]
  return isFields(whole) && Object.hasOwn(whole, step) ? whole[step] : undefined
}

/** The value at the end of a path; undefined where there is none. */
export function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>(below, whole)
}

/** What is written at the end of a path as a line of text; empty where it is no text. */
export function textAt(whole: unknown, path: Path): string {
  const value = valueAt(whole, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The same document with another value at the end of a path. */
export function withValue(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  const inner = withValue(below(whole, step), rest, value)
  if (Array.isArray(whole)) return listOf(whole).with(Number(step), inner)
  return { ...(isFields(whole) ? whole : {}), [step]: inner }
}

/** A list with an entry moved by one place; unchanged at its ends. */
export function moved(list: readonly unknown[], index: number, by: 1 | -1): readonly unknown[] {
  const other = index + by
  if (other < 0 || other >= list.length) return list
  return list.with(index, list[other]).with(other, list[index])
}

export function optionsOf(field: { readonly options: Options }, document: unknown, path: Path): readonly Option[] {
  return typeof field.options === 'function' ? field.options(document, path) : field.options
}

/** Options from a table of words. */
export function choices(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

function blankValue(field: Exclude<RuleField, { readonly kind: 'variant' }>): unknown {
  if (field.kind === 'fixed') return field.value
  if ('initial' in field) return field.initial
  if ('isNullable' in field && field.isNullable) return null
  switch (field.kind) {
    case 'flag':
      return false
    case 'words':
    case 'several':
    case 'components':
      return []
    case 'choice':
      return typeof field.options === 'function' ? '' : (field.options[0]?.value ?? '')
    case 'group':
      return blankOf(field.fields)
    case 'keyed':
      return {}
    case 'rows':
      return field.needsOne ? [blankOf(field.fields)] : []
    default:
      return ''
  }
}

type Variant = Extract<RuleField, { readonly kind: 'variant' }>

/** What a group or row of a shape starts with. */
export function blankVariant({ key, variants }: Variant, shape: string): Fields {
  return { [key]: shape, ...blankOf(variants[shape]?.fields ?? []) }
}

/** What a form starts with when nothing has been typed. */
export function blankOf(fields: readonly RuleField[]): Fields {
  const entries = fields.flatMap((field) => {
    if (field.kind !== 'variant') return [[field.key, blankValue(field)] as const]
    return Object.entries(blankVariant(field, Object.keys(field.variants)[0] ?? ''))
  })
  return Object.fromEntries(entries)
}
