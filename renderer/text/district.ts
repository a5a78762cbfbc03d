export const districtTabs = {
  inbox: '收件箱',
  review: '核验',
  ranking: '排名',
  objections: '异议',
  publish: '发布',
  issue: '下发',
  units: '单位',
} as const
