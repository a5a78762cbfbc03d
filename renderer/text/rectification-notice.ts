/** Sentences of pasting a notice into 整改台账. */

export const noticeText = {
  title: (program: string): string => `粘贴反馈意见或通报全文：${program}`,
  here: '在这里粘贴（Ctrl+V）反馈意见、整改通报的全文。带编号的段落会变成问题，先核对再写入。',
  again: '重新粘贴',
  read: '解析',
  reading: '正在解析…',
  noItems: '没有找到带编号的问题。请确认粘贴的是全文；也可以在清单里逐条登记。',
  needTitle: '有问题没有摘要，请填写或取消写入。',
  leftOver: (length: number): string => `未列入问题的文字（${length}字）`,
  totalsLabel: '声明与解析',
  /** `isSame` null: the text does not list what it declares. */
  total: (label: string, declared: number | null, found: number, isSame: boolean | null): string => {
    if (declared === null) return `${label}（正文没有声明）`
    if (isSame === null) return found === 0 ? `${label}（没有逐条列出）` : `${label}（列出${found}）`
    return isSame ? `${label} ✓` : `▲ ${label}：声明${declared}，解析到${found}`
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
} as const
