import { originYearPattern } from '../terms/rectification-tables'

/** 问题所属年度 that a title names, e.g. 2021 or 2017—2020; '' when it names none. */
export function originYearsOf(title: string): string {
  const found = originYearPattern.exec(title.normalize('NFKC'))
  const { from = '', to = '' } = found?.groups ?? {}
  return to === '' || to === from ? from : `${from}\u2014${to}`
}
