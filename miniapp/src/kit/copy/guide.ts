/** Words of the guide shelf. */
export const copy = {
  limits: '办理时限', promised: '我们承诺', statutory: '法定时限', steps: '怎么办', materials: '带什么', notes: '要注意', effective: (day: string) => `自 ${day} 起施行`,
  when: (when: string) => `${when}需要`, situation: '您的情况', allOfIt: (count: number) => `选一选，只看自己要带的。现在列的是全部 ${count} 份。`, some: (count: number, open: number) => (open === 0 ? (count === 0 ? '您不用带材料。' : `您要带 ${count} 份。`) : `您要带 ${count} 份，还有 ${open} 份看情况，请把上面选完。`), dataShared: '不用带，我们联网核对', form: '形式', basis: '设定依据', deferrable: '可以后补', promisable: '可以承诺代替', prefill: '在家预填', book: '预约到厅',
  tiersExample: (name: string) => `${name}，不是本区标准，以本地公布为准。`, tier: '每年缴', subsidy: '政府补贴', band: (from: number, to: number, step: number) => `${from}–${to} 元，每 ${step} 元一档`, twoTiers: (one: number, other: number) => `${one} 元、${other} 元`, yuan: (yuan: number) => `${yuan} 元`, groups: '政府代缴的群体', pays: (yuan: number) => `每年代缴 ${yuan} 元`,
  source: '依据', validity: '施行时间', from: (from: string, until: string | null) => (until ? `${from} 至 ${until}` : `自 ${from} 起`), minutes: (ready: number, notReady: number) => `材料已齐约 ${ready} 分钟，现场填写约 ${notReady} 分钟`, ready: '窗口用时',
} as const;
