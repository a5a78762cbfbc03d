const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`

/** 设置 → 更新. */
export const updatesText = {
  intro: '本程序不联网，也不会自己更新。发布单位用U盘或内网发来更新包（以 .szupdate 结尾）时，在这里打开。',
  now: '现在的程序',
  version: '版本',
  machine: '本机',
  publishers: '只接受这些发布者签名的更新包（指纹）',
  noPublisher: '这个程序里没有发布者的公钥，不能用更新包更新。有新版时，请直接运行发布单位给的安装包，数据会保留。',
  portable:
    '这是免安装版：请解压新版，用它的程序文件替换本文件夹里的程序文件，sizhua-data 文件夹（数据）保留不动。替换前请先在“备份与恢复”里备份一次。',
  choose: '选择更新包…',
  chosen: '更新包',
  fromTo: (own: string, version: string): string => `${own} → ${version}`,
  checked: '签名、内容和适用范围都已核对，可以更新。现在还没有改动任何东西。',
  signedBy: '发布者指纹',
  file: '安装程序',
  fileOf: (name: string, bytes: number): string => `${name}（${megabytes(bytes)}）`,
  schema: '数据版本',
  schemaOf: (version: number): string => `${version}（更新后第一次打开台账时自动升级，升级前再备份一次）`,
  notes: '更新内容',
  noNotes: '发布单位没有写更新内容。',
  willDo: '接下来程序会：再核对一遍更新包，做一份校验过的备份，把安装程序拷到本机并读回比对。安装由您来启动。',
  prepare: '备份并准备更新',
  cancel: '取消',
  stages: { checking: '正在核对更新包…', backup: '正在备份…', copying: '正在拷贝并读回比对…' },
  ready: (version: string): string => `${version}版已准备好`,
  backedUp: (moment: string): string => `已备份（${moment}），校验完好。`,
  backupKept: '上次备份以后没有改动，那份备份校验完好，不必再做。',
  noLedger: '现在没有打开的台账，没有什么可备份。',
  steps: {
    win32: [
      '点“开始安装”，本程序会自行关闭。',
      '按安装向导点“下一步”，安装位置不要改。不需要管理员密码。',
      '装好后打开程序，第一页会显示“已更新”。',
    ],
    linux: [
      '点“打开所在文件夹”，双击安装程序，系统的软件包安装器会打开。',
      '输入本机管理员密码，点“安装”。装好后关闭本程序，再重新打开。',
    ],
  } as Readonly<Record<string, readonly string[]>>,
  start: '开始安装',
  reveal: '打开所在文件夹',
  orCommand: '也可以在终端里运行：',
  copy: '复制命令',
  copied: '已复制',
  notCopied: '没有复制成功，请手工选中后复制。',
  started: '安装程序已启动，本程序即将关闭。',
  drop: '不更新了',
  dropped: '已删去准备好的更新，U盘上的更新包没有动。',
  back: '怎样退回旧版本',
  backSteps: [
    '新版打不开台账时，原来的台账没有改动；升级前的备份也在“备份与恢复”里。',
    '卸载新版（数据保留），再安装旧版安装包。',
    '台账还没有升级的，直接打开即可；已经升级的，旧版会说明“由更新的版本建立”，这时用“备份与恢复”恢复更新前的那份备份。恢复后，更新以后录入的内容要重新录入。',
    '旧的更新包不能用来退回：程序只接受比自己新的版本，以免旧的漏洞被带回来。',
  ],
  adminOnly: '更新由管理员办理。',
} as const

/** The line above the pages after the program has changed. */
export const updateNewsText = {
  updated: (before: string, version: string): string => `程序已从${before}版更新到${version}版。`,
  wentBack: (before: string, version: string): string => `程序已从${before}版换回${version}版。`,
  notes: '更新内容',
  close: '知道了',
} as const
