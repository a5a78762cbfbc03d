// better-sqlite3 13 ships a Node-API 10 prebuild and Electron 25 has Node-API 8:
// wherever that prebuild is asked for, in the main thread or in a worker, the rebuild beside this file is loaded.
const Module = require('node:module')
const path = require('node:path')
const threads = require('node:worker_threads')

const rebuilt = path.join(__dirname, 'better-sqlite3.napi8.node')
const prebuild = /better-sqlite3[\\/]prebuilds[\\/]linux-x64\.node$/

const loadNative = Module._extensions['.node']
Module._extensions['.node'] = (module, file) => loadNative(module, prebuild.test(file) ? rebuilt : file)

const { Worker } = threads
threads.Worker = class extends Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '-r', __filename] })
  }
}
