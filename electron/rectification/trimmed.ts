/** The fields that are given, texts without outer white space. */
export function trimmed<T extends object>(fields: T): { readonly [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const given = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]: [string, unknown]) => [name, typeof value === 'string' ? value.trim() : value])
  // Only values that are undefined went.
  return Object.fromEntries(given) as { readonly [Key in keyof T]?: Exclude<T[Key], undefined> }
}
