// npm run generate [-- --name what]: the next migration from db/schema, with STRICT tables.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setUpTools } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain } from './setup/run.mjs'
import { tool } from './steps.mjs'

const migrations = path.join(root, 'db/migrations')

await runMain(async () => {
  const { node, env } = setUpTools()
  const before = new Set(sqlFiles())
  const options = ['generate', '--config=build/drizzle.config.ts', ...process.argv.slice(2)]
  const status = await runInPlace(node, [tool('drizzle-kit'), ...options], { cwd: root, env })
  // A migration is frozen once it is checked in: only the new one is touched.
  for (const file of sqlFiles().filter((name) => !before.has(name))) makeStrict(path.join(migrations, file))
  return status
})

function sqlFiles() {
  return existsSync(migrations) ? readdirSync(migrations).filter((name) => name.endsWith('.sql')) : []
}

// drizzle-kit has no notion of STRICT; a table definition is a statement of its own, closed by the last parenthesis.
function makeStrict(file) {
  const statements = readFileSync(file, 'utf8').split('--> statement-breakpoint')
  const strict = statements.map((text) =>
    /^\s*CREATE TABLE /i.test(text) ? text.replace(/\);(\s*)$/, ') STRICT;$1') : text,
  )
  writeFileSync(file, strict.join('--> statement-breakpoint'))
}
