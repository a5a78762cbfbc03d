/** Words of updating by file, as both sides of the program use them. */

const platformLabels: Readonly<Record<string, string>> = { win32: 'Windows', linux: 'Linux', darwin: 'macOS' }
const archLabels: Readonly<Record<string, string>> = { x64: '64位（x64）', arm64: 'ARM 64位（arm64）' }

/** A kind of computer, e.g. 「Linux 64位（x64）」. */
export function machineLabel(platform: string, arch: string): string {
  return `${platformLabels[platform] ?? platform} ${archLabels[arch] ?? arch}`
}

/** What is wrong with an update package, after 「不完整或已损坏」. */
export const updateProblems = {
  manifest: '清单读不出',
  missing: '缺少清单里的文件',
  unlisted: '多出清单之外的文件',
  size: '文件大小与清单不同',
  digest: '文件内容与清单不同',
  seal: '文件被截断，或重新打过包',
  changed: '与刚才看到的不是同一份',
  copied: '拷到本机后读回的内容不同',
} as const

/** A name in a package that cannot be written here. */
export const unsafeNameProblem = (name: string): string => `文件名不安全：${name}`
export const tooLargeProblem = (limit: string): string => `超过${limit}`

/** The kind of file in the desktop's own dialog. */
export const updateFileKind = '四抓台账更新包'
