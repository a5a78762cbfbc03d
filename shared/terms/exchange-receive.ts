/** Words of what taking a package over would change. */
export const receiveTerms = {
  none: '无',
  added: '新增',
  withdrawn: '拟撤销',
  key: '密钥指纹',
  calendar: (year: number) => `${year}年放假安排`,
  holidays: '放假、调休',
  days: (off: number, work: number) => `放假${off}天、调休上班${work}天`,
  verdict: '核定',
  returned: (reason: string) => `退回：${reason}`,
  adjusted: (approved: string, reason: string) => (reason === '' ? approved : `${approved}（${reason}）`),
  leadClass: '项目类别（区级认定）',
  figure: '区级评定分值',
  objection: '异议答复',
  objectionAccepted: (answer: string) => `采纳：${answer}`,
  objectionRefused: (answer: string) => `不采纳：${answer}`,
  /** The document that facts of a receipt rest on, where it names none. */
  receiptReference: (period: string, edition: number, checkCode: string) =>
    `${period}回执第${edition}版${checkCode === '' ? '' : `（核对码${checkCode}）`}`,
  ignoredFigure: (name: string, value: string) =>
    `回执里的“${name}”${value}分不在本单位现行考核办法的范围内，没有登记；请先导入新的规则包。`,
  ignoredClass: (label: string, value: string) => `“${label}”的核定类别“${value}”本程序不认识，没有登记。`,
  lineGone: (label: string) => `“${label}”在本机台账里已经没有了，核定只作留存。`,
  objectionsUntilFinal: '正式公布',
  deletedNow: '台账里已删除',
} as const
