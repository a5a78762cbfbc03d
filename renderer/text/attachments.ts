// Sentences of the files kept with a record.

export const attachmentText = {
  title: '附件',
  add: '添加附件',
  none: '还没有附件。可添加回复截图、营业执照、项目计划书，每个不超过100 MB。',
  tooLarge: (name: string) => `“${name}”超过100 MB，没有添加。请压缩后再试。`,
  removed: '已移除1个附件',
  save: '另存',
  open: '查看',
  remove: '移除',
  size: (kb: string) => `${kb} KB`,
} as const
