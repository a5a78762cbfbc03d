import { randomBytes } from 'node:crypto'

/** Digits and letters that are not taken for one another on paper: no O for 0, no I or L for 1, no S for 5, no B for 8. */
const SIGNS = '23456789ACDEFGHJKMNPQRTWXYZ'
const GROUPS = 5
const GROUP_SIGNS = 4
/** Bytes beyond this would make some signs likelier than others. */
const FAIR = 256 - (256 % SIGNS.length)

function randomSign(): string {
  for (;;) {
    const [byte = 255] = randomBytes(1)
    if (byte < FAIR) return SIGNS[byte % SIGNS.length] ?? ''
  }
}

/** A code of 20 signs, 95 random bits, `7K2M-…`; shown and printed once, kept only as its hash. */
export function newRecoveryCode(): string {
  const group = (): string => Array.from({ length: GROUP_SIGNS }, randomSign).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** A typed code as it was made: case, full width, spaces and hyphens do not count. */
export function plainRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
}
