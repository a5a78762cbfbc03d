import { webcrypto } from 'node:crypto'
import { selfTest } from '../electron/exchange/crypto-self-test'

// Bundled by exchange-crypto.spec.ts and loaded into Electron's main process.
if (globalThis.crypto === undefined) Object.assign(globalThis, { crypto: webcrypto })

export { selfTest }
