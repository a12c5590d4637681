/** Words of the staff board, the service card and the departments. */
export const copy = {
  board: {
    title: '工作人员', lead: (hall: string) => `${hall}的每一位同事，管什么、承诺什么，都在这里。`,
    search: '按姓名、工号或科室查找', example: '姓名、工号或科室', none: '没有找到，换个姓名或工号试试。',
    empty: '还没有公布的服务卡', emptyDetail: '先看看各科室的职责和电话。',
    departments: '科室、职责和电话', departmentsDetail: '办什么事找哪个科、多久办好',
    more: (count: number) => `再看 ${count} 位`, at: (window: string) => `在${window}`,
    line: (post: string, department: string) => (department === '' || post.startsWith(department) ? post : `${department} · ${post}`),
  },
  card: {
    badge: (number: string) => `工号 ${number}`, at: (window: string) => `现在在${window}`, photoOf: (name: string) => `${name}的照片`,
    duties: '我的职责', commitments: '我的承诺', honours: '所获荣誉',
    figure: (words: string, day: string) => `${words}，截至 ${day}`, noFigure: '刚公布，封账后公布兑现情况',
    honour: (by: string, day: string) => `${by}，${day}`, star: '群众投票', document: (words: string) => `依据：${words}`,
    department: '所在科室', call: '拨打科室电话', callHall: '拨打大厅电话', board: '看全部工作人员', share: (name: string, post: string) => `${post}${name}的服务卡`,
    missing: '请扫工牌上的二维码', missingDetail: '也可以按姓名、工号查找工作人员。', unknown: '没有找到这张服务卡', unknownDetail: '请再扫一次工牌上的二维码，或按姓名、工号查找。', gone: '现在看不到这张服务卡',
  },
  departments: {
    title: '科室和职责', lead: '办什么事找哪个科，法律规定多久办完，我们承诺多久办完。', hall: '大厅',
    counts: (people: number, duties: number) => [duties > 0 ? `${duties} 项事` : '', people > 0 ? `${people} 人` : ''].filter(Boolean).join(' · '),
  },
  department: {
    duties: '职责和时限', statutory: '法定时限', promised: '承诺时限', basis: '依据', where: '在哪里办', materials: '材料', many: (count: number) => `${count} 样，点开看要哪些`, none: '不用带材料',
    byLaw: '按法定时限办理', desk: '请问导办台', staff: '工作人员', commitments: '科室承诺', honours: '科室荣誉', call: '拨打电话',
    guide: (name: string) => `${name}，看办事指南`, share: (name: string) => `${name}的职责和时限`,
  },
} as const;
