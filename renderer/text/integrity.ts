const kindWords = { changed: '被改', added: '被添加', removed: '被删除' } as const

/** Sentences of 数据检查 about what other programs did to the data file. */
export const integrityText = {
  title: '有没有被别的程序改过',
  intro: '程序每次启动后在后台核对一遍：操作记录是否完整，每条记录是否与操作记录一致。',
  notYet: '本次启动后还没有核对完，请稍候。',
  fine: (at: string, entries: number): string => `${at} 核对：操作记录${entries}条，完整；各条记录都与操作记录一致。`,
  broken: (id: number, at: string, actor: string): string =>
    `操作记录从第${id}条（${at} ${actor}）起被改动过，这一条及以后的记录不能作为依据。数据仍可使用，请管理员核对。`,
  foreign: (count: number): string =>
    `有${count}条记录不是用本程序改的，操作记录里查不到。数据仍可使用，请管理员核对。`,
  record: (title: string, kind: keyof typeof kindWords, fields: readonly string[]): string =>
    `${title}：${kindWords[kind]}${fields.length > 0 ? `（${fields.join('、')}）` : ''}`,
  banner: (sentence: string): string => `■ ${sentence}`,
  look: '看是哪些',
  more: (count: number): string => `另有${count}条没有列出。`,
  whatToDo: '可以在“备份与恢复”里对照最近的备份；确认现在的内容正确的，打开这条记录重新保存一次即可。',
} as const
