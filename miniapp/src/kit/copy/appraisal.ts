/** Words of the department appraisal: answering without a name, and what came of it. Nothing here urges a good answer. */
export const copy = {
  answer: {
    title: (department: string) => `评一评${department}`, intro: '您最近来办过事，抽签抽到了您，请匿名作答。', secret: '匿名', secretDetail: '谁答过、答了什么，分开存放，中间没有联系。截止以前谁也看不到结果，科室永远看不到是谁评的。',
    place: (at: number, of: number) => `第 ${at} 题，共 ${of} 题`, next: '下一题', last: '答好了，核对一下', back: '上一题', choose: '请先点选一个满意程度。',
    check: '核对您的回答', send: '匿名交上去', ask: '交上去吗？', askDetail: '每人评一次，交上去后不能更改，也不能收回。', yes: '交上去', no: '再看看', change: '回去改',
    answered: '您已经评过了，谢谢您', answeredDetail: '答了什么只有您自己知道。截止以后公布结果，会发消息告诉您。', mayNot: '现在不用您来答', result: '看评议结果', home: '回首页', until: (day: string) => `${day}截止`, token: '您在抽签里的编号', tokenDetail: '阳光账本里能查到这个编号；只有您和大厅知道它是您的。',
    noRandom: '微信版本太旧，不能安全地提交，请更新微信后再来。', notKept: '手机存不下，请清理一些空间再交。', signIn: '登录后再答',
  },
  result: {
    good: (share: string) => `好评率 ${share}`, few: '人数太少，不分档公布', count: (count: number) => `${count} 人`, running: '结果要等截止以后', rectification: '科室怎么改', due: (day: string) => `最迟 ${day}前公布`, dueUnknown: '期限等工作日历公布后算出',
    publishedOn: (day: string) => `${day}公布`, late: '超过期限才公布', overdue: '已经超过期限，还没有公布，正在督办。', how: '怎么评出来的', population: (count: number) => `开启那天，近 30 天在这个科室办过事、核验过身份的有 ${count} 人`, drawn: (count: number) => `当晚账本封账以后，用封账的根抽出 ${count} 人，谁也不能挑`, notDrawn: '当晚账本封账以后，用封账的根抽签，谁也不能挑',
    secret: '匿名作答，不足 5 人不公布，不足 5 人的档合在一起', checkable: '抽的是谁、有没有改过，任何人都能拿阳光账本重算', days: (from: string, to: string) => `${from}开启，${to}截止`, code: (code: string) => `账本代号 ${code}`, toLedger: '去看阳光账本', all: '看全部评议',
  },
  list: { empty: '还没有评议', emptyDetail: '带班领导会临时开启，抽到的群众匿名来答，结果和整改都公布在这里。', intro: '临时开启、抽签请人、匿名作答；结果和科室怎么改，都公布在这里。' },
} as const;
