// What a script needs before it starts: dependencies, Node, system packages, Electron. Uses only Node 20's own modules.
import path from 'node:path'
import { installWindowPackages } from './setup/debian.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { findElectron } from './setup/electron.mjs'
import { nodeBin } from './setup/node.mjs'

/** Sets up what runs without a window; gives the Node to use and an environment with it first on PATH. */
export function setUpTools() {
  const bin = nodeBin()
  installDependencies()
  const node = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node')
  return { node, env: environment(bin) }
}

/** Sets up what a window needs as well; the environment then leads every tool to the chosen Electron. */
export async function setUpWindow() {
  const tools = setUpTools()
  installWindowPackages()
  const electron = await findElectron(tools.node)
  return { ...tools, electron, env: { ...tools.env, ...electron.env } }
}

function environment(bin) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  // Windows spells the variable Path, and two spellings in one environment would leave the choice to chance.
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [name]: `${bin}${path.delimiter}${env[name] ?? ''}` }
}
