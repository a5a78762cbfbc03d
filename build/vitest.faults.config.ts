import path from 'node:path'
import { defineConfig } from 'vitest/config'

// `npm run test:faults`: the tests that need root, disks of their own, another user or much time, and the others in full.
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/faults/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
  },
})
