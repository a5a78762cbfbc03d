import type { LeadClass } from '../investment/record'
import type { LeadField } from '../tables/field-names'

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
