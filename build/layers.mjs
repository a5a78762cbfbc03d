// The one table of arrows: who may import what. Used by the lint and by the test that proves that the lint bites.

/** Folder → the folders it may import from, and the packages: a list of the allowed ones, or of the forbidden ones. */
export const layers = {
  shared: { folders: ['shared'], packages: { only: ['fraction.js', 'zod'] } },
  db: { folders: ['db', 'shared'], packages: { only: ['better-sqlite3', 'drizzle-orm', 'node:', 'uuidv7', 'zod'] } },
  electron: { folders: ['electron', 'db', 'shared'], packages: { not: ['antd', 'react', 'react-dom', 'echarts'] } },
  renderer: {
    folders: ['renderer', 'shared'],
    packages: { not: ['better-sqlite3', 'drizzle-orm', 'electron', 'node:'] },
  },
  tests: { folders: ['tests', 'renderer', 'electron', 'db', 'shared', 'build'], packages: { not: [] } },
  build: { folders: ['build'], packages: { not: ['better-sqlite3'] } },
}

/** The work streams. One never imports another on any floor; what they share is in the other rooms. */
export const streams = ['investment', 'projects', 'environment', 'revenue', 'rectification']

/** The only files that may import the package `electron`: all else runs on plain Node in the tests and the command line. */
export const electronFiles = [
  'electron/app-menu.ts',
  'electron/dialogs.ts',
  'electron/ending.ts',
  'electron/hardening.ts',
  'electron/main.ts',
  'electron/preload.ts',
  'electron/protocol.ts',
  'electron/register.ts',
  'electron/survival.ts',
  'electron/window.ts',
]

/** Folders whose code is the product: Chinese text there has its own places. */
export const productFolders = ['shared', 'db', 'electron', 'renderer']
export const textFolders = ['shared/terms', 'renderer/text']

/** Lines per file: the limit, a larger one for tests, none for tables of terms. */
export const lineLimits = { code: 400, tests: 600, exempt: ['shared/terms', 'db/migrations'] }

/** Names that say nothing of the subject. */
export const emptyNames = ['common', 'constants', 'helpers', 'index', 'misc', 'types', 'utils']
