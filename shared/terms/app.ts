/** Title of the window and of the program. */
export const windowTitle = '四抓台账'

/** The boxes that the desktop shows by itself when the window cannot: 发生了什么 — 影响 — 怎么办. */
export const survivalTexts = {
  hangs: {
    title: windowTitle,
    message: '窗口没有响应',
    detail:
      '窗口忙了很久没有回答。已经保存的数据不受影响，正在填写的内容已存为草稿。可以再等一等；一直没有反应时，请重新载入窗口。',
    wait: '等待',
    reload: '重新载入',
  },
  keepsFailing: {
    title: windowTitle,
    message: '窗口反复出错',
    detail:
      '在安全模式下窗口仍连续出错。已经保存的数据不受影响，正在填写的内容已存为草稿。请重新载入；仍出错时请退出，重新启动电脑后再打开。',
    reload: '重新载入',
    quit: '退出',
  },
} as const

export const endingTexts = {
  failed: {
    title: windowTitle,
    message: '程序出错，已经停下',
    detail: (incident: string): string =>
      `出现了没有料到的错误。台账已关闭，已经保存的数据都在，正在填写的内容已存为草稿。请重新启动程序；仍出错时，请把编号${incident}和数据文件夹里的logs文件夹交给维护人员。`,
    restart: '重新启动',
    quit: '退出',
  },
  /** On the terminal, for whoever starts it so. */
  argumentRefused: (argument: string): string =>
    `程序没有启动：启动参数“${argument}”不被允许。数据没有受影响。请去掉这个参数，从桌面或开始菜单的图标启动。`,
} as const
