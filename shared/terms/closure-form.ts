/** 某市东丽区审计局 and 东丽区审计局: district and office; the city before a district is left out. */
export const districtPattern = /^(?:.{1,12}[省市])?(.{1,10}?)[区县旗](.+)$/u
/** 某市审计局: city and office. */
export const departmentPattern = /^(?:.{1,10}?省)?(.{1,10}?)[省市](.+)$/u

/** Number of a 对账销号单, e.g. 「东审整销〔2022〕12号」. */
export function closureNumberText(bureau: string, year: number, number: string): string {
  return `${bureau}整销〔${year}〕${number}号`
}

/** A deadline with, where it was extended, the first one and the count. Source: product F7. */
export function extendedDueText(due: string, original: string, extensionCount: number): string {
  return extensionCount > 0 && original !== '' ? `${due}（原${original}，延期${extensionCount}次）` : due
}

/** `〈审计整改办法〉（东审发〔2022〕3号，2022年5月6日）` of what is known. */
export function ruleText(name: string, docNo: string, issuedOn: string): string {
  const about = [docNo, issuedOn].filter((part) => part !== '').join('，')
  return about === '' ? name : `${name}（${about}）`
}

const sizeUnits = ['KB', 'MB', 'GB', 'TB'] as const

/** A file's size as people read it, one decimal at most. Unit of the value: bytes. */
export function fileSizeText(bytes: number): string {
  let [size, unit]: [number, string] = [bytes, '字节']
  for (const larger of sizeUnits) {
    if (size < 1024) break
    ;[size, unit] = [size / 1024, larger]
  }
  return `${Math.round(size * 10) / 10} ${unit}`
}

export const listMark = '、'
export const colon = '：'
