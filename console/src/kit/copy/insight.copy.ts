export const insightCopy = {
  title: '数据分析', lead: '图和表是同一组数，点一点可以看到背后的每一件。', from: '从', to: '到', by: { day: '按日', week: '按周', month: '按月' }, quick: { week: '近 7 天', month: '近 30 天', quarter: '近 13 周', year: '近 12 个月' },
  sheets: { visits: '办件与等候', fulfilment: '承诺兑现', ratings: '好差评', voices: '意见咨询' }, export: '导出 Excel', fileName: (sheet: string, from: string, to: string) => `${sheet}_${from}_${to}.xlsx`,
  time: '时间', taken: '取号', served: '办结', left: '离开', unserved: '未办', medianWait: '等候中位数', longWait: '九成等候不超过', medianService: '办理中位数', minutes: (value: number | null) => (value === null ? '—' : `${value} 分`),
  windows: '按窗口', matters: '按事项', part: '名称', visits: (day: string) => `${day}的每一件`, narrowed: (part: string) => `只看 ${part}`, all: '全部', count: (count: number) => `共 ${count} 件`, number: '号票', state: '结果', matter: '事项', window: '窗口', takenAt: '取号', calledAt: '叫号', endedAt: '结束', waited: '等候', service: '办理', record: '记录',
  up: '返回上一级', drill: '点一根柱子看这段时间', total: '合计', promise: '承诺', met: '达标', broken: '未达标', excluded: '剔除', rate: '兑现率', open: '看每一件', month: '月份', figure: '指标', words: '公布口径', toRatings: '好差评的详细数据', received: '收到意见', replied: '答复意见', asked: '收到咨询', answeredEnquiry: '答复咨询', toSuggestions: '去看意见',
  emptyTitle: '这段时间没有数据', emptyBody: '换一段时间看看。', notes: '怎么算的', chart: '图', noRate: '—', services: '件', minuteAxis: '分钟',
} as const;
