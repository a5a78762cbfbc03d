import type { PackageKind, SignatureSuite, Verification } from '../exchange/manifest'

/** What a package carries, as the office calls it. */
export const packageKindLabels: Readonly<Record<PackageKind, string>> = {
  identity: '密钥文件',
  assignments: '任务分解表',
  summary: '上报包',
  receipt: '回执',
  rules: '规则包',
  calendar: '放假安排',
  colleague: '同事包',
}

/** The part of a file's name that says what is in it; a summary needs none. */
export const packageNameParts: Readonly<Record<PackageKind, string>> = {
  ...packageKindLabels,
  identity: '密钥',
  summary: '',
}

export const encryptedNamePart = '加密'
export const recoveryNamePart = '密钥恢复'

export const modeLabels = { bureau: '本单位台账', district: '区级台账' } as const

/** What is wrong with a file that is not whole, after 「不完整或已损坏」. */
export const packageProblems = {
  directory: '压缩包目录读不出',
  seal: '文件被截断，或有字节变了',
  comment: '压缩包尾部有别的内容',
  entry: '压缩包里的文件读不出',
  manifest: '清单读不出',
  missing: '缺少清单里的文件',
  data: '数据读不出',
  signature: '签名读不出',
  envelope: '加密信封读不出',
  method: '压缩方式不认识',
} as const

/** What does not agree, after 「内容与签名不符」. */
export const packageDifferences = { size: '大小不同', digest: '内容不同' } as const

export const suiteLabels: Readonly<Record<SignatureSuite, string>> = {
  'ed25519-sha256': 'Ed25519（国际通用）',
  'sm2-sm3': '国密 SM2/SM3',
}

/** Why the key file of this PC cannot be used. */
export const identityProblems = {
  missing: '密钥文件不见了',
  unreadable: '密钥文件打不开',
  damaged: '密钥文件已损坏',
} as const

/** The name of a PC until somebody gives it a better one. */
export const usualDeviceLabel = (account: string): string => `${account}的电脑`

/** The entry that everybody can read in an encrypted file. */
export const encryptedReadme = {
  path: '请先看这里.txt',
  package:
    '这是加了密码的四抓台账交换文件。\r\n请在“四抓台账”的“文件交换”里打开，输入对方告知的密码。\r\n不要改动本文件里的内容，也不要解压后重新打包。\r\n',
  identity:
    '这是四抓台账的密钥恢复文件，用恢复单上的恢复码打开。\r\n请与恢复单分开保管。文件和恢复码都丢失时，密钥无法找回，只能重新生成。\r\n',
} as const

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** How far a file can be believed. */
export const verificationLabels: Readonly<Record<Verification, string>> = {
  trusted: '签名可信',
  unknown: '第一次见到的密钥',
  changedKey: '对方换了密钥',
  revoked: '密钥已停用',
  unsigned: '没有签名',
}
