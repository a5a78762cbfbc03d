/** The schema's steps in order; the store's version is the number of steps it has taken. */
const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

export const migrations: readonly Migration[] = Object.entries(files)
  .toSorted(([left], [right]) => (left < right ? -1 : 1))
  .map(([path, sql]) => ({
    name: path.replace(/^.*\/|\.sql$/g, ''),
    statements: sql.split('--> statement-breakpoint').map((statement) => statement.trim()),
  }))
