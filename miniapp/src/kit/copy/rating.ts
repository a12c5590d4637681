/** Words of the rating. Nothing here urges a good one. */
export const copy = {
  title: '这次服务怎么样？', about: (matters: string, day: string) => `${matters}，${day}`, window: (label: string) => `在${label}办理`,
  reasons: '可以选几条原因', dimensions: '再说说这三个方面', comment: '还想说什么', commentExample: '说说哪里好，哪里还可以改进', submit: '提交评价', chooseLevel: '请先选一个满意程度。',
  rated: '已经评价过了，谢谢您。', expired: '评价时间已过。', home: '回首页', followed: '科室负责人会联系您，办到哪一步随时能看。', seeProgress: '看办到哪一步', times: '看这次记录的时间', privacy: '您的评价不会显示姓名。不满意的，我们会由负责人联系您、改进到位。', slipCode: '评价码', slipHint: '印在小票上的评价码', open: '打开', slipNeeded: '请输入小票上的评价码。',
  progress: {
    title: '您评价的事', found: '核实结果', timeline: '经过', due: (moment: string) => `最迟 ${moment} 前办好这一步`, overdue: '这一步已经过了期限，我们在催办。', bySlip: '您是凭小票评价的，我们写不了信给您。请保存好小票，随时来这里看进度。',
    reply: '回复科室负责人', replyHint: '当时的情况、您希望怎么改', replySend: '发出', replied: '已发出，负责人会看到。',
    ask: '改得怎么样？', content: '满意了', notContent: '还不满意', askWords: '还想说什么', askSend: '告诉大厅', askNeeded: '请先选满意还是不满意。',
    object: '不认可核实结果', objectHint: '哪里不对，请写下来', objectSend: '提出异议', objected: '已提出异议，由没有参与核实的工作人员重新看，结果会告诉您。', wordsNeeded: '请写几句话，至少两个字。', never: '先不说',
    answer: '大厅的答复', letter: '负责人的来信',
  },
  counted: {
    check: '核对我的评价算进去没有', yes: '已经算进去了', yesDetail: (month: string, level: string, seq: number, code: string | null) => `这部手机自己算过：您评的“${level}”在 ${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月公布的数里，在阳光账本第 ${seq} 条${code === null ? '，今晚封账' : `，封账短码 ${code}`}。别人查不到这是谁评的。`,
    notYet: '这个月还没有公布', notYetDetail: (day: string) => `等当月的评价期都过了，${day}公布，到时再来核对。`,
    different: '没有对上', differentDetail: '账本里没有找到这条评价。请保存好小票或截图，向大厅或上级反映。', tooOld: '这部手机太旧，算不了。请换一部手机，用小票上的评价码核对。',
  },
  figures: {
    title: (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`, hall: (name: string) => `${name}的服务，群众怎么评`, part: '看哪一部分', parts: { all: '总的', three: '三个满意', matters: '按事项', year: '近一年', notes: '怎么算' }, noMatters: '办的人太少，不分事项公布。', trend: '近一年的好评率',
    earlier: '看上个月', later: '看下个月', none: '还没有公布', noneDetail: '评价期过后，每月公布上个月的数。', monthShort: (month: string) => `${Number(month.slice(5))}月`, notTold: '不公布',
  },
} as const;
