// node build/bundle/vite.mjs <part>…: bundles the named parts. Runs on Node 24, with the dependencies installed.
import react from '@vitejs/plugin-react'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { root } from '../setup/paths.mjs'
import { outFolder, parts } from './parts.mjs'

const out = path.join(root, outFolder)

// CommonJS for Node 18: sandboxed preloads must be CommonJS on every Electron, and a main program that is a module
// starts too late to register a protocol scheme on Electron 25.
const programConfig = (entry, outDir) => ({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node18',
    outDir,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: path.join(root, entry),
      // Only what is imported when it is needed becomes a file of its own, so that starting does not read it.
      output: { format: 'cjs', entryFileNames: 'index.cjs', chunkFileNames: '[name].cjs' },
    },
  },
  ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3', '@playwright/test'] },
})

// Chromium 114 is that of Electron 25. The nonce's placeholder is replaced at each load.
const rendererConfig = (outDir) => ({
  configFile: false,
  root: path.join(root, 'renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'chrome114',
    outDir,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 8_000,
  },
})

async function buildProgram(name, entry, work) {
  const from = path.join(work, name)
  await build(programConfig(entry, from))
  const to = path.join(out, name)
  mkdirSync(to, { recursive: true })
  // File by file over the old ones: a program that is being started meanwhile finds the old file or the new one.
  for (const file of readdirSync(from)) renameSync(path.join(from, file), path.join(to, file))
}

async function buildRenderer(work) {
  const from = path.join(work, 'renderer')
  await build(rendererConfig(from))
  rmSync(path.join(out, 'renderer'), { recursive: true, force: true })
  renameSync(from, path.join(out, 'renderer'))
}

async function buildPart(part, work) {
  if (part === 'renderer') await buildRenderer(work)
  for (const [name, entry] of Object.entries(parts[part].programs)) await buildProgram(name, entry, work)
}

mkdirSync(out, { recursive: true })
const work = mkdtempSync(path.join(out, '.partial-'))
try {
  for (const part of process.argv.slice(2)) await buildPart(part, work)
} finally {
  rmSync(work, { recursive: true, force: true })
}
