/** Words for staff on their own phone: binding it, and letting a computer in. */
export const copy = {
  bind: {
    leadWechat: '绑定以后，可以用这个微信扫码登录工作台，也能收到提醒。', leadBrowser: '用工作台的账号登录，就能在手机上办公。',
    userName: '用户名', password: '密码', secondFactor: '动态口令', secondFactorHint: '验证器上最新的 6 位数字，刚用过的不能再用',
    bind: '绑定并进入', signIn: '登录', missing: '请把三项都填上。', demo: '演示人员，选一位就填好',
    bound: (name: string) => `${name}，您好`, post: (department: string, post: string) => [department, post].filter(Boolean).join(' · '),
    office: '今天要办', officeDetail: '我的、超期的、上报给我的', inbox: '消息', scan: '扫码登录工作台', scanFailed: '没有扫到。请对准电脑上的二维码再试一次。', notOurs: '这不是登录工作台的二维码。',
    unbind: '解绑这个微信', leave: '退出登录', ask: '要解绑吗？', askDetail: '解绑后这个微信不能再登录，也收不到工作提醒。', leaveAsk: '要退出登录吗？', leaveDetail: '退出后，要在这台手机上办公得重新登录。', yes: '确定',
  },
  scan: {
    ask: (name: string) => `${name}，是您在登录工作台吗？`, warning: '只在自己正操作的电脑前确认', warningDetail: '有人发来二维码或催您扫码，都是骗局，请点“不是我”。',
    computer: '电脑', place: '网络地址', at: '请求时间', confirm: '确认登录', refuse: '不是我',
    confirmed: '已确认', confirmedDetail: '电脑上会自动进入工作台。', refused: '已拒绝', refusedDetail: '那台电脑没有登录。如果不是您扫的码，请尽快改密码并告诉安全管理员。',
    bindFirst: '去绑定', signInFirst: '去登录', again: '重新扫码', missing: '请在电脑的登录页选“微信扫码登录”，再扫屏幕上的码。', done: '完成',
  },
} as const;
