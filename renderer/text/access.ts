/** Sentences of signing in, the lock, the accounts and the changes of many records at once. */

export const signInText = {
  title: '登录',
  locked: '已锁定',
  lockedFor: (name: string): string => `${name}的台账已锁定，没有保存的内容还在。`,
  name: '姓名',
  nameHint: '选择或输入姓名',
  pin: '口令',
  pinHint: '4至12位数字',
  submit: '登录',
  unlock: '解锁',
  wait: (seconds: number): string => `请等${seconds}秒`,
  forgotten: '忘记口令',
  other: '换人登录',
  back: '返回',
  otherDrops: (name: string): string => `换人登录后，页面重新打开；${name}没有保存的草稿留给本人，登录后还在。`,
} as const

export const pinText = {
  now: '现在的口令',
  fresh: '新口令',
  again: '再输一遍新口令',
  short: '口令是4至12位数字。',
  different: '两次输入的口令不一样，请重新输入。',
  change: '修改口令',
  changed: '口令已修改',
  renew: '换发恢复码',
  renewHint: '换发以后，原来的恢复单作废。',
  cancel: '取消',
} as const

export const recoverText = {
  title: '用恢复码重设口令',
  hintFor: (name: string): string =>
    `重设${name}的口令。恢复码印在纸质恢复单上，用一次就作废；重设后会换发新的恢复码。`,
  code: '恢复码',
  codeHint: '不分大小写，横线和空格可以不填',
  submit: '重设口令',
  lost: '恢复单也找不到时，请管理员在“设置→登录与权限”里重设口令。',
} as const

export const recoverySheetText = {
  coverTitle: '请保管好恢复码',
  shownTitle: (name: string): string => `${name}的恢复码`,
  shownOnce: '恢复码只显示这一次，关闭后不能再看。请打印恢复单，或把它抄下来，和口令分开保管。',
  print: '打印恢复单',
  kept: '已保管好',
  title: '四抓台账 登录恢复单',
  unit: '单位',
  person: '登录人',
  day: '日期',
  code: '恢复码',
  steps: [
    '忘记口令时，在登录页面选择姓名，点“忘记口令”。',
    '输入本单上的恢复码，再输入两遍新口令。',
    '恢复码用一次就作废，重设后请打印新的恢复单，销毁本单。',
  ],
  keeper: '保管人：________________　　存放处：________________',
  secret: '本单等同口令，请放在带锁的柜子里，不要贴在电脑上。',
} as const

export const seatMenuText = {
  label: '本机登录人',
  withRole: (name: string, role: string): string => `${name}（${role}）`,
  viewerHere: '只看',
  viewerHint: '在这一栏只能查看、导出和打印，不能修改。',
  lock: '锁定　Ctrl+L',
  other: '换人登录',
} as const

export const accessText = {
  offTitle: '现在打开程序不需要登录',
  offLines: [
    '启用后，每个人用姓名和口令登录，只能做权限内的事；每次登录、输错口令和修改都记在“操作记录”里。',
    '离开一段时间自动锁定，填写的内容留在屏幕后面；忘记口令用纸质恢复码。',
    '这是登录和权限，不是文件加密：能拷走数据文件的人，仍可能用别的工具读出来。电脑和U盘请照常保管。',
  ],
  first: '先设一位管理员',
  firstHint: '管理员可以做所有的事，并给其他人设置登录和权限。',
  firstPin: '口令',
  firstPinAgain: '再输一遍口令',
  turnOn: '启用登录',
  turnedOn: '已启用登录',
  accounts: '登录人',
  columns: { name: '姓名', recovery: '恢复码', failures: '输错', actions: '操作' },
  admin: '管理员',
  adminAll: '全部',
  isAdmin: '✓',
  hasCode: '未用',
  noCode: '已用掉',
  failures: (count: number): string => (count === 0 ? '—' : `${count}次`),
  add: '新增登录人',
  edit: '修改',
  editTitle: (name: string): string => `修改${name}的权限`,
  editOf: (name: string): string => `修改 ${name}`,
  resetPin: '重设口令',
  resetPinTitle: (name: string): string => `重设${name}的口令`,
  resetPinOf: (name: string): string => `重设口令 ${name}`,
  pinReset: (name: string): string => `已重设${name}的口令`,
  remove: '取消登录',
  removeOf: (name: string): string => `取消登录 ${name}`,
  removeAsk: (name: string): string => `取消以后，${name}不能再登录。做过的记录不变。`,
  removeDo: '取消登录',
  keep: '不取消',
  adminHint: '可以做所有的事，包括设置、备份恢复和权限',
  roles: '各项工作的权限',
  rolesHint: '只看：查看、导出、打印；组员：登记和修改；组长：另可删除、核定、报送。已按分组给出建议。',
  save: '保存',
  saved: (name: string): string => `已保存${name}的权限`,
  removed: (name: string): string => `已取消${name}的登录`,
  lockTitle: '自动锁定',
  lockLabel: '多少分钟没有按键和点击就锁定',
  lockUnit: '分钟',
  lockWrong: (typed: string): string => `“${typed}”不是1—120之间的整数，没有保存。`,
  lockSaved: (minutes: number): string => `${minutes}分钟不用就自动锁定`,
  offAgain: '停用登录',
  offHint: '停用后，打开程序不再需要登录，任何人都可以做任何事；登录人和口令全部删除，操作记录保留。',
  off: '停用登录',
  turnedOff: '已停用登录',
  ownPin: '您自己的口令',
  onlyAdmin: '只有管理员可以设置登录和权限。修改自己的口令和换发恢复码，请点窗口上方自己的姓名。',
} as const

export const massChangeText = {
  title: '一次改动的记录很多',
  facts: (rows: number, total: number): string =>
    `这次操作会一次改动 ${rows} 条已有的记录，现有同类记录共 ${total} 条。`,
  meaning: '比平常多得多，可能选多了，或者选错了文件。继续之前，程序会先自动备份一次。现在还没有改动。',
  ask: (rows: number): string => `确认要改，请输入条数 ${rows}`,
  label: '输入条数',
  goOn: '继续',
  leave: '不改了',
} as const
