// Stands in for Electron's own default_app.asar, which this runtime lacks:
// `electron [-r hook.js] [flags] path/to/project [arguments]` loads that project as Electron would.
const { app } = require('electron')
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')

require(path.join(process.resourcesPath, 'native/redirect.cjs'))

start(readArguments(process.argv.slice(1)))

function start({ hooks, file }) {
  if (file === undefined) {
    console.error('usage: electron path/to/app')
    process.exit(1)
  }
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  for (const hook of hooks) Module._load(hook, module)
  loadProject(path.resolve(file))
}

function readArguments(argv) {
  const hooks = []
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index]
    if (argument === '-r' || argument === '--require') hooks.push(argv[++index])
    else if (argument === '--version' || argument === '-v') answer(`v${process.versions.electron}`)
    else if (argument === '--abi' || argument === '-a') answer(process.versions.modules)
    else if (argument.startsWith('--app=')) return { hooks, file: argument.slice('--app='.length) }
    else if (!argument.startsWith('-')) return { hooks, file: argument }
  }
  return { hooks, file: undefined }
}

function answer(text) {
  console.log(text)
  process.exit(0)
}

function loadProject(directory) {
  const manifest = path.join(directory, 'package.json')
  const project = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, 'utf8')) : undefined
  if (project?.version) app.setVersion(project.version)
  if (project) app.setName(project.productName || project.name || 'Electron')
  if (project?.desktopName) app.setDesktopName(project.desktopName)
  const main = Module._resolveFilename(directory, null, true)
  app.setAppPath(project ? directory : path.dirname(main))
  Module._load(main, module, true)
}
