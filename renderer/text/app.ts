/** Sentences of the window's frame and of the pieces that all pages share. */

export const appText = {
  name: '四抓台账',
  opening: '正在打开台账…',
  broken: '这一页出错了，数据没有受影响。请点“重新显示”；仍不行时请重新启动程序。',
  reload: '重新显示',
  navigation: '导航',
  savedAutomatically: '已自动保存，关闭窗口也不会丢失。',
  unitAndYear: (unit: string, year: number): string => `${unit} · ${year}年度`,
  help: '帮助 F1',
  about: '关于',
  larger: 'A+ 放大文字',
  smaller: 'A− 缩小文字',
  zoom: (percent: number): string => `显示比例 ${percent}%`,
  removeSample: '一键清除示例',
  sampleShown: '现在显示的是示例数据，不是本单位的正式台账。',
  sampleRemoved: (count: number): string => `已清除示例数据${count}条。`,
  importCalendar: '去导入放假安排',
  safeMode:
    '现在是安全模式：窗口或显卡连续出错后，程序改为不用显卡显示，各项功能照常，只是滚动和切换会慢一些。更新显卡驱动后可以退出。',
  leaveSafeMode: '退出安全模式并重新启动',
  refusedTitle: '台账没有打开',
  dataFolder: (folder: string): string => `数据文件夹：${folder}`,
  retry: '重试',
  importButton: '导入 Ctrl+I',
} as const

export const roomLabels = {
  home: '今天',
  assignments: '任务',
  investment: '招商',
  projects: '项目',
  environment: '营商环境',
  revenue: '收入',
  rectification: '整改台账',
  registry: '人员与企业',
  calendar: '日历',
  reports: '报表与上报',
  district: '区级汇总',
  settings: '设置',
} as const

export const reportsTabs = {
  quarter: '季度小结',
  month: '月报',
  packages: '上报包',
  receipts: '回执',
  colleagues: '同事合并',
  conflicts: '冲突箱',
  ledgers: '台账导出',
  batches: '导入批次',
} as const

export const writtenText = {
  openFolder: '打开所在文件夹',
  cleaned: (count: number): string =>
    `有${count}处文字带有表格和文档都不能保存的控制字符（看不见），文件里已去掉，台账里没有改动。`,
} as const

export const lightText = {
  normal: { sign: '●', word: '正常' },
  near: { sign: '▲', word: '临近' },
  overdue: { sign: '■', word: '逾期' },
  none: { sign: '—', word: '无时限' },
} as const

export const amountText = {
  none: '—',
  units: { yuan: '元', tenThousand: '万元', hundredMillion: '亿元' },
  hint: '单位是万元；也可以写“5.2亿”“300元”。',
  wrong: (text: string): string => `“${text}”不是金额。请填数字，如 4980，或 5.2亿。`,
  words: [
    { word: '亿元', unit: 'hundredMillion' },
    { word: '亿', unit: 'hundredMillion' },
    { word: '万元', unit: 'tenThousand' },
    { word: '万', unit: 'tenThousand' },
    { word: '元', unit: 'yuan' },
  ],
} as const

export const findingFieldText = {
  hint: '输入问题里的字查找',
  none: '没有找到。可在“整改台账”里先登记问题。',
  title: (program: string, no: string, title: string): string =>
    [program, no, title].filter((part) => part !== '').join(' '),
} as const

export const projectFieldText = {
  hint: '输入项目名称里的字查找',
  none: '没有找到。可在“项目”里先登记。',
} as const

export const dateFieldText = {
  placeholder: '如 2022.3.31',
  openCalendar: '打开日历',
  calendarSign: '历',
  wrong: (text: string): string => `“${text}”不是有效日期，请按 2022年3月31日 的写法填写。`,
} as const

export const lengthText = {
  tooLong: (length: number, limit: number): string =>
    `写了${length}个字，这一格最多${limit}个字，还不能保存。请删减，或把详细内容写到备注里。`,
} as const

export const failureText = {
  retry: '重试',
  windowIncident: '窗口',
} as const

export const undoText = {
  saved: '已保存',
  separator: ' · ',
  undo: '撤销',
  undone: '已撤销上一步。按 Ctrl+Y 可以恢复。',
  redone: '已恢复。',
} as const

export const tableText = {
  total: (total: number): string => `共 ${total} 条`,
  widen: (title: string): string => `调整“${title}”列宽`,
  moveHint: '拖动可换列的位置；按 Alt+Shift+←→ 也可以',
  list: '列表',
} as const

export const chartText = {
  copy: '复制图片',
  copied: '图片已复制，可以粘贴到 WPS。',
  copyFailed: '图片没有复制成功。请改用“打印”或截图。',
} as const

export const choiceText = {
  choose: '请选择',
} as const

export const seatText = {
  label: '我是',
  nobody: '未选定',
  hint: '选定后，操作记录写这个人，“今天”显示这个人的事。',
  chosen: (name: string): string => `本机使用人：${name}`,
  cleared: '已取消选定，操作记录写系统用户。',
} as const

export const viewsText = {
  button: '视图',
  title: '保存的视图',
  none: '还没有保存的视图。先设好筛选和排序，再起个名称保存。',
  name: '视图名称',
  save: '保存',
  remove: '删除',
  removeOf: (name: string): string => `删除视图“${name}”`,
  saved: (name: string): string => `已保存视图“${name}”`,
  removed: (name: string): string => `已删除视图“${name}”`,
  replaces: '同名视图会被替换。',
} as const

export const recordHistoryText = {
  none: '还没有修改记录。',
  undone: '（已撤销）',
  more: '更早的记录',
  title: '修改记录',
  change: (field: string, from: string, to: string): string =>
    from === '' ? `${field}：${to}` : `${field}：${from} → ${to}`,
  moreChanges: (count: number): string => `另有${count}处`,
} as const
