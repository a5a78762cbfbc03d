import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { sm2, sm3, sm4 } from 'sm-crypto-v2'
import { lock, unlock } from '../../../electron/exchange/encryption'
import { keyPairOf, makeKeyPair, sign, verify } from '../../../electron/exchange/signing'

// The vectors of the standards, through the program's own functions. Run by vitest on Node and, bundled, inside the real
// Electron, whose crypto library is another one.

export interface Vector {
  readonly name: string
  readonly expected: string
  readonly actual: string
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const toHex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex')

// RFC 8032, section 7.1, TEST 1 and TEST 3: secret, public key, message, signature.
const ed25519 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const

async function ed25519Vectors(): Promise<Vector[]> {
  const found: Vector[] = []
  for (const [secret, publicKey, message, signature] of ed25519) {
    const key = await keyPairOf('ed25519-sha256', hex(secret))
    const isTaken = await verify(key, hex(message), hex(signature).toString('base64'))
    const actual = [toHex(key.publicKey), toHex(await sign(key, hex(message))), isTaken]
    found.push({ name: 'Ed25519, RFC 8032', expected: [publicKey, signature, true].join(), actual: actual.join() })
  }
  return found
}

// The GCM specification of McGrew and Viega, test case 16; RFC 8998, appendix A.1.
const about = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2')
const locked = [
  {
    name: 'AES-256-GCM, test case 16',
    it: {
      cipher: 'aes-256-gcm',
      key: hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
      nonce: hex('cafebabefacedbaddecaf888'),
      about,
    },
    plain:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    expected:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  },
  {
    name: 'SM4-GCM, RFC 8998 A.1',
    it: {
      cipher: 'sm4-gcm',
      key: hex('0123456789abcdeffedcba9876543210'),
      nonce: hex('00001234567800000000abcd'),
      about,
    },
    plain:
      'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
    expected:
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d' +
      '83de3541e4c2b58177e065a9bf7b62ec',
  },
] as const

async function cipherVectors(): Promise<Vector[]> {
  const found: Vector[] = []
  for (const { name, it, plain, expected } of locked) {
    const secret = await lock(it, hex(plain))
    const opened = await unlock(it, secret)
    const actual = [secret.toString('hex'), opened?.toString('hex')]
    found.push({ name, expected: [expected, plain].join(), actual: actual.join() })
  }
  return found
}

function digestVectors(): Vector[] {
  const block = hex('0123456789abcdeffedcba9876543210')
  const plainBlock = { mode: 'ecb', padding: 'none', output: 'array' } as const
  return [
    {
      name: 'SHA-256, FIPS 180-2 B.1',
      expected: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      actual: createHash('sha256').update('abc').digest('hex'),
    },
    {
      name: 'SM3, GB/T 32905 A.1',
      expected: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
      actual: sm3('abc'),
    },
    {
      name: 'SM3, GB/T 32905 A.2',
      expected: 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
      actual: sm3('abcd'.repeat(16)),
    },
    {
      name: 'SM4, GB/T 32907 A.1',
      expected: '681edf34d206965e86b3e94f536e4246',
      actual: Buffer.from(sm4.encrypt(block, block, plainBlock)).toString('hex'),
    },
  ]
}

// GB/T 32918.5, appendix A.2: the recommended curve, the usual signer's name, 「message digest」.
const sm2Sample = {
  secret: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  publicKey:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  message: Buffer.from('message digest'),
  digest: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  signature:
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
} as const

async function sm2Vectors(): Promise<Vector[]> {
  const { secret, publicKey, message, digest, signature } = sm2Sample
  const key = await keyPairOf('sm2-sm3', hex(secret))
  const isTaken = await verify(key, message, hex(signature).toString('base64'))
  const isOwnTaken = await verify(key, message, await sign(key, message))
  const actual = [toHex(key.publicKey), sm2.getHash(message, publicKey), isTaken, isOwnTaken]
  return [{ name: 'SM2, GB/T 32918.5 A.2', expected: [publicKey, digest, true, true].join(), actual: actual.join() }]
}

/** New keys of both suites sign, and their signatures hold for nothing else. */
async function newKeys(): Promise<Vector[]> {
  const found: Vector[] = []
  for (const suite of ['ed25519-sha256', 'sm2-sm3'] as const) {
    const [key, other] = [await makeKeyPair(suite), await makeKeyPair(suite)]
    const message = Buffer.from('上报包')
    const signature = await sign(key, message)
    const actual = [await verify(key, message, signature), await verify(other, message, signature)]
    found.push({ name: `new keys, ${suite}`, expected: [true, false].join(), actual: actual.join() })
  }
  return found
}

export async function selfTest(): Promise<readonly Vector[]> {
  return [
    ...digestVectors(),
    ...(await ed25519Vectors()),
    ...(await cipherVectors()),
    ...(await sm2Vectors()),
    ...(await newKeys()),
  ]
}
