/** Sentences of pasting a notice into 整改台账. */

export const noticeText = {
  button: '粘贴通报',
  title: (program: string): string => `粘贴反馈意见或通报全文：${program}`,
  here: '在这里粘贴（Ctrl+V）反馈意见、整改通报的全文。带编号的段落会变成问题，先核对再写入。',
  again: '重新粘贴',
  reading: '正在解析…',
  agree: '✓ 一致',
  totalsLabel: '声明与解析',
  /** `isSame` null: the text does not list what it declares. */
  total: (label: string, declared: number | null, found: number, isSame: boolean | null): string => {
    if (declared === null) return `${found}${label}`
    if (isSame === null) return `声明${declared}${label}`
    return isSame ? `${found}${label} ✓` : `▲ 声明${declared}${label}，解析到${found}`
  },
  clean: '正文里的数字前后一致。',
  issues: (count: number): string => `数字自洽检查：${count}处要核对`,
  columns: { keep: '写入', no: '编号', kind: '类型', title: '问题', more: '措施' },
  keepOf: (no: string, title: string): string => `写入${no} ${title}`,
  titleOf: (no: string): string => `${no}的问题摘要`,
  kindOf: (no: string): string => `${no}的类型`,
  measures: (count: number): string => (count === 0 ? '' : `${count}条`),
  unnumbered: '原文无编号',
  points: (count: number): string => `${count}个表现`,
  group: (aspect: string, keyIssue: string): string => [aspect, keyIssue].filter((part) => part !== '').join(' › '),
  withMeasures: '把“一是…二是…”登记为整改措施',
  confirm: (count: number): string => `建立问题清单（${count}个）`,
  done: (added: number, unchanged: number): string =>
    unchanged === 0 ? `已建立${added}个问题` : `已建立${added}个问题，${unchanged}个原来就有`,
  cancel: '取消',
  detail: '原文',
} as const
