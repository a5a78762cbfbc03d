export const searchTexts = {
  title: '搜索',
  label: '搜索内容',
  open: '搜索 Ctrl+K',
  placeholder: '一个字也能搜；几个词用空格隔开；也可以输拼音首字母',
  hint: '在招商、项目、营商环境、收入、任务、人员与企业和附件名称里搜索。↑ ↓ 选择，回车打开。',
  searching: '正在搜索…',
  nothing: (text: string): string => `没有找到“${text}”。可以少输几个字，或换个说法。`,
  results: (count: number): string => `搜到${count}条`,
  room: (room: string, shown: number, total: number, isMore: boolean): string => {
    const count = isMore ? `${total}条以上` : `${total}条`
    return shown < total ? `${room}（${count}，先列${shown}条，再输几个字可以缩小）` : `${room}（${count}）`
  },
} as const
