import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '../tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  timeout: 120_000,
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
})
