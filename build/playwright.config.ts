import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '../tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  timeout: 120_000,
  workers: 1,
  // Root on Linux has no sandbox: `build/tests.mjs` runs the second project as an ordinary user there.
  projects: [
    { name: 'window', testIgnore: /hardening/ },
    { name: 'sandboxed', testMatch: /hardening.*\.spec\.ts$/ },
    // Of `npm run test:faults`, as an ordinary user too.
    { name: 'long', testDir: '../tests/faults', testMatch: /\.spec\.ts$/ },
  ],
  forbidOnly: Boolean(process.env['CI']),
})
