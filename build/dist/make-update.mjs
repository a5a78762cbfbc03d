// Update packages, on the publisher's own computer.
//   node build/dist/make-update.mjs --new-key FILE                     a new pair; FILE (outside the repository) is the secret
//   node build/dist/make-update.mjs --installer FILE --key FILE [--notes FILE] [--out FOLDER]
//     [--version 1.2.3] [--platform linux|win32] [--arch x64|arm64] [--minimum 0.1.0]
// Version, platform and processor are read from the installer's name where they are not given. Format: UPDATES.md.
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ZipFile } from 'yazl'
import { root } from '../setup/paths.mjs'
import { SetUpError, runMain, say } from '../setup/run.mjs'

const SEAL = 'sizhua:'
/** Every entry bears this time, so that the same content gives the same bytes. */
const TIME = new Date(2000, 0, 1)
const PRIVATE_FRAME = Buffer.from('302e020100300506032b657004220420', 'hex')
const endings = { linux: '.deb', win32: '.exe' }

const options = {
  'new-key': { type: 'string' },
  installer: { type: 'string' },
  key: { type: 'string' },
  notes: { type: 'string' },
  out: { type: 'string', default: '.' },
  version: { type: 'string' },
  platform: { type: 'string' },
  arch: { type: 'string' },
  minimum: { type: 'string', default: '0.1.0' },
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const privateKeyOf = (secret) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_FRAME, secret]), format: 'der', type: 'pkcs8' })
const publicKeyOf = (secret) =>
  createPublicKey(privateKeyOf(secret)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')

/** A secret in the repository would be committed one day. */
function outsideOfRepository(file) {
  const target = path.resolve(file)
  const relative = path.relative(root, target)
  const isInside = !relative.startsWith('..') && !path.isAbsolute(relative)
  if (isInside) throw new SetUpError(`The secret key must not lie in the repository: ${target}`)
  return target
}

function makeKey(file) {
  const target = outsideOfRepository(file)
  const secret = randomBytes(32)
  const publicKey = publicKeyOf(secret)
  const pair = { format: 'sizhua-publisher-key', publicKey, privateKey: secret.toString('base64') }
  writeFileSync(target, `${JSON.stringify(pair, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  say(
    `Secret key: ${target}. Keep it off the network and make a copy: without it no installed program takes an update.`,
  )
  say('Put this into build/dist/update-keys.json (or SIZHUA_UPDATE_KEYS) before packing:')
  console.log(JSON.stringify({ keys: [publicKey] }))
}

function readKey(file) {
  const { format, privateKey } = JSON.parse(readFileSync(outsideOfRepository(file), 'utf8'))
  const secret = Buffer.from(privateKey ?? '', 'base64')
  if (format !== 'sizhua-publisher-key' || secret.length !== 32)
    throw new SetUpError(`Not a publisher's secret key: ${file}`)
  return secret
}

/** What the installer's own name says: `sizhua_1.2.3_amd64.deb`, `…_1.2.3_x64.exe`. */
function fromName(name) {
  const platform = Object.keys(endings).find((key) => name.endsWith(endings[key]))
  const version = /_(\d+\.\d+\.\d+)_/.exec(name)?.[1]
  const arch = /_(amd64|x64|arm64)\./.exec(name)?.[1]?.replace('amd64', 'x64')
  return { platform, version, arch }
}

function manifestOf(values, name, bytes) {
  const about = { ...fromName(name), ...Object.fromEntries(Object.entries(values).filter(([, value]) => value)) }
  for (const field of ['version', 'platform', 'arch'])
    if (!about[field]) throw new SetUpError(`--${field} is needed: the name ${name} does not say it.`)
  if (!name.endsWith(endings[about.platform] ?? '\0'))
    throw new SetUpError(`${name} is no installer for ${about.platform}`)
  return {
    format: 'sizhua-update',
    version: { major: 1, minor: 0 },
    program: about.version,
    platform: about.platform,
    arch: about.arch,
    minimum: about.minimum,
    schemaVersion: readdirSync(path.join(root, 'db/migrations')).filter((file) => file.endsWith('.sql')).length,
    notes: values.notes ? readFileSync(values.notes, 'utf8').trim() : '',
    installer: name,
    files: [{ path: name, size: bytes.length, sha256: sha256(bytes) }],
  }
}

/** A zip with the seal that the program's own packages bear: a comment with the digest of all bytes before it. */
async function sealedZip(entries) {
  const zip = new ZipFile()
  const pieces = []
  const done = new Promise((resolve, reject) => {
    zip.outputStream
      .on('data', (piece) => pieces.push(piece))
      .on('end', resolve)
      .on('error', reject)
  })
  for (const { name, bytes, isPacked } of entries)
    zip.addBuffer(bytes, name, { mtime: TIME, mode: 0o100644, forceDosTimestamp: true, compress: isPacked })
  zip.end({ comment: SEAL + '0'.repeat(64) })
  await done
  const bytes = Buffer.concat(pieces)
  const commentAt = bytes.length - SEAL.length - 64
  bytes.write(SEAL + sha256(bytes.subarray(0, commentAt)), commentAt, 'latin1')
  return bytes
}

async function makePackage(values) {
  if (!values.installer || !values.key) throw new SetUpError('--installer and --key are needed; or --new-key FILE.')
  const name = path.basename(values.installer)
  const installer = readFileSync(values.installer)
  const manifest = manifestOf(values, name, installer)
  const raw = Buffer.from(JSON.stringify(manifest, null, 2))
  const message = Buffer.concat([Buffer.from('sizhua-update-v1\0'), raw])
  const signature = sign(null, message, privateKeyOf(readKey(values.key))).toString('base64')
  const bytes = await sealedZip([
    { name: 'update.json', bytes: raw, isPacked: true },
    { name: 'update.sig', bytes: Buffer.from(signature), isPacked: false },
    { name, bytes: installer, isPacked: false },
  ])
  mkdirSync(values.out, { recursive: true })
  const { program, platform, arch } = manifest
  const target = path.join(values.out, `四抓台账更新_${program}_${platform}-${arch}.szupdate`)
  writeFileSync(target, bytes)
  console.log(target)
}

await runMain(async () => {
  const { values } = parseArgs({ options })
  if (values['new-key']) makeKey(values['new-key'])
  else await makePackage(values)
  return 0
})
