// XML 1.0 allows tab, line feed and carriage return only; half of a surrogate pair is no character in UTF-8 either.
const unwritable =
  // eslint-disable-next-line no-control-regex -- these are what is searched for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Most texts have nothing of the kind; one quick look spares them the rest. */
// eslint-disable-next-line no-control-regex -- these are what is searched for
const suspicious = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

/** Text without what no office file can hold; none of it can be seen. Everything else stays. */
export function writableText(text: string): string {
  return suspicious.test(text) ? text.replace(unwritable, '') : text
}

/** In how many texts of a value, at any depth, something would have to be left out. */
export function countUnwritable(value: unknown): number {
  if (typeof value === 'string') return writableText(value) === value ? 0 : 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, each) => sum + countUnwritable(each), 0)
}
