import type { IsoDate } from '../../shared/core/dates'
import { addDays } from '../../shared/core/dates'
import type { OutputOf } from '../desk'

/** `今天 10:30`, `昨天 17:30`, `6月21日 17:30`, and the year where it is another one. */
export function backupMoment(at: string, today: IsoDate): string {
  const day = at.slice(0, 10)
  const time = at.slice(11, 16)
  if (day === today) return `今天 ${time}`
  if (day === addDays(today, -1)) return `昨天 ${time}`
  const monthAndDay = `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
  return day.slice(0, 4) === today.slice(0, 4)
    ? `${monthAndDay} ${time}`
    : `${Number(day.slice(0, 4))}年${monthAndDay} ${time}`
}

/** 设置 → 备份与恢复. */
export const backupText = {
  never: '还没有备份。',
  last: (moment: string): string => `最近一次备份：${moment}，校验完好。`,
  changes: (count: number): string => (count === 0 ? '之后没有改动。' : `之后又改了${count}处。`),
  newestDamaged: '■ 最近做的一份备份已损坏，请立即备份。',
  create: '立即备份',
  created: (moment: string, records: number): string => `已备份（${moment}），校验完好，共${records}条记录。`,
  second: {
    none: '',
    copied: '第二处也已存了一份。',
    unreachable: '▲ 第二处打不开，这次没有存到第二处；请插好U盘后再点“立即备份”。',
    full: '▲ 第二处空间不够，这次没有存到第二处；请清理后再点“立即备份”。',
    faulty: '■ 第二处写进去的读出来不一样，这次没有存到第二处；这个U盘或磁盘可能坏了，请换一个。',
  },
  stages: { copying: '正在复制', checking: '正在校验', attachments: '正在复制附件', restoring: '正在恢复' },
  starting: '正在准备',
  percent: (percent: number): string => `${percent}%`,
  progress: '进度',
  cancel: '取消',
  list: '备份',
  listHint:
    '每天第一次打开、导入、升级、恢复、大批改动和结账之前自动备份。留最近10份、14天内每天一份、12个月内每月一份。',
  columns: {
    at: '时间',
    reason: '原因',
    records: '记录（条）',
    size: '大小',
    state: '状态',
    place: '文件',
    action: '办理',
  },
  unknown: '—',
  noSide: '缺少说明文件，不知道内容',
  empty: '还没有备份。点“立即备份”做第一份。',
  verify: '校验',
  verifyOf: (moment: string): string => `校验${moment}的备份`,
  verified: (moment: string): string => `${moment}的备份校验完好。`,
  verifiedDamaged: (moment: string): string => `■ ${moment}的备份已损坏，不能用来恢复。`,
  restore: '恢复…',
  restoreOf: (moment: string): string => `恢复${moment}的备份`,
  adminOnly: '恢复和更换备份文件夹由管理员办理。',
  more: (count: number): string => `显示其余${count}份`,
} as const

/** The small word in the line above the pages. */
export const backupMarkText = {
  hint: '打开“备份与恢复”',
  done: (moment: string): string => `备份 ${moment} ✓`,
  none: '▲ 还没有备份',
  notToday: '▲ 今天还没有备份',
  secondDue: (days: number): string => `▲ 第二处已${days}天未备份`,
  secondNever: '▲ 第二处还没有备份',
  damaged: '■ 最近的备份已损坏',
  selfTestFailed: '■ 备份自检没有通过',
} as const

/** Lines above the page. */
export const backupBannerText = {
  damaged: '■ 最近做的一份备份已损坏，不能用来恢复。请现在再备份一次，并检查磁盘。',
  selfTestFailed: '■ 最近一次备份自检没有通过：备份可能恢复不出来。请再备份一次，仍不通过时换一块磁盘。',
  secondDue: (folder: string, days: number): string =>
    `▲ 第二处（${folder}）已${days}天没有备份。请插好U盘，再备份一次。`,
  secondNever: (folder: string): string => `▲ 第二处（${folder}）还没有备份。请插好U盘，再备份一次。`,
  open: '去备份',
  readOnly: '■ 台账是只读打开的，只能查看，不能保存。',
  reopen: '重新打开',
  toRestore: '备份与恢复',
  reasons: {
    storeDamaged: '数据文件校验没有通过。请从备份恢复。',
    storeNewer: '数据由更新的版本建立。请用U盘更新软件后再录入。',
    storeLocked: '另一个程序或另一位用户正在使用，这里看到的是一份副本。那边关闭后点“重新打开”。',
    folderNotWritable: '数据文件夹不能写入。请检查权限或磁盘后点“重新打开”。',
    diskFull: '磁盘空间不足。请清理磁盘后点“重新打开”。',
    diskFailing: '磁盘读写出错，可能快坏了。请尽快把数据文件夹和备份复制到别的磁盘，再换磁盘。',
    saveFailed: '磁盘写入失败，可能快坏了。请尽快把备份复制到别的磁盘。',
  } as Readonly<Record<string, string>>,
} as const

/** Below the list. */
export const backupPlacesText = {
  own: '台账所在的磁盘',
  space: (free: string, ledger: string): string => `剩余 ${free}，一份备份约 ${ledger}。`,
  spaceLow: (free: string, ledger: string): string =>
    `▲ 只剩 ${free}，一份备份约 ${ledger}，至少要留两份的空间。请清理磁盘。`,
  folder: (folder: string): string => `${folder} 下的 backups`,
  second: '第二处',
  secondHint: '备份和台账在同一块磁盘上，磁盘坏了会一起丢。请选U盘或另一块磁盘上的文件夹，每次备份都会再存一份。',
  secondNone: '还没有选第二处。',
  secondChoose: '选择文件夹',
  secondChange: '更换文件夹',
  secondStop: '不再使用',
  secondStopped: '不再往第二处备份，那里已有的备份没有动。',
  secondSet: '已选作第二处，以后每次备份都再存一份。',
  sameDisk: '▲ 这个文件夹和台账在同一块磁盘上，磁盘坏了会一起丢。最好换成U盘或另一块磁盘。',
  reachable: '● 可以写入',
  unreachable: '▲ 现在打不开，可能U盘没有插',
  secondLast: (moment: string): string => `最近一次 ${moment}`,
  secondNever: '还没有备份到这里',
  due: (days: number): string => `▲ 已${days}天没有备份到这里`,
  between: '，',
  secondList: '查看第二处的备份',
  find: '从文件夹里找备份…',
  findHint: '备份在U盘里，或从另一台电脑拷来时，选它所在的文件夹。只查看，不改动。',
  found: (folder: string, count: number): string =>
    count === 0 ? `“${folder}”里没有找到备份。请选备份文件（如 000012-daily.db）所在的文件夹。` : `“${folder}”里的备份`,
  foundClose: '收起',
  selfTest: '备份自检',
  selfTestHint: '每月自动把最近一份备份恢复到一个临时文件夹里，打开、核对后删去，不动现在的台账。',
  selfTestNever: '还没有试过。',
  selfTestGood: (moment: string, name: string): string => `✓ ${moment}试过：备份可用（${name}）。`,
  selfTestBad: (moment: string, name: string): string => `■ ${moment}试过：没有通过（${name}）。请立即备份，再试一次。`,
  selfTestDue: '▲ 超过一个月没有试了。',
  selfTestRun: '现在试一次',
  keys: '不在备份里的',
  keysHint: '签名密钥（keys 文件夹）不在任何备份里，备份U盘丢了，密钥也不会泄露。换电脑要找回密钥，请另做恢复文件。',
  toKeys: '去“密钥与交换”做恢复文件',
} as const

/** The drawer of a restore. */
export const restoreText = {
  title: (moment: string): string => `恢复：${moment}的备份`,
  revertTitle: '回到恢复前',
  looking: '正在查看这份备份，还没有改动任何内容。',
  holds: '这份备份',
  records: '记录',
  recordsOf: (count: number): string => `${count}条`,
  size: '大小',
  state: '状态',
  bureau: '单位',
  madeBy: '程序版本',
  version: (app: string, schema: number): string => `${app}（数据版本 ${schema}）`,
  file: '文件',
  lost: '恢复后会丢的',
  lostNone: '这份备份之后没有改动，恢复不会丢内容。',
  lostUnknown: '现在没有可读的台账，不能确定备份之后还登记过什么。',
  lostCount: (count: number): string => `备份之后的${count}处改动不在里面：`,
  lostMore: (count: number): string => `还有更早的${count}处没有列出。`,
  lostBy: (moment: string, actor: string): string => `${moment} ${actor}`,
  differences: '条数不同的',
  inBackup: '备份里有的',
  same: '各类记录的条数都一样。',
  columns: { table: '内容', inBackup: '备份里（条）', now: '现在（条）', change: '恢复后' },
  more: (count: number): string => `多${count}条`,
  fewer: (count: number): string => `少${count}条`,
  unknown: '—',
  otherStore:
    '▲ 这份备份不是现在这份台账早先的样子：可能是上次恢复之前的，也可能来自另一台电脑或另一个单位。恢复后，现在的内容会整个换成它的内容。',
  lostOther: '两份台账的修改记录接不上，不能逐条列出会丢什么；请看下面的条数。',
  lostRevert: '最近一次恢复之后登记的内容不在里面。',
  missingFiles: (count: number): string =>
    `▲ 有${count}个附件的文件在这里和备份旁边都找不到，恢复后打不开；其他内容不受影响。`,
  safe: '恢复前会先把现在的台账做成一份备份，恢复后可以“回到恢复前”。',
  safeUnread: '现在的台账文件如果还在，会原样移到 quarantine 文件夹保留，不会删除。',
  word: '恢复',
  type: '确认恢复，请输入“恢复”两个字',
  run: '恢复这份',
  runRevert: '回到恢复前',
  running: '正在恢复，请不要关机。中途断电也不要紧，下次打开会接着做完或退回原样。',
  restored: (moment: string): string => `已恢复到${moment}的备份。`,
  restoredBefore: '恢复前的台账已另存为一份备份。',
  reverted: '已回到恢复前。',
  revert: '回到恢复前',
  revertHint: (moment: string): string => `最近恢复过一次。恢复前的台账（${moment}）还在，可以退回去。`,
  revertHintFiles: '最近恢复过一次。恢复前的台账文件原样保留着，可以放回去。',
  revertFiles:
    '恢复前的台账当时读不出来，没有做成备份，只把文件原样移到了 quarantine 文件夹。现在可以把它原样放回去；放回去以后，可能仍然打不开。',
  damaged: '这份备份已损坏，不能恢复。请换一份校验完好的。',
  dismiss: '知道了',
} as const

/** Typed texts whose records are not in the restored ledger. */
export const orphanText = {
  title: (count: number): string => `有${count}处没有保存的文字，所属的记录不在现在的台账里`,
  hint: '文字还留在本机。回到恢复前以后，打开那条记录还能接着填；也可以复制出来，或丢弃。',
  copy: '复制文字',
  copied: '已复制。',
  copyFailed: '没有复制成功，请选中文字后按 Ctrl+C。',
  drop: '丢弃',
  label: '没有保存的文字',
} as const

export type BackupOverview = OutputOf<'backup.overview'>
