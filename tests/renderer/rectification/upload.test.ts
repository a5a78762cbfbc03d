import { describe, expect, test } from 'vitest'
import { sizeParts, uploadInParts, type UploadCalls, type UploadFile } from '../../../renderer/rectification/upload'
import { uploadPartBytes } from '../../../shared/attachments/contract'

interface Kept {
  readonly log: string[]
  readonly calls: UploadCalls
  readonly parts: Uint8Array[]
}

function service(failAt = -1): Kept {
  const log: string[] = []
  const parts: Uint8Array[] = []
  let received = 0
  return {
    log,
    parts,
    calls: {
      begin: async ({ fileName, size }) => {
        log.push(`begin ${fileName} ${size}`)
        return { uploadId: 'u1' }
      },
      append: async ({ offset, bytes }) => {
        log.push(`append ${offset} ${bytes.length}`)
        if (parts.length === failAt) throw new Error('disk full')
        parts.push(bytes)
        received += bytes.length
        return { received }
      },
      cancel: async () => {
        log.push('cancel')
      },
    },
  }
}

/** A file of which no more than a part may ever be read. */
function fileOf(size: number): UploadFile {
  return {
    name: '佐证.zip',
    size,
    slice: (from = 0, to = size) => {
      expect(to - from).toBeLessThanOrEqual(uploadPartBytes)
      return new Blob([new Uint8Array(to - from).fill((from / uploadPartBytes) % 256)])
    },
  }
}

const running = (): AbortSignal => new AbortController().signal

describe('uploadInParts', () => {
  test('sends the parts in order and says how far it is', async () => {
    const { calls, log, parts } = service()
    const seen: number[] = []
    const size = uploadPartBytes * 2 + 5
    const id = await uploadInParts(calls, fileOf(size), { signal: running(), onProgress: (done) => seen.push(done) })
    expect(id).toBe('u1')
    expect(log).toEqual([
      `begin 佐证.zip ${size}`,
      `append 0 ${uploadPartBytes}`,
      `append ${uploadPartBytes} ${uploadPartBytes}`,
      `append ${uploadPartBytes * 2} 5`,
    ])
    expect(seen).toEqual([uploadPartBytes, uploadPartBytes * 2, size])
    expect(parts.map((part) => part[0])).toEqual([0, 1, 2])
  })

  test('stopping gives the upload up and leaves nothing', async () => {
    const { calls, log } = service()
    const stop = new AbortController()
    const id = await uploadInParts(calls, fileOf(uploadPartBytes * 3), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(id).toBeNull()
    expect(log.slice(-2)).toEqual([`append 0 ${uploadPartBytes}`, 'cancel'])
  })

  test('a refused part is given up and its failure is said', async () => {
    const { calls, log } = service(1)
    const sent = uploadInParts(calls, fileOf(uploadPartBytes * 3), { signal: running(), onProgress: () => undefined })
    await expect(sent).rejects.toThrow('disk full')
    expect(log.at(-1)).toBe('cancel')
  })

  test('one that was stopped before it began asks nothing', async () => {
    const { calls, log } = service()
    expect(
      await uploadInParts(calls, fileOf(10), { signal: AbortSignal.abort(), onProgress: () => undefined }),
    ).toBeNull()
    expect(log).toEqual([])
  })
})

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1 kb'],
  [1_500_000, '1.4 mb'],
  [2 * 1024 ** 3, '2.00 gb'],
])('sizeParts(%d) is %s', (size, shown) => {
  const { figure, unit } = sizeParts(size)
  expect(`${figure} ${unit}`).toBe(shown)
})
