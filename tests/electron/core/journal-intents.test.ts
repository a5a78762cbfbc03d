import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { journalText } from '../../../shared/terms/journal'

const root = path.resolve(import.meta.dirname, '../../..')
const intentPattern = /'([a-z]+\.[A-Za-z]+)'/g

function sources(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file))
}

/** The arguments of the call whose parenthesis opens at `from`, cut at the commas of the outermost level. */
function argumentsAt(text: string, from: number): readonly string[] {
  const found: string[] = []
  let depth = 0
  let quote = ''
  let start = from + 1
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (quote !== '') {
      if (sign === quote && text.charAt(at - 1) !== '\\') quote = ''
    } else if (`'"\``.includes(sign)) quote = sign
    else if ('([{'.includes(sign)) depth += 1
    else if (')]}'.includes(sign)) {
      depth -= 1
      if (depth === 0) return [...found, text.slice(start, at)]
    } else if (sign === ',' && depth === 1) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  return found
}

function literalsOf(text: string): readonly string[] {
  return [...text.matchAll(intentPattern)].flatMap(([, name]) => name ?? [])
}

/** Every name that a source gives to an entry of the journal: as it stands there, or from the constants of the file. */
function intentsOf(text: string): readonly string[] {
  const calls = [...text.matchAll(/\bwriteIntent(?:<[^(]*>)?\(|\b[sS]tore(?:\.value)?\.write\(/g)]
    // The declaration itself.
    .filter(({ index }) => !text.slice(0, index).endsWith('function '))
  return calls.flatMap((call) => {
    const given = argumentsAt(text, call.index + call[0].length - 1)
    const name = call[0].startsWith('writeIntent') ? given[1] : given[0]
    const literals = literalsOf(name ?? '')
    if (literals.length > 0) return literals
    // A variable: the literals of the file that are no key of a handler, no type of a call and no file's name.
    const values = text.replaceAll(/'[a-z]+\.(?:json|[A-Za-z]+'(?=\s*[:|\]]))|[|[]\s*'[a-z]+\.[A-Za-z]+'/g, '')
    return literalsOf(values)
  })
}

const known = (intent: string): boolean => !journalText(intent, {}).startsWith('其他操作')

test('every step that the service records has its Chinese sentence', () => {
  const files = [...sources('electron'), ...sources('db')]
  const intents = new Set(files.flatMap((file) => intentsOf(readFileSync(path.join(root, file), 'utf8'))))
  // Some hundred stand there today; far fewer would mean that the search has gone blind.
  expect(intents.size).toBeGreaterThan(110)
  expect([...intents].filter((intent) => !known(intent))).toEqual([])
})

test('the search finds names that stand in the call, in a choice and in a constant', () => {
  expect(intentsOf("writeIntent(context, 'a.one', { x: [1, 2] }, (db) => ok(db))")).toEqual(['a.one'])
  expect(intentsOf("writeIntent<Row>(context, isNew ? 'a.two' : 'a.three', {}, work)")).toEqual(['a.two', 'a.three'])
  expect(intentsOf("const name = 'a.four'\nwriteIntent(context, name, {}, work)")).toEqual(['a.four'])
  expect(intentsOf("store.value.write({ name: 'a.five', params: {} }, work)")).toEqual(['a.five'])
  expect(known('a.one')).toBe(false)
})
