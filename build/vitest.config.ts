import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/faults/full/**'],
    environment: 'node',
    pool: 'forks',
    passWithNoTests: true,
    // Only against a test that hangs: what a test takes depends on what else the machine does.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
