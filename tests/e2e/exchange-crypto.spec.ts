import { expect, test } from '@playwright/test'
import path from 'node:path'
import { build } from 'vite'
import type { selfTest, Vector } from '../electron/exchange/crypto-self-test'
import { launch, makeDataFolder, removeDataFolder } from './launch'

const sample = { asOf: '2022-10-20', args: ['--sample'] } as const

/** Bundles the probe as the program is bundled. */
async function bundledProbe(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: path.join(process.cwd(), 'tests/e2e/crypto-probe.ts'),
        output: { format: 'cjs', entryFileNames: 'probe.cjs', chunkFileNames: '[name].cjs' },
      },
    },
    ssr: { target: 'node', noExternal: true },
  })
  return path.join(folder, 'probe.cjs')
}

// Electron's crypto library lacks what Node's has (SM2, SM3, SM4): the vectors count where the program runs.
test('the vectors of the standards pass inside Electron', async () => {
  const data = makeDataFolder()
  const bundles = makeDataFolder()
  const { app, page } = await launch({ data, ...sample })
  try {
    await page.getByRole('navigation').waitFor()
    const vectors = await app.evaluate(
      async (_electron, file): Promise<readonly Vector[]> => {
        const probe = process.mainModule?.require(file) as { readonly selfTest: typeof selfTest }
        return probe.selfTest()
      },
      await bundledProbe(bundles),
    )
    expect(vectors.length).toBeGreaterThan(10)
    for (const { name, actual, expected } of vectors) expect(`${name}: ${actual}`).toBe(`${name}: ${expected}`)
  } finally {
    await app.close()
    removeDataFolder(data)
    removeDataFolder(bundles)
  }
})

test('the program makes keys of both suites in its own thread', async () => {
  const data = makeDataFolder()
  const { app, page } = await launch({ data, ...sample })
  try {
    await page.getByRole('navigation').waitFor()
    const answers = await page.evaluate(async () => {
      const { port1, port2 } = new MessageChannel()
      window.postMessage('sizhua:port', location.origin, [port2])
      const ask = (id: number, name: string, input: object): Promise<unknown> =>
        new Promise((resolve) => {
          const listen = (event: MessageEvent<{ id: number; value?: unknown }>): void => {
            if (event.data.id === id) resolve(event.data.value ?? event.data)
          }
          port1.addEventListener('message', listen)
          port1.start()
          port1.postMessage({ id, name, input })
        })
      return [
        await ask(1, 'exchange.identity', {}),
        await ask(2, 'exchange.changeSuite', { suite: 'sm2-sm3' }),
        await ask(3, 'exchange.identity', {}),
      ]
    })
    expect(answers[0]).toMatchObject({ suite: 'ed25519-sha256' })
    expect(answers[1]).toMatchObject({ suite: 'sm2-sm3' })
    expect(answers[2]).toEqual(answers[1])
  } finally {
    await app.close()
    removeDataFolder(data)
  }
})
