import { formerNameWord } from '../terms/registry'

/** Names that a remark keeps of enterprises merged into this one, a line each. */
export function formerNamesOf(remark: string): readonly string[] {
  const lines = remark.split('\n').filter((line) => line.startsWith(formerNameWord))
  return lines.map((line) => line.slice(formerNameWord.length).trim()).filter((name) => name !== '')
}

/** The remark with one more such name, unless it is there already. */
export function withFormerName(remark: string, name: string): string {
  if (formerNamesOf(remark).includes(name)) return remark
  return [remark, `${formerNameWord}${name}`].filter((line) => line !== '').join('\n')
}
