// node build/dist/make-icon.mjs: icon.png and icon.ico from icon.svg. Needs rsvg-convert (Debian: librsvg2-bin); the
// results are kept in the repository, so that nobody who packs needs it.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from '../setup/run.mjs'

/** Unit: pixels. What Windows shows in lists, on the desktop and in its dialogs. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
const HEADER = 6
const ENTRY = 16

const here = import.meta.dirname
const source = path.join(here, 'icon.svg')

function drawn(size, target) {
  runQuietly('rsvg-convert', ['-w', String(size), '-h', String(size), '-o', target, source])
  return readFileSync(target)
}

/** An .ico of PNG pictures, which Windows has read since Vista. */
function icoOf(pictures) {
  const head = Buffer.alloc(HEADER + ENTRY * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = HEADER + ENTRY * index
    // 256 does not fit a byte and is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

const picture = path.join(here, 'icon.png')
const pictures = ICO_SIZES.map((size) => ({ size, png: drawn(size, picture) }))
writeFileSync(path.join(here, 'icon.ico'), icoOf(pictures))
drawn(512, picture)
