// The parts of the program, and the one file or folder each is bundled from.

/** Where the bundles go, below the root. */
export const outFolder = 'out'

/** Node programs: name of the folder in out/ and entry file. Each becomes index.cjs, with what it imports later beside it. */
const programs = {
  service: 'electron/service.ts',
  jobs: 'electron/jobs/worker.ts',
  cli: 'electron/cli.ts',
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
}

/** The bench itself, what it loads into a measured window, and the window that the program's own is compared with. */
const benchPrograms = {
  bench: 'tests/bench/main.ts',
  'bench-probe': 'tests/bench/windows/probe.ts',
  'bench-hello': 'tests/bench/windows/hello.ts',
}

/** The fault suite, and the process in which the program is struck or examined. */
const faultPrograms = {
  faults: 'tests/faults/main.ts',
  'faults-worker': 'tests/faults/worker.ts',
  'faults-power-writer': 'tests/faults/power-writer.ts',
}

/** What is built together because it is made of the same sources, and is stale together. */
export const parts = {
  programs: { programs, sources: ['shared', 'db', 'electron'] },
  renderer: { programs: {}, sources: ['shared', 'renderer'] },
  returns: { programs: { returns: 'tests/district/main.ts' }, sources: ['shared', 'db', 'electron', 'tests/district'] },
  faults: { programs: faultPrograms, sources: ['shared', 'db', 'electron', 'tests/faults'] },
  bench: { programs: benchPrograms, sources: ['shared', 'db', 'electron', 'tests/bench', 'tests/district'] },
}
