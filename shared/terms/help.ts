/** 诊断包. */
export const diagnosticsText = {
  fileName: (stamp: string): string => `四抓台账诊断包_${stamp}.zip`,
  readme: (line: string): string =>
    [
      '四抓台账诊断包',
      '',
      line,
      '',
      '里面只有：程序和系统的版本、各类记录的条数、数据文件和备份的状态、程序日志（只有时间、编号和出错的位置）。',
      '没有任何记录的内容，没有单位、人员和企业的名称。可以用文本编辑器逐个打开查看后再发出。',
      '',
    ].join('\r\n'),
}

/** The one line that is read out on the phone. */
export function versionLine(versions: {
  readonly app: string
  readonly schema: number
  readonly electron: string
  readonly sqlite: string
}): string {
  return `四抓台账 ${versions.app}，数据版本 ${versions.schema}，Electron ${versions.electron}，SQLite ${versions.sqlite}`
}
