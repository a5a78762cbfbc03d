import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

export interface WorkerBundle {
  readonly file: string
  readonly remove: () => void
}

/** Bundles the worker entry as the build does, into a folder of its own, so that a test never runs on an old one. */
export async function bundleWorker(entry = path.resolve('electron/jobs/worker.ts')): Promise<WorkerBundle> {
  const folder = mkdtempSync(path.join(tmpdir(), 'worker-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  })
  return { file: path.join(folder, 'index.cjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
