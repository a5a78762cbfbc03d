/** The screens that stand in for the ledger when it could not be opened. */
export interface RefusedWords {
  readonly title: string
  /** What happened, where the usual sentence of the refusal says what to do as well. */
  readonly what?: string
  /** What it means for the person. */
  readonly meaning: readonly string[]
  /** What to do, besides the buttons. */
  readonly advice: readonly string[]
}

const retryAdvice = '处理好以后点“再试一次”。'

export const refusedWords: Readonly<Record<string, RefusedWords>> = {
  storeDamaged: {
    title: '数据文件损坏了，台账没有打开',
    what: '数据文件校验没有通过。软件已停止写入，原文件保留。',
    meaning: ['损坏的文件没有删除，也没有新建空台账；文件已另外复制了一份。', '附件和以前的备份不受影响。'],
    advice: [
      '先用最近一份校验完好的备份恢复；损坏的文件会移到 quarantine 文件夹保留。',
      '备份之后还登记过内容的，恢复前先“抢救能读的内容”，恢复后对照着补录。',
    ],
  },
  storeMissing: {
    title: '没有找到台账文件',
    what: '数据文件夹里有以前的备份，台账文件（ledger.db）却不见了。程序没有新建任何文件。',
    meaning: ['文件可能被移走、改名、删除，或被安全软件隔离。', '备份之后登记的内容只在那个文件里。'],
    advice: ['找得到原来的文件（ledger.db）时，放回数据文件夹，再点“再试一次”。', '找不到时，用下面的备份恢复。'],
  },
  storeNewer: {
    title: '这份数据由更新的版本建立',
    meaning: ['本机的程序较旧，写入会损坏数据，所以没有打开。数据完好，没有改动。'],
    advice: [
      '请向发来数据的同事或区里要更新包或新版安装包，用U盘拷来。',
      '有更新包的，点“用更新包更新”；有安装包的，关闭本程序后运行安装包（不需要管理员），数据保留。',
    ],
  },
  storeLocked: {
    title: '台账正被别人打开',
    meaning: ['同一份台账同时只能由一个人打开，以免互相覆盖。数据完好，没有改动。'],
    advice: ['请对方关闭四抓台账，再点“再试一次”。', '只想看的话，可以打开一份副本，看到的是对方最近保存的内容。'],
  },
  storeOnNetworkShare: {
    title: '数据放在共享文件夹里，没有打开',
    meaning: ['在共享文件夹里直接打开，断网或两人同时写入时容易损坏。数据没有改动。'],
    advice: [
      '请把整个数据文件夹拷到本机硬盘，再从本机打开。',
      '几台电脑一起用时，用“报表与上报 → 同事合并”里的共享文件夹交换，台账仍在各自的电脑里。',
    ],
  },
  storeNotOurs: {
    title: '这里的数据文件不是四抓台账的',
    meaning: ['数据文件夹里的 ledger.db 是别的程序的文件。程序没有改动它。'],
    advice: [
      '放错了文件时，换回原来的 ledger.db，再点“再试一次”。',
      '原来的文件找不到时，用下面的备份恢复；现在这个文件会移到 quarantine 文件夹保留。',
    ],
  },
  folderNotWritable: {
    title: '数据文件夹不能写入',
    meaning: ['没有写入权限，或磁盘被设为只读。数据完好，没有改动。'],
    advice: ['请检查文件夹的权限、磁盘是否写保护，或安全软件是否拦截。', retryAdvice],
  },
  diskFull: {
    title: '磁盘满了，台账没有打开',
    meaning: ['没有空间写入。数据完好，没有改动。'],
    advice: ['请清理磁盘（回收站、旧的安装包、下载文件夹）。', retryAdvice],
  },
  diskFailing: {
    title: '磁盘读写出错',
    meaning: ['磁盘可能快坏了，所以程序没有再写入，以免损坏更多。'],
    advice: ['先“只读打开”看看内容还在不在。', '尽快把整个数据文件夹复制到另一块磁盘，换磁盘后再打开。'],
  },
  backupNeedsSpace: {
    title: '磁盘空间不够做备份，没有升级',
    meaning: ['升级数据之前必须先备份。数据完好，没有改动。'],
    advice: ['请清理磁盘。', retryAdvice],
  },
  backupFailed: {
    title: '升级前的备份没有做成，没有升级',
    meaning: ['升级数据之前必须先备份，备份没有成功，所以停下。数据完好，没有改动。'],
    advice: ['请检查磁盘空间和文件夹权限。', retryAdvice],
  },
  upgradeFailed: {
    title: '更新后没有打开台账',
    meaning: ['新版程序升级台账时出错，升级已整个退回。台账还是更新前的样子，一条也没有少。'],
    advice: [
      '卸载新版（数据保留），再装更新前那一版的安装包，打开后接着用。',
      '把上面的编号告诉技术支持；修好以后会有新的更新包。',
      '更新前和升级前各有一份校验过的备份，在数据文件夹的 backups 里。',
    ],
  },
  storeRestoring: {
    title: '正在恢复台账',
    meaning: ['上次的恢复被打断，还没有做完。数据没有丢失：做完或退回原样之前，不会打开。'],
    advice: ['请稍等，再点“再试一次”。', '一直打不开时，请检查磁盘空间，以及文件是否被杀毒软件占用。'],
  },
  restoreFailed: {
    title: '上次的恢复没有做完',
    meaning: ['现有数据已退回恢复前的样子，没有丢失。'],
    advice: ['请点“再试一次”，或换一份备份恢复。'],
  },
}

export const usualRefused: RefusedWords = {
  title: '台账没有打开',
  meaning: ['数据没有改动，也没有新建空台账。'],
  advice: ['请点“再试一次”；仍不行时，重新启动电脑后再打开，或把上面的话告诉技术支持。'],
}

export const refusedText = {
  meaning: '这意味着',
  advice: '怎么办',
  retry: '再试一次',
  readOnly: '只读打开',
  readOnlyCopy: '只读查看一份副本',
  detail: '检查结果',
  update: '用更新包更新…',
  updateTitle: '用更新包更新',
  quarantine: '损坏的文件已复制到',
  dataFolder: '数据文件夹',
  version: '本机程序版本',
  stillRefused: '刚才又试了一次，还是没有打开。',
  backups: '可以用来恢复的备份',
  backupsNone: '这个文件夹里没有校验完好的备份。U盘或另一台电脑里有备份的，点“从文件夹里找备份”。',
  backupsOthers: (count: number): string => `另有${count}份已损坏或没有校验过，没有列出。`,
  backupsAll: '全部列出',
  columns: { at: '时间', reason: '原因', records: '记录（条）', lacks: '里面没有的', state: '状态', action: '办理' },
  lacks: (count: number): string => (count === 0 ? '没有缺的' : `${count}处改动`),
  lacksMore: (count: number): string => `比最近的一份少${count}处改动`,
  lacksUnknown: '之后的改动，读不出有多少',
  lacksLooking: '正在查看…',
  restoreThis: '恢复这份',
  rescue: '抢救能读的内容',
  rescueHint: '把读得出的记录逐条复制到您选的文件夹，成为一份新的台账；损坏的文件不动。',
  rescueChoose: '选择文件夹并开始',
  rescued: (folder: string): string => `已抢救到：${folder}`,
  rescuedAll: (read: number): string => `✓ 登记的内容读出${read}条，没有读不出的。`,
  rescuedSome: (read: number, lost: number): string => `▲ 登记的内容读出${read}条，${lost}条读不出。`,
  rescuedOther: (lost: number): string => `操作记录等有${lost}条读不出，不影响登记的内容。`,
  rescuedFiles: (count: number): string => `▲ ${count}个附件的文件没有找到或放不下。`,
  rescueColumns: { table: '内容', read: '读出（条）', lost: '读不出（条）' },
  rescueNext: '恢复备份以后，对照抢救出的台账补录备份之后的内容。',
  rescueOther: '程序自用的数据',
  anew: '确实没有数据，重新建立台账…',
  anewTitle: '重新建立一份空台账',
  anewHint: '以前的备份会留着，以后仍可恢复。只有确定原来的数据不再需要时才这样做。',
  anewWord: '新建',
  anewType: '确认新建，请输入“新建”两个字',
  anewRun: '填写单位信息',
  cancel: '取消',
} as const
