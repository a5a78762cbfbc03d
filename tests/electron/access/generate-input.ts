import type { z } from 'zod'

/** The part of zod's own description of a schema that this reads. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly valueType?: z.ZodType
  readonly keyType?: z.ZodType
  readonly in?: z.ZodType
  readonly left?: z.ZodType
  readonly right?: z.ZodType
  readonly items?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
}

/** Numbers from 0 to 1 that come again for the same seed. Source: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Texts that some schema asks for, and some that nobody expects. */
const usualTexts = [
  '2022-06-30',
  '2022-06',
  '2022Q3',
  '2022',
  '12.50',
  '1357',
  'folder',
  '示例',
  '',
  '__proto__',
  'constructor',
  '%_"\'; DROP TABLE lead; --',
  '\u0000',
  '\ud800',
  '𠮷',
  'x'.repeat(500),
]
const usualNumbers = [0, 1, 2, 5, 50, 100, 200, 2022, -1, 1e15]

function definitionOf(schema: z.ZodType): Definition {
  return schema._zod.def
}

/** Makes inputs that a contract takes, or nearly so, out of texts that are found in the store. */
export class InputMaker {
  private readonly random: () => number
  private readonly texts: readonly string[]

  constructor(seed: number, texts: readonly string[]) {
    this.random = randomOf(seed)
    this.texts = [...texts, ...usualTexts]
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)]
  }

  /** One of the values that the schema takes; any of them where it takes none. */
  private fitting(schema: z.ZodType, values: readonly unknown[]): unknown {
    const start = Math.floor(this.random() * values.length)
    const turned = [...values.slice(start), ...values.slice(0, start)]
    return turned.find((value) => schema.safeParse(value).success) ?? turned[0]
  }

  of(schema: z.ZodType): unknown {
    const definition = definitionOf(schema)
    const { innerType, shape = {}, element, options = [], valueType, items = [] } = definition
    switch (definition.type) {
      case 'object':
        return Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, this.of(each)]))
      case 'nullable':
      case 'optional':
        if (innerType === undefined || this.random() < 0.4) return definition.type === 'nullable' ? null : undefined
        return this.of(innerType)
      case 'readonly':
      case 'default':
      case 'prefault':
      case 'catch':
        return innerType && this.of(innerType)
      case 'pipe':
        return definition.in && this.of(definition.in)
      case 'array':
        return Array.from({ length: Math.floor(this.random() * 3) + 1 }, () => element && this.of(element))
      case 'tuple':
        return items.map((each) => this.of(each))
      case 'union': {
        const option = this.pick(options)
        return option && this.of(option)
      }
      case 'intersection':
        return {
          ...Object(definition.left && this.of(definition.left)),
          ...Object(definition.right && this.of(definition.right)),
        }
      case 'record': {
        const key = definition.keyType ? this.of(definition.keyType) : 'key'
        return { [String(key)]: valueType && this.of(valueType) }
      }
      case 'enum':
        return this.pick(Object.values(definition.entries ?? {}))
      case 'literal':
        return this.pick(definition.values ?? [])
      case 'boolean':
        return this.random() < 0.5
      case 'number':
        return this.fitting(schema, usualNumbers)
      case 'null':
        return null
      default:
        return this.fitting(schema, [...this.texts, ...usualNumbers, new Uint8Array([80, 75, 3, 4])])
    }
  }

  /** Something of another type than whatever was there. */
  private wrong(): unknown {
    return this.pick([
      null,
      undefined,
      true,
      -1,
      1.5,
      Number.NaN,
      Infinity,
      2n ** 70n,
      '',
      'x'.repeat(30_000),
      [],
      [[]],
      {},
      new Date(0),
      new Map([['a', 1]]),
      new Uint8Array(3),
      JSON.parse('{"__proto__":{"isAdmin":true},"constructor":1}') as unknown,
    ])
  }

  /** The input with something wrong at one place of it. */
  broken(input: unknown): unknown {
    if (typeof input !== 'object' || input === null || input instanceof Uint8Array || this.random() < 0.15)
      return this.wrong()
    if (Array.isArray(input)) {
      const place = Math.floor(this.random() * input.length)
      return input.map((each: unknown, index) => (index === place ? this.broken(each) : each))
    }
    const key = this.pick(Object.keys(input))
    if (key === undefined) return this.wrong()
    const entries = Object.entries(input).map(([name, each]): [string, unknown] => [
      name,
      name === key ? this.broken(each) : each,
    ])
    return Object.fromEntries(entries)
  }

  /** The input with every text of it made very long. */
  static enlarged(input: unknown, text: string): unknown {
    if (typeof input === 'string') return text
    if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return input
    if (Array.isArray(input)) return input.map((each) => InputMaker.enlarged(each, text))
    return Object.fromEntries(Object.entries(input).map(([name, each]) => [name, InputMaker.enlarged(each, text)]))
  }
}
