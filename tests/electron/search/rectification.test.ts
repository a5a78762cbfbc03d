import { beforeEach, describe, expect, test } from 'vitest'
import { finding, findingMeasure, measure, rectProgram } from '../../../db/schema/rectification'
import { emptyFinding, emptyProgram, unclaimedWay } from '../../../shared/rectification/empty-records'
import { aBureau, type Service } from '../../builders'
import { put } from '../registry/records'

describe('整改台账 in the search', () => {
  let service: Service
  let programId = ''
  let findingId = ''

  beforeEach(async () => {
    service = await aBureau()
    const about = { title: '市委巡视反馈意见', docNo: '津巡〔2021〕7号', noticeText: '' }
    programId = put(service, rectProgram, { ...emptyProgram('municipalInspection'), ...about })
    findingId = put(service, finding, {
      ...emptyFinding('specific'),
      ...unclaimedWay,
      programId,
      no: '立1',
      title: '部分点位污水外溢',
      detail: '群众反映雨后外溢',
      category: '城市治理',
      leadUnit: '城市管理科',
      leader: '分管领导',
      handler: '承办人01',
      result: '打通堵点13处',
      progress: '已排查全部点位',
      state: 'rectifying',
    })
  })

  const find = async (text: string) => (await service.call('search.find', { text, limit: 20 })).groups

  test.each(['污水外溢', '立1', '雨后', '城市治理', '城市管理科', '分管领导', '承办人01', '堵点13处', '排查', 'bfdw'])(
    'a finding is found by %s and opens itself',
    async (text) => {
      expect(await find(text)).toMatchObject([
        {
          room: 'rectification',
          total: 1,
          hits: [{ kind: 'finding', title: '部分点位污水外溢', target: { kind: 'finding', recordId: findingId } }],
        },
      ])
    },
  )

  test('a measure opens the first finding that it serves', async () => {
    const second = put(service, finding, {
      ...emptyFinding('specific'),
      ...unclaimedWay,
      programId,
      title: '第二个问题',
    })
    const measureId = put(service, measure, {
      programId,
      text: '建立汛期巡查制度',
      status: 'done',
      dueOn: '2022-10-18',
    })
    put(service, findingMeasure, { findingId, measureId, position: 1 })
    put(service, findingMeasure, { findingId: second, measureId, position: 1 })
    expect(await find('汛期')).toMatchObject([
      {
        room: 'rectification',
        total: 1,
        hits: [
          {
            kind: 'measure',
            recordId: measureId,
            title: '部分点位污水外溢 2022-10-18',
            excerpt: expect.stringContaining('汛期巡查'),
            target: { kind: 'finding', recordId: findingId },
          },
        ],
      },
    ])
  })

  test('a programme is found by its number', async () => {
    expect(await find('津巡')).toMatchObject([
      { room: 'rectification', hits: [{ kind: 'rectProgram', recordId: programId, title: '市委巡视反馈意见' }] },
    ])
  })

  test('a file of evidence opens its finding', async () => {
    await service.call('attachments.add', {
      room: 'rectification',
      recordId: findingId,
      fileName: '向群众汇报记录.docx',
      bytes: new Uint8Array([1, 2, 3]),
    })
    expect(await find('汇报记录')).toMatchObject([
      {
        room: 'attachments',
        hits: [{ title: '向群众汇报记录.docx（部分点位污水外溢）', target: { kind: 'finding', recordId: findingId } }],
      },
    ])
  })

  test('the rooms come in the order of the navigation: after 收入, before 信息与培训', async () => {
    await service.call('revenue.save', {
      id: null,
      fields: { item: '污水处理费' },
      bookedOn: null,
      expectedUpdatedAt: null,
    })
    expect((await find('污水')).map(({ room }) => room)).toEqual(['revenue', 'rectification'])
  })
})
