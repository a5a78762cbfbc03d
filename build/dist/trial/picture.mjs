// What is on a screen, looked at from outside of the program.
import { spawnSync } from 'node:child_process'
import { crc32, deflateSync } from 'node:zlib'
import { SetUpError } from '../../setup/run.mjs'

/** Places of 32-bit numbers in the head of an X window dump. */
const field = { headBytes: 0, width: 4, height: 5, lineBytes: 12, colours: 19 }
const COLOUR_BYTES = 12
const PIXEL_BYTES = 4

/** The whole screen as lines of blue, green, red and a spare byte. */
export function pictureOf(display) {
  const { stdout, status } = spawnSync('xwd', ['-root', '-silent', '-display', display], { maxBuffer: 2 ** 26 })
  if (status !== 0) throw new SetUpError(`xwd could not see ${display}`)
  const read = (place) => stdout.readUInt32BE(place * 4)
  const from = read(field.headBytes) + read(field.colours) * COLOUR_BYTES
  const [width, height, lineBytes] = [read(field.width), read(field.height), read(field.lineBytes)]
  return { width, height, lineBytes, pixels: stdout.subarray(from) }
}

/** The share of the screen that is not its most frequent colour: 0 while nothing is drawn, some hundredths for a few words. */
export function drawnShare({ width, height, lineBytes, pixels }) {
  const counts = new Map()
  for (let line = 0; line < height; line += 1)
    for (let at = line * lineBytes; at < line * lineBytes + width * PIXEL_BYTES; at += PIXEL_BYTES) {
      const colour = pixels.readUIntLE(at, 3)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  return 1 - Math.max(...counts.values()) / (width * height)
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The picture as a file that people open. */
export function pngOf({ width, height, lineBytes, pixels }) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits of red, green and blue.
  head.set([8, 2], 8)
  const lines = Buffer.alloc(height * (1 + width * 3))
  for (let line = 0; line < height; line += 1)
    for (let column = 0; column < width; column += 1) {
      const from = line * lineBytes + column * PIXEL_BYTES
      const to = line * (1 + width * 3) + 1 + column * 3
      for (let part = 0; part < 3; part += 1) lines[to + part] = pixels[from + 2 - part]
    }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}
