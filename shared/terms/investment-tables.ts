import type { LeadClass } from '../investment/record'
import type { BriefField, LeadField, TrainingField } from '../tables/field-names'

export const leadTableLabels: Readonly<Record<LeadField, string>> = {
  title: '项目信息名称',
  investorName: '投资方',
  investorRegion: '投资方所在地',
  districtClass: '项目类别',
  filedOn: '备案日期',
  platformNo: '平台编号',
  certifiedOn: '认证日期',
  contactedOn: '对接日期',
  acceptedBy: '接收街道园区',
  acceptedOn: '接收日期',
  isLanded: '是否落地',
  companyName: '注册公司名称',
  creditCode: '统一社会信用代码',
  landedOn: '注册日期',
  units: '计分指标数',
  remark: '备注',
}

export const briefTableLabels: Readonly<Record<BriefField, string>> = {
  month: '月份',
  stream: '专项',
  title: '题目',
  submittedOn: '报送日期',
  channel: '报送渠道',
  characterCount: '字数',
  isAccepted: '是否采用',
}

export const trainingTableLabels: Readonly<Record<TrainingField, string>> = {
  title: '培训名称',
  heldOn: '日期',
  isRequired: '是否要求参加',
  isAttended: '是否参加',
  attendeeCount: '参训人数',
}

/** Header texts that mean each field, best first; matched without spaces, colons and units in brackets. */
export const leadHeaders: Readonly<Record<LeadField, readonly string[]>> = {
  title: ['项目信息名称', '线索名称', '招商线索', '招商项目信息', '项目信息', '信息名称', '招商项目名称', '项目名称'],
  investorName: ['投资方', '投资方名称', '投资单位', '投资企业', '投资主体', '投资人', '投资方企业名称'],
  investorRegion: ['投资方所在地', '投资方注册地', '投资方属地', '所在地', '投资方所在省市', '注册地'],
  districtClass: ['项目类别', '项目类型', '认定类别', '区认定类别', '信息类别', '线索类别'],
  filedOn: ['备案日期', '备案时间', '填报日期', '填报时间', '报备日期', '登记日期'],
  platformNo: ['平台编号', '项目编号', '线索编号', '信息编号', '平台号', '备案编号'],
  certifiedOn: ['认证日期', '认证时间', '线上认证日期', '线上认证时间'],
  contactedOn: ['对接日期', '对接时间', '联系日期', '直接联系日期', '联系对接日期'],
  acceptedBy: ['接收街道园区', '接收单位', '接收街道', '承接单位', '承接街道园区', '接收园区'],
  acceptedOn: ['接收日期', '接收时间', '确认接收日期', '确认接收时间'],
  isLanded: ['是否落地', '落地情况', '是否已落地'],
  companyName: ['注册公司名称', '注册企业名称', '落地企业名称', '落地公司名称', '新注册公司名称', '公司名称'],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '组织机构代码'],
  landedOn: ['注册日期', '落地日期', '注册时间', '落地时间', '公司注册日期'],
  units: ['计分指标数', '折算指标', '折算指标数', '指标数'],
  remark: ['备注', '说明', '备注说明'],
}

export const briefHeaders: Readonly<Record<BriefField, readonly string[]>> = {
  month: ['月份', '所属月份', '月', '统计月份'],
  stream: ['专项', '工作线', '所属专项', '工作专项', '类别'],
  title: ['题目', '标题', '信息题目', '信息标题', '工作信息题目', '名称'],
  submittedOn: ['报送日期', '报送时间', '上报日期', '上报时间'],
  channel: ['报送渠道', '报送方式', '渠道', '方式'],
  characterCount: ['字数'],
  isAccepted: ['是否采用', '采用情况', '是否录用', '是否被采用'],
}
/** Known in our own summary, derived and so not read. */
export const briefCountHeaders = ['报送工作信息篇数', '报送篇数', '篇数'] as const

export const trainingHeaders: Readonly<Record<TrainingField, readonly string[]>> = {
  title: ['培训名称', '培训主题', '培训内容', '培训题目', '名称'],
  heldOn: ['日期', '培训日期', '培训时间', '举办日期', '时间'],
  isRequired: ['是否要求参加', '要求参加', '是否必须参加', '是否应参加'],
  isAttended: ['是否参加', '参加情况', '是否参训', '是否已参加'],
  attendeeCount: ['参训人数', '参加人数', '人数', '参训人次'],
}

/** Every word for the district's class; the first is the one offered. */
export const leadClassWords: Readonly<Record<LeadClass, readonly string[]>> = {
  highQuality: ['高质量项目', '高质量', '高质量项目信息'],
  beijing: ['北京项目', '北京', '北京项目信息'],
  nationalHiTech: [
    '国高新项目',
    '国高新',
    '国家高新',
    '国家高新技术企业',
    '国家高新技术企业项目',
    '国高新企业项目',
    '高新技术企业',
  ],
  outOfCity: ['市外优质项目', '市外优质', '市外', '市外项目', '市外优质项目信息'],
  inCity: ['市内优质项目', '市内优质', '市内', '市内项目', '市内优质项目信息'],
  invalid: ['无效', '无效信息', '无效项目', '不合格'],
  pending: ['待定', '待确认', '待认定', '未定', '未认定', '待核定', '未确认'],
}
