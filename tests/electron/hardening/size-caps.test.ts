import { expect, it } from 'vitest'
import { z } from 'zod'
import { windowContract } from '../../../shared/ipc/contract'

interface Shape {
  readonly type?: string
  readonly maxLength?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly propertyNames?: Shape
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
}

/** A pattern without `*`, `+` or an open count matches no text of any length. */
function isBounded(pattern: string): boolean {
  return /^\^.*\$$/.test(pattern) && !/[*+]|\{\d+,\}/.test(pattern.replaceAll(/\\.|\[[^\]]*\]/g, 'x'))
}

/** A list of words from a closed set is read item by item; it costs time, not room. */
const isWord = (shape: Shape): boolean => shape.enum !== undefined || shape.const !== undefined

/** Where an input takes a text or a list of any size. */
function uncapped(shape: Shape, at: string): readonly string[] {
  const found: string[] = []
  const isText = shape.type === 'string' && !isWord(shape)
  if (isText && shape.maxLength === undefined && !isBounded(shape.pattern ?? '')) found.push(`${at}: text`)
  if (shape.type === 'array' && shape.maxItems === undefined && !isWord(shape.items ?? {})) found.push(`${at}: list`)
  for (const [name, property] of Object.entries(shape.properties ?? {}))
    found.push(...uncapped(property, `${at}.${name}`))
  if (typeof shape.additionalProperties === 'object') found.push(...uncapped(shape.additionalProperties, `${at}.*`))
  if (shape.items) found.push(...uncapped(shape.items, `${at}[]`))
  const parts = [shape.anyOf, shape.oneOf, shape.allOf, shape.prefixItems].flatMap((list) => list ?? [])
  return [...found, ...parts.flatMap((part) => uncapped(part, at))]
}

// Source: reliability 2 line 17 and 3 row 49: caps in window, calls and schema alike.
it('line 17: every text and every list that a call takes has a cap', () => {
  const found = Object.entries(windowContract).flatMap(([name, { in: input }]) =>
    uncapped(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape, name),
  )
  expect(found).toEqual([])
})
