/** Words of a day's control totals. */
export const copy = {
  title: '这一天的号，一个不缺',
  line: (label: string, last: number, parts: string) => `${label}发到第 ${last} 号：${parts}。`,
  served: (count: number) => `办结 ${count}`, left: (count: number) => `离开或过号 ${count}`, unserved: (count: number) => `没轮到 ${count}`, open: (count: number) => `当晚还没有结果 ${count}`,
  why: '号码连着发，少记一位都对不上。每晚写进阳光账本，封账以后谁也改不了。',
} as const;
