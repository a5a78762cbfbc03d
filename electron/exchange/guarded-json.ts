import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './package-limits'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
// `[` and `{` differ in this bit alone, as `]` and `}` do.
const SAME_BRACKET = 0x20
const OPENING = 0x7b
const CLOSING = 0x7d

/**
 * Whether a JSON text nests no deeper than recursive readers bear, and holds no more values than memory does. Looks at bytes
 * before anything is built from them.
 */
function isBounded(bytes: Uint8Array): boolean {
  let depth = 0
  let values = 0
  let isInText = false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (isInText) {
      if (byte === BACKSLASH) index += 1
      else if (byte === QUOTE) isInText = false
    } else if (byte === QUOTE) isInText = true
    else if (byte === COMMA) values += 1
    else if ((byte | SAME_BRACKET) === OPENING) {
      depth += 1
      if (depth > MAX_JSON_DEPTH) return false
    } else if ((byte | SAME_BRACKET) === CLOSING) depth -= 1
  }
  return values <= MAX_JSON_VALUES
}

/** A key that turns into a prototype when an object is copied field by field. */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}

/**
 * JSON of a stranger: strict UTF-8, bounded, without `__proto__`; undefined when it is anything else. Only a text that could
 * name such a key, plainly or by escapes, is read the slow way.
 */
export function parseGuardedJson(bytes: Uint8Array): unknown {
  if (!isBounded(bytes)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const isSuspicious = text.includes('__proto__') || text.includes('\\u')
    return isSuspicious ? JSON.parse(text, withoutPrototype) : JSON.parse(text)
  } catch {
    return undefined
  }
}
