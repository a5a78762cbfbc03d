import type { ReturnField } from '../district/return-field'

/** 填报表 for units without the program. */
export const returnTemplateText = {
  subject: '上报填报表',
  sheets: { about: '填报说明', figures: '指标', records: '明细' },
  aboutTitle: '“四个全员抓”工作上报填报表',
  figuresTitle: '指标完成情况',
  recordsTitle: '明细（一行一件）',
  aboutColumns: { item: '项目', content: '填写内容' },
  about: {
    unit: '填报单位',
    period: '统计期间',
    preparedOn: '填报日期',
    preparedBy: '填报人',
    phone: '联系电话',
  },
  nil: (chapter: string) => `${chapter}本期无新增（是/否）`,
  aboutNotes: [
    '填报单位、统计期间、行标识已填好，请不要改动；填报日期、填报人、联系电话由填报单位填写。',
    '本期没有新增的工作线，填“是”即为已报，不用另附说明和佐证。',
    '“指标”表填本期完成和本年累计；“明细”表一行一件，类别从下列词中选：{kinds}。',
    '日期按“2022年3月31日”或“2022-03-31”填写；金额单位为万元。填好后原样发回，不要改动表名和表头。',
  ],
  figuresNotes: ['本年累计＝上期累计＋本期完成。没有指标的不用填。'],
  recordsNotes: ['行标识不要改动，插入行时可空着；空行不用删除。'],
  columns: {
    key: '行标识',
    stream: '工作线',
    kind: '类别',
    label: '事项或名称',
    unit: '计量单位',
    target: '全年目标',
    current: '本期完成',
    cumulative: '本年累计',
    enterprise: '企业名称',
    creditCode: '统一社会信用代码',
    leadClass: '项目类别',
    filedOn: '备案日期',
    certifiedOn: '认证日期',
    contactedOn: '对接日期',
    acceptedBy: '接收街道园区',
    acceptedOn: '接收日期',
    landedOn: '落地日期',
    happenedOn: '发生日期',
    amount: '金额（万元）',
    startedOn: '开工日期',
    completedOn: '竣工日期',
    isDone: '采用、参加或办结',
    evidence: '佐证材料（份）',
    status: '状态',
    remark: '备注',
  } satisfies Readonly<Record<ReturnField, string>>,
  /** The figures of every unit, where the district has not assigned any in its own store. */
  usualFigures: [
    { code: 'investment.units', stream: 'investment', label: '招商项目信息折算指标', unit: '个' },
    { code: 'investment.filed', stream: 'investment', label: '备案项目信息', unit: '条' },
    { code: 'investment.effective', stream: 'investment', label: '有效项目信息', unit: '条' },
    { code: 'investment.landed', stream: 'investment', label: '落地项目', unit: '个' },
    { code: 'investment.briefs', stream: 'investment', label: '报送工作信息', unit: '篇' },
    { code: 'projects.count', stream: 'projects', label: '在库项目', unit: '个' },
    { code: 'revenue.districtRetained', stream: 'revenue', label: '组织收入（区留成）', unit: '万元' },
  ],
  formula: '填报单位用填报表填报。',
  cell: (sheet: string, cell: string, text: string) => `${sheet}!${cell}：${text}`,
  missingPart: (sheet: string, label: string) => `${sheet}：${label}`,
  wrongPeriod: (found: string) => `统计期间“${found}”不是 2022Q3 或 2022-09 的写法。`,
  notFilled: '没有填。',
} as const

/** Words for the kinds of records that the 填报表 takes; the first is the one offered. */
export const recordKindWords = {
  lead: ['招商线索', '线索', '项目信息', '招商项目信息'],
  brief: ['工作信息', '信息'],
  training: ['培训'],
  project: ['项目'],
  policy: ['惠企政策', '政策'],
  visit: ['走访', '走访企业'],
  demand: ['企业诉求', '诉求'],
  entry: ['入库收入', '收入'],
  finding: ['整改问题', '整改'],
} as const

/** 催报单, the words for the phone, and what became of received files. */
export const districtText = {
  reminder: {
    subject: '催报单',
    title: '催报单',
    caption: '{period}“四个全员抓”工作情况',
    body: '按照要求，{period}“四个全员抓”工作情况应于{dueOn}前报送。截至{today}，还没有收到贵单位的上报{standing}。',
    overdue: '，已超过{days}天',
    weekend: '报送截止日{dueOn}不是工作日，请在{submitBy}前报送。',
    ask: '请抓紧填报，尽快通过政务OA或U盘报送上报包；没有安装程序的，可用填报表（.xlsx）报送。本期没有新增的，勾选“本期无新增”即可，不用另附材料。',
    contact: '已经报送的，请与我们联系核对。',
    phone:
      '您好，这里是{office}。{unit}{period}的“四个全员抓”工作情况应于{dueOn}前报送，现在还没有收到{standing}。本期没有新增的，勾选“本期无新增”报过来就可以。麻烦尽快报送，谢谢。',
  },
  /** 「2022年三季度」. */
  period: '{year}年{period}',
  received: {
    nil: '本期无新增。',
    late: (days: number) => `迟报${days}天。`,
    unsigned: '没有签名，已标明“未签名”。',
    onlyObjections: (count: number) => `本期已锁定，只收下异议${count}条，上报内容仍以原来的一版为准。`,
    byTable: '填报表，来源标为“表格”。',
    newKey: (digits: string) => `第一次见到的密钥，已信任，指纹 ${digits}，请打电话核对。`,
    newUnit: (category: string) => `单位名册里原来没有，已加入（${category}），请核对类别。`,
    clock: (preparedOn: string, today: string) =>
      `文件写明的填报日期是${preparedOn}，晚于今天（${today}），对方电脑的日期可能不对；按今天收到处理。`,
    sameBytes: '与已收到的一份相同，没有重复接收。',
    staleInBatch: (unit: string, edition: number | null, newer: number | null) =>
      `这是${unit}的旧版${edition === null ? '（填报表）' : `（第${edition}版）`}，同一批里已有${newer === null ? '更新的填报表' : `第${newer}版`}，没有接收。`,
    staleTable: (unit: string, day: string, newer: number, on: string) =>
      `这份填报表的填报日期是${day}，早于${unit}已报的第${newer}版（${on}），是旧版，没有接收。`,
    notReturn: '不是上报文件，没有接收。',
    unreadable: (detail: string) => `读不出来（${detail}），可能U盘已拔出或文件正被占用。没有接收，请重新拷贝后再试。`,
    encryptedInBatch: '加了密码。没有接收；请用“接收文件”单独打开它并输入密码。',
  },
  cli: {
    accepted: (counts: {
      readonly expected: number
      readonly onTime: number
      readonly late: number
      readonly missing: number
      readonly stale: number
      readonly rejected: number
    }) =>
      `应报${counts.expected}，按时${counts.onTime}，迟报${counts.late}，未报${counts.missing}，旧版${counts.stale}，未接收${counts.rejected}。`,
    names: (label: string, names: readonly string[]) => `${label}：${names.join('、')}`,
    labels: { late: '迟报', missing: '未报', stale: '旧版', rejected: '未接收' },
    period: (period: string, dueOn: string, submitBy: string) => `${period}：报送截止${dueOn}，最晚${submitBy}提交。`,
    written: (count: number, folder: string) => `已写入${count}份：${folder}`,
  },
} as const
