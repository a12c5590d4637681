/** Words for the leader's phone: what is owed, the hall's day, and the work on suggestions, questions and ratings. */
export const copy = {
  door: { title: '先绑定，再办公', bind: '去绑定', signIn: '去登录' },
  stepUp: { title: '请再输入一次动态口令', lead: '这一步办了收不回来。请输入验证器上最新的 6 位数字，刚用过的不能再用。', label: '6 位动态口令', yes: '确定', no: '先不办', demo: (code: string) => `填入演示口令 ${code}`, short: '请输满 6 位数字。' },
  home: {
    mine: '我的', overdue: '超期', reported: '上报给我的', tabs: '看哪些事', more: (left: number) => `再看 ${left} 件`,
    empty: { mine: '手上没有要办的事', overdue: '没有超期的事', reported: '没有上报给您的事' }, emptyDetail: { mine: '有新的事会排在这里，下拉可以刷新。', overdue: '大家都按时，下拉可以刷新。', reported: '有事超期没办，会报到这里。' },
    acts: (names: string) => `您今天代${names}办理。代办的每一步都会写明是您代的。`,
    decide: '等您拿主意', today: '今日大厅的数字', all: '全部意见、咨询和差评',
    approve: '方案和答复待批', triage: '意见待分办', review: '内容待复核', offered: '转给您的咨询', unowned: '没人接的咨询', judge: '评价认定待复核', relays: '信息待签收',
  },
  owed: {
    since: (day: string) => `${day}起`, by: (moment: string) => `${moment} 前`, lateBy: (days: number, moment: string) => `超期 ${days} 个工作日（应在 ${moment} 前）`, lateToday: (moment: string) => `已过期限（应在 ${moment} 前）`,
    noDate: '日期待定', unowned: '还没有人负责', actsFor: (owner: string, acting: string) => `${owner}（${acting}代）`, reportedTo: (level: string) => `已报到${level}`, onComputer: '请在电脑上办理',
  },
  today: {
    asOf: (clock: string) => `截至 ${clock}，每半分钟更新一次`, open: { open: '正在服务', closing: '即将下班', closed: '已下班' }, leader: (name: string) => `带班：${name}`,
    waiting: '正在等候', people: (count: number) => `${count} 人`, estimate: (low: number, high: number) => (high === 0 ? '不用等' : `约 ${low}–${high} 分钟`),
    served: '今天办结', atWindows: '正在办理', lost: '没办成', windows: '开着的窗口', ofWindows: (open: number, all: number) => `${open}/${all}`, paused: (count: number) => `另有 ${count} 个暂停`,
    median: '等候中位数', longest: (minutes: number) => `最长 ${minutes} 分钟`, minutes: (minutes: number) => `${minutes} 分钟`, none: '—', waitNote: '从可以叫号起，到第一次叫号',
    byHour: '每小时办结', hour: (hour: number) => `${hour}点`, ratings: '今天的评价', ratingsNote: (count: number) => `按前 ${count} 条计算，每满 5 条更新一次`, ratingsFew: '满 5 条才显示，免得看出是谁评的。', good: '好评率',
    owed: '在办和超期', owedLine: (open: number, overdue: number) => (overdue === 0 ? `在办 ${open} 件，没有超期` : `在办 ${open} 件，超期 ${overdue} 件`), owedNone: '现在没有在办的事。', late: (count: number) => `超期 ${count}`, items: (count: number) => `${count} 件`,
  },
  list: {
    kinds: { suggestions: '意见', enquiries: '咨询', ratings: '差评' }, kind: '看哪一类', scope: '看哪些', empty: '这里现在没有', emptyDetail: '换一类看看，或下拉刷新。',
    suggestionScopes: { triage: '待分办', approve: '待批准', mine: '我的', overdue: '超期', review: '待复核', open: '在办' }, enquiryScopes: { mine: '我的', offered: '转给我', unowned: '没人接', overdue: '超期', open: '在办' }, ratingScopes: { mine: '我的', judge: '待复核', open: '在办', closed: '已办结' },
    owner: (name: string | null) => name ?? '还没有人负责', supporters: (count: number) => `${count} 人同感`, pictures: (count: number) => `${count} 张图`, second: '等第二人复核',
  },
  one: {
    number: '编号', received: '收到', by: '提出人', anonymous: '匿名', unnamed: '没有留名', paper: '意见箱', online: '手机', owner: '承办人', due: '期限', visible: '公开', supporters: '同感',
    pictures: '图片', closePicture: '关闭', timeline: '经过', notes: '内部备注（提出人看不到）', plan: '整改方案', answers: '答复', draft: '答复草稿', draftBy: (name: string) => `${name} 写的草稿，还没有公布`, noPlan: '不需要整改',
    planOwner: '负责人', dueOn: '完成日期', metric: '衡量指标', target: '目标', observe: '观察', observeDays: (days: number) => `${days} 天`, returned: '上次退回的原因', carriedOut: '完成',
    earlier: (count: number) => `再看前面 ${count} 步`, actsAs: (name: string) => `您在代${name}办理`, onComputer: '合并、不予受理、转给别处等少见的操作，请在电脑上办理。',
  },
  act: {
    accept: '受理并分派', acceptOnly: '先受理，稍后分派', assign: '分派', reassign: '换人承办', take: '我来办', handBack: '退回分办', handBackAsk: '为什么退回？', handBackExample: '例如：这件事归信息科管',
    approve: '批准并公布方案', approveAsk: '批准这个方案？', approveDetail: '公布后，完成日期就是对群众的承诺，大家都看得到。', approveYes: '批准并公布', returnPlan: '退回修改', returnAsk: '哪里要改？', returnExample: '例如：目标太笼统，请写清等候不超过几分钟',
    pass: '内容可以公开', hide: '内容不公开', hideAsk: '为什么不公开？', hideExample: '例如：写了别人的名字和电话', answer: '写答复', publish: '看草稿并公布', extend: '延期一次', extendAsk: '延长几个工作日？', extendDays: '工作日', extendReason: '为什么要延', extendExample: '例如：要等消防现场核实', extendMost: (most: number) => `最多 ${most} 个工作日，只能延一次，原因大家都看得到`, extendYes: '延期', days: (count: number) => `${count} 天`,
    reason: '原因', reasonNeeded: '请写明原因，至少两个字。', back: '先不', send: '确定', stale: '刚刚有人动过这件事，已经换成最新的内容，请看一看再办。',
  },
  assign: { ask: '交给谁办？', hint: '点一下名字就分派好了，对方会收到提醒。', load: (open: number) => `手上 ${open} 件`, now: '现在的承办人', empty: '没有可以承办的人', emptyDetail: '请系统管理员给同事开通“办理意见”。', done: (name: string) => `已分派给 ${name}` },
  answer: {
    question: '原话', template: '用模板', templateHint: '选一个，接着改成自己的话', text: '答复', example: '先回应提的事，再说怎么办、什么时候办好。', noPlan: '为什么不需要整改', noPlanHint: '没有公布整改方案时要写明', noPlanExample: '例如：只是询问，已当面说明', keptHere: '写下的话会自己存在这台手机上。', useTheirs: '接着他的写', preview: '看一看再公布', edit: '再改改', previewTitle: '群众看到的是这样', previewHint: '公布以后不能改，只能在后面更正。', publish: '公布答复',
    needed: '请先写好答复。', planNeeded: '还没有公布整改方案，请写明为什么不需要整改。', mayNot: '这件事现在不能写答复，请看看它走到哪一步了。', cannotPublish: '草稿已存好。公布要有权限的同事来办。', done: '已经公布', doneDetail: '提出人会收到消息，10 个工作日内可以说满意或要求重新办理。', doneEnquiry: '提问人会收到消息。没说清楚的，还可以接着问。', back: '返回', signed: (name: string) => `${name} 答复`,
  },
  enquiry: {
    askedAt: '问的时间', asker: '提问人', unnamed: '没有留名', goOn: '接着写答复', correct: '更正答复', take: '我来负责', accept: '接收，由我负责', decline: '不接收', declineAsk: '为什么不接收？', declineExample: '例如：这项业务由待遇科办', takeBack: '收回转办', offer: '转给别人',
    offeredTo: (name: string) => `已转给${name}，等对方接收。接收以前仍由原来的人负责。`, for: (name: string) => `代${name}`, toWhom: (name: string) => `转给${name}`, tell: '登记已告知', tellAsk: '怎么告知的？', tellDetail: '提问人没有账号，告知以后请在这里登记。', tellDesk: '当面告知了', tellCall: '打电话告知了',
  },
  transfer: { ask: '转给谁？', hint: '对方接收以前，仍由您负责。', section: '整个科室，谁接都行', people: '某位同事', reason: '转办原因', reasonExample: '例如：要查缴费记录，归征缴科', send: '转过去', away: (name: string) => `今天由${name}代`, none: '请先选转给谁。' },
  rating: {
    month: '服务月份', window: '窗口', matters: '办的事', staff: '被评价人', level: '评价', reasons: '原因', dimensions: '分项', words: '原话', noWords: '没有写话', unreachable: '用小票评价的，没有账号，联系不上本人。', steps: '经过', proposal: (name: string, label: string) => `${name} 提出认定为“${label}”，要另一个人复核。`, objection: { clerk: '当事人申诉', rater: '评价人异议' }, details: { clerk: '当事人申诉', rater: '评价人异议', content: '满意', 'not-content': '不满意', unreachable: '联系不上' } as Readonly<Record<string, string>>, waiting: '等复议',
    asked: '请当事人说明', notYet: '还没有回答', notReleased: '隔一天后，当事人上班时才看得到', stays: '评价本身不改、不藏、不删；认定误评或恶意的也照常计数，只作标记。', nothing: '现在没有要您办的。',
    verdict: '核实结果', verdictNeeded: '请选一个核实结果。', words2: '写清楚依据', wordsNeeded: '请写清楚，至少两个字。',
    verbs: { write: '写给评价人', 'cannot-contact': '登记无法联系', tried: '登记联系未成', ask: '请当事人说明', verify: '填写核实结果', propose: '提出认定，请人复核', judge: '复核认定', rectify: '写整改措施', answer: '答复评价人', 'give-up-revisit': '结束回访', decide: '复议' },
    examples: { write: '例如：看到了您的评价，想请您说说当时的情况', tried: '例如：上午打了两次，没有接通', verify: '例如：看了监控，等了 40 分钟，情况属实', propose: '例如：同一时间评的是满意，选错了一格', judge: '例如：核对了记录，同意', rectify: '例如：增开一个窗口，午间有人值守', answer: '例如：您说的情况已经改了……', 'give-up-revisit': '例如：发了三次，没有回复', decide: '例如：申诉提到的监控已经看过', ask: '' },
    yourWord: '您的意见', agree: '同意认定', refuse: '不同意，退回', stands: '维持原结果', sendBack: '退回重新核实', noContactDetail: '这件评价没有账号，联系不上，就按这个登记。', send: '提交',
  },
  relays: { empty: '没有要签收的信息', emptyDetail: '领导和科室发来的信息会在这里。', from: (name: string, moment: string) => `${name} · ${moment}`, acknowledge: '我看过了，签收', done: '已签收', due: (moment: string) => `请在 ${moment} 前签收`, late: '已过签收时间', counted: (done: number, all: number) => `${done}/${all} 人已签收`, withdrawn: '已撤回', link: '附件地址', copy: '复制附件地址', owed: '等您签收' },
} as const;
