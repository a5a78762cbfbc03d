import type { EnterpriseField } from '../tables/field-names'

export const enterpriseTableLabels: Readonly<Record<EnterpriseField, string>> = {
  name: '企业名称',
  creditCode: '统一社会信用代码',
  street: '所属街道',
  industry: '行业',
  scale: '规模',
  officials: '包联干部',
  rank: '职务级别',
  contact: '联系人',
  phone: '联系电话',
  remark: '备注',
}

/** Header texts that mean each field, best first. */
export const enterpriseHeaders: Readonly<Record<EnterpriseField, readonly string[]>> = {
  name: ['企业名称', '包联企业', '包联企业名称', '服务企业', '单位名称', '企业', '公司名称'],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '组织机构代码'],
  street: ['所属街道', '街道', '所在街道', '所属街镇', '所属街道园区', '属地'],
  industry: ['行业', '所属行业', '行业类别', '行业分类'],
  scale: ['规模', '企业规模', '企业类型'],
  officials: ['包联干部', '包联人', '包联领导', '服务干部', '包联干部姓名', '包保干部', '联系干部'],
  rank: ['职务级别', '级别', '职级', '职务', '干部级别'],
  contact: ['联系人', '企业联系人', '联系人姓名'],
  phone: ['联系电话', '电话', '联系方式', '手机'],
  remark: ['备注', '说明', '备注说明'],
}
