#!/usr/bin/env node
// Stands in for fpm, which electron-builder downloads: makes the .deb with dpkg-deb from the same arguments. Used where
// the download is out of reach, through CUSTOM_FPM_PATH; for test builds only.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const withoutValue = new Set(['--force', '--debug', '--verbose'])
const scripts = {
  'after-install': 'postinst',
  'after-remove': 'postrm',
  'before-install': 'preinst',
  'before-remove': 'prerm',
}
const compressions = { gz: 'gzip', xz: 'xz', none: 'none' }

function readArguments(args) {
  const read = { values: new Map(), depends: [], recommends: [], copies: [] }
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index]
    if (withoutValue.has(argument)) continue
    if (!argument.startsWith('-')) read.copies.push(argument)
    else {
      index += 1
      const value = args[index]
      if (argument === '-d' || argument === '--depends') read.depends.push(value)
      else if (argument === '--deb-recommends') read.recommends.push(value)
      else read.values.set(argument.replace(/^-+/, ''), value)
    }
  }
  if (read.values.get('t') !== 'deb') throw new Error(`this stand-in makes deb only, not ${read.values.get('t')}`)
  return read
}

function controlOf({ values, depends, recommends }, kilobytes) {
  const [first = '', ...rest] = (values.get('description') ?? '').trim().split('\n')
  const description = [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n')
  const fields = {
    Package: values.get('name'),
    Version: values.get('version'),
    License: values.get('license'),
    Vendor: values.get('vendor'),
    Architecture: values.get('architecture'),
    Maintainer: values.get('maintainer'),
    'Installed-Size': kilobytes,
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: values.get('category') ?? 'default',
    Priority: values.get('deb-priority') ?? 'optional',
    Homepage: values.get('url'),
    Description: description,
  }
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return lines.map(([name, value]) => `${name}: ${value}\n`).join('')
}

function fill(stage, { values, copies, ...rest }) {
  for (const copy of copies) {
    const at = copy.lastIndexOf('=')
    const target = path.join(stage, copy.slice(at + 1))
    mkdirSync(path.dirname(target), { recursive: true })
    cpSync(copy.slice(0, at), target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
  const kilobytes = execFileSync('du', ['-sk', '--apparent-size', stage], { encoding: 'utf8' }).split('\t')[0]
  const debian = path.join(stage, 'DEBIAN')
  mkdirSync(debian)
  for (const [option, name] of Object.entries(scripts))
    if (values.has(option)) writeFileSync(path.join(debian, name), readFileSync(values.get(option)), { mode: 0o755 })
  writeFileSync(path.join(debian, 'control'), controlOf({ values, ...rest }, kilobytes))
  // As fpm does: nobody but root may write, whatever the umask of the machine that packs.
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', stage])
}

const request = readArguments(process.argv.slice(2))
const stage = mkdtempSync(path.join(tmpdir(), 'sizhua-deb-'))
try {
  fill(stage, request)
  const compression = compressions[request.values.get('deb-compression')] ?? 'xz'
  const package_ = request.values.get('package')
  // Nobody is handed these: quickly packed is better than small.
  const fast = compression === 'gzip' ? ['-z1'] : []
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, ...fast, '--build', stage, package_], {
    stdio: 'inherit',
  })
} finally {
  rmSync(stage, { recursive: true, force: true })
}
