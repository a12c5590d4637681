import { deskPlaceOf } from '@hall/shared/deadline/desk-places';
import { DAY_LENGTH, HOUR, MINUTE } from '@hall/shared/kernel/day';
import type { Facts, MessageWords } from './message-kind.ts';

const SIGNATURE = '【社保服务大厅】';
const caseFile = (id: string) => `/enrolment/status/index?id=${id}`;
const visit = (id: string) => `/visit/booking/index?id=${id}`;
const rated = (id: string) => `/rating/rate/index?id=${id}`;
const ratingCase = (id: string) => `/rating-cases/${id}`;
const activity = (id: string) => `/activity/one/index?id=${id}`;
const rights = (id: string) => `/rights/one/index?id=${id}`;
const suggestion = (id: string) => `/voice/one/index?id=${id}`;
const suggestionRead = (id: string) => `/voice/read/index?id=${id}`;
const suggestionDesk = (id: string) => `/suggestions/${id}`;
const starRound = (id: string) => `/star/vote/index?id=${id}`;
const ticket = (id: string) => `/visit/ticket/index?id=${id}`;
const appraisalAnswer = (id: string) => `/appraisal/answer/index?id=${id}`;
const appraisalResult = (id: string) => `/appraisal/result/index?id=${id}`;
/** What is owed, by `<kind>:<id>` of the thing it is owed for. */
const owedFor = (thing: string) => deskPlaceOf(...(thing.split(':') as [string, string])) ?? '/deadlines';

const progress = (state: string, note: string) => ({ template: 'progress' as const, say: (facts: Facts) => ({ matter: facts.matter, state, note, time: facts.time }) });
const visitNote = (note: string) => ({ template: 'visit' as const, say: (facts: Facts) => ({ matter: facts.matter, time: facts.time, place: facts.place, note }) });
const callNote = (note: string) => ({ template: 'call' as const, say: (facts: Facts) => ({ number: facts.number, window: facts.window, place: facts.place, note }) });
const question = (id: string) => `/enquiry/one/index?id=${id}`;
const answer = (note: string) => ({ template: 'answer' as const, say: (facts: Facts) => ({ title: '您的咨询', note, time: facts.time }) });
const duty = (note: string) => ({ template: 'duty' as const, say: (facts: Facts) => ({ title: facts.title, note, time: facts.time }) });
const answerNote = (note: string) => ({ template: 'answer' as const, say: (facts: Facts) => ({ title: facts.title, note, time: facts.time }) });

export const RATING_TITLE = '服务评价';
export const OWNER_WHY = {
  opened: '收到一件差评，请在期限内联系评价人。', replied: '评价人回复了，请接着核实。', refused: '复核没有同意您的认定，请重新核实。', 'sent-back': '复议认为核实结果要重新看，请再核实一次。',
  reopened: '回访时群众还不满意，请重新整改。', explained: '当事人作了说明，请接着核实。',
} as const;
export const JUDGE_WHY = {
  proposed: '有人提出认定为误评或恶意评价，请您复核，提出的人不能自己认定。', appealed: '当事人对核实结果提出申诉，请您复议。', objected: '评价人对核实结果提出异议，请您复议。',
} as const;


const day = { for: 'resident', urgency: 'normal', staleAfter: DAY_LENGTH } as const;
const days = { for: 'resident', urgency: 'normal', staleAfter: 3 * DAY_LENGTH } as const;
const owed = { for: 'staff', urgency: 'normal', staleAfter: DAY_LENGTH } as const;
const atOnce = { for: 'resident', urgency: 'now' } as const;

/**
 * The words of every message the hall sends by itself, one entry a kind. A new kind is an entry here and one line
 * `this.on(…)` in the listeners: inbox, WeChat, SMS, quiet hours, budget and retries follow from the entry.
 */
export const WORDS = {
  submitted: { ...day, title: '预填已提交', body: '我们会尽快审核，结果会在这里告诉您。', link: caseFile },
  returned: {
    ...days, title: '有内容需要您改一下', body: '工作人员已逐项写明原因，只改标出的几项就行，改好再提交。', link: caseFile, wechat: progress('需要修改', '只改标出的几项，改好再提交'),
    sms: () => `${SIGNATURE}您的预填有几处需要修改，请打开小程序“我的”查看，改好再提交即可。`,
  },
  ready: { ...days, title: '材料审核通过了', body: '材料已备齐，可以预约快办时段，到窗口 5 分钟左右办好。', link: caseFile, wechat: progress('审核通过', '可以预约快办时段到窗口办理') },
  handled: { ...days, title: '窗口已办好', body: '登记已报送省系统，结果以省系统为准，出来后会在这里告诉您。', link: caseFile },
  completed: { ...days, title: '参保登记已完成', body: '省系统已确认。请按核定的金额向税务部门缴费。', link: caseFile, wechat: progress('已经办结', '请按核定的金额向税务缴费') },
  rejected: {
    ...days, title: '省系统退回了登记', body: '原因和要补的内容写在办件里，请在期限内处理，或电话联系大厅。', link: caseFile, wechat: progress('退回补正', '请在期限内按说明补正'),
    sms: () => `${SIGNATURE}您的登记需要补充内容，请打开小程序“我的”按说明处理，或电话联系大厅。`,
  },
  lapseNear: { ...days, title: '预填快要过期', body: '这份预填很久没有动了，再不办理就会自动作废。打开看一看就能继续。', link: caseFile, wechat: progress('快要过期', '打开看一看就能继续') },
  lapsed: { ...day, title: '预填已作废', body: '时间太久没有办理，这份预填已作废，相应的预约也取消了。可以随时重新填。', link: caseFile },
  booked: { ...day, title: '预约成功', body: '请按预约的时间到大厅取号，带好身份证原件。', link: visit, wechat: visitNote('请按时到厅取号，带好身份证') },
  rescheduled: { ...day, title: '预约已改期', body: '新的时间在预约里，原来的时间不用来了。', link: visit, wechat: visitNote('已改到这个时间') },
  cancelled: { ...day, title: '预约已取消', body: '需要时可以重新预约，也可以直接到大厅取号。', link: visit },
  missed: { ...day, title: '错过了预约', body: '没关系，可以重新预约，也可以直接到大厅取号办理。', link: visit },
  displaced: {
    ...days, title: '预约时间有变动', body: '大厅调整了服务时间，请在预约里选一个新的时间。', link: visit, wechat: visitNote('大厅时间有变动，请选新的时间'),
    sms: (facts: Facts) => `${SIGNATURE}大厅调整了服务时间，您${facts.time ? ` ${facts.time} ` : ''}的预约需要另选时间，请打开小程序“预约排队”办理。`,
  },
  called: { ...atOnce, staleAfter: 10 * MINUTE, title: '轮到您了', body: '请看票面上的窗口号，现在过去就行。', link: ticket, wechat: callNote('轮到您了，现在过去就行') },
  passed: { ...atOnce, staleAfter: HOUR / 2, title: '叫到您时您不在', body: '没关系，打开号票点“重新排队”就能接着等，不用重新取号。', link: ticket, wechat: callNote('叫到时您不在，可点重新排队') },
  unserved: {
    ...days, title: '今天没有办成', body: '很抱歉让您白等了。可以约一个时间再来，大厅会记录并公开这一情况。', link: () => '/visit/book/index',
    sms: () => `${SIGNATURE}很抱歉今天没有为您办成。请打开小程序“预约排队”另约时间，大厅会记录并公开这一情况。`,
  },
  workHandedOn: { ...owed, title: '同事手上的一件事转给您办', body: '从现在起由您负责，应办结的时间不变。以前办到哪一步，打开就能看到。', link: owedFor, wechat: duty('一件事转给您办') },
  deadlineWarned: { ...owed, title: '有一件事快到期了', body: (facts: Facts) => `${facts.title ?? '您名下的一件事'}，${facts.time ? `${facts.time} 前要办完` : '就要到期'}。来不及请提前说明。`, link: owedFor, wechat: duty('快到期了，请尽快办理') },
  deadlineOverdue: { ...owed, title: '有一件事已经超期', body: (facts: Facts) => `${facts.title ?? '您名下的一件事'}已经过了期限，请马上办理，并把原因写清楚。`, link: owedFor, wechat: duty('已经超期，请马上办理') },
  deadlineEscalated: {
    ...owed, title: '一件超期的事报到您这里', body: (facts: Facts) => `${facts.title ?? '一件事'}超期没有办完，请您过问。承办人不变。`, link: owedFor, wechat: duty('超期未办，已报到您这里'),
    sms: () => `${SIGNATURE}有一件超期未办的事报到您这里，请登录工作台或打开小程序查看。`,
  },
  wechatBound: { ...owed, title: '您的账号绑定了微信', body: '今后可以用这个微信扫码登录工作台。如果不是您本人操作，请马上在“我的账号”解绑，改密码并告诉安全管理员。', link: () => '/account' },
  keysReset: { ...owed, title: '您的密码和动态口令被重置', body: '系统管理员重置了您的账号。如果不是您提出的，请马上告诉安全管理员，并请审计管理员查一查。', link: () => '/account' },
  actsForColleague: { ...owed, title: '请您代同事办理', body: '同事不在岗期间，名下的事项由您代办，到期提醒也会发给您。', link: () => '/duty' },
  enquiryTaken: { ...day, title: '您的问题有人负责了', body: '最先接收的人负责到底。答复好了，会在这里告诉您。', link: question },
  enquiryMoved: { ...day, title: '您的问题换了人答复', body: '原来的人请更熟悉的同事接办，对方已经接收，期限不变。', link: question },
  enquiryAnswered: { ...days, title: '您问的事有答复了', body: '请打开看一看。有帮助请告诉我们，没说清楚可以接着问。', link: question, wechat: answer('已经答复，请打开查看') },
  enquiryCorrected: { ...days, title: '答复有补充更正', body: '之前的答复有不准确的地方，更正写在下面，请以更正为准。', link: question, wechat: answer('答复有更正，请打开查看') },
  enquiryAsked: { ...owed, title: '有人来问', body: '有一条新的咨询。最先接收的人负责到底，请尽快答复。', link: (id: string) => `/enquiries/${id}`, wechat: duty('有新的咨询，请尽快答复') },
  enquiryAskedAgain: { ...owed, title: '有人追问', body: '您答复过的一条咨询，提问人还想问，请再答复。', link: (id: string) => `/enquiries/${id}`, wechat: duty('提问人还想问，请再答复') },
  enquiryOffered: { ...owed, title: '同事请您接办咨询', body: '请看一看是不是您熟悉的事。您接收之前，仍由原来的人负责。', link: (id: string) => `/enquiries/${id}`, wechat: duty('同事请您接办咨询') },
  enquiryAccepted: { ...owed, title: '转出的咨询对方接收了', body: '这条咨询现在由对方负责答复。', link: (id: string) => `/enquiries/${id}` },
  enquiryDeclined: { ...owed, title: '转出的咨询对方没有接收', body: '原因写在过程里。这条咨询仍由您负责，请按期答复。', link: (id: string) => `/enquiries/${id}`, wechat: duty('对方没有接收，仍由您负责') },
  enquiryWithdrawn: { ...owed, title: '提问人撤回了咨询', body: '这条咨询不用再答复了。', link: (id: string) => `/enquiries/${id}` },
  guideProposed: { ...owed, title: '便民栏有一条待审核', body: '请看看有没有能认出个人的内容、说得准不准，再定生效日期。', link: () => '/guide' },
  guideReturned: { ...owed, title: '您写的便民栏要改一改', body: '审核的同事写明了原因，改好再提交。', link: (id: string) => (id === '' ? '/guide' : `/enquiries/${id}`) },
  ratingContacted: { ...days, title: '大厅就您的评价写信给您', body: '科室负责人看到了您的评价，想多了解一些情况。打开可以看信，也可以直接回复。', link: rated, wechat: answerNote('科室负责人写信给您') },
  ratingFound: { ...days, title: '您评价的事核实好了', body: '查到了什么、准备怎么改，都写在里面。不认可可以提出异议。', link: rated, wechat: answerNote('核实结果出来了') },
  ratingAnswered: { ...days, title: '您评价的事有了答复', body: '请看看改得怎么样，说一句满意还是不满意。', link: rated, wechat: answerNote('已经答复，请您说一句满不满意') },
  ratingReconsidered: { ...days, title: '核实结果复议过了', body: '另一位同事重新看过，结果写在里面。', link: rated, wechat: answerNote('复议有了结果') },
  ratingClosed: { ...day, title: '您评价的事办结了', body: '谢谢您帮我们改进。评价原样保留，照常计入统计。', link: rated },
  ratingForOwner: { ...owed, title: '一件差评等您办理', body: (facts: Facts) => facts.why ?? '打开看看现在要做什么。', link: ratingCase, wechat: duty('有一件差评等您办理') },
  ratingForJudge: { ...owed, title: '一件差评的认定要您复核', body: (facts: Facts) => facts.why ?? '请您复核，不能由提出的人自己认定。', link: ratingCase, wechat: duty('差评认定要您复核') },
  ratingQuestion: { ...owed, title: '有一个问题请您说明', body: '是关于您窗口服务的，请照实写几句，不影响您今天的工作。', link: () => '/rating-questions' },
  activityPlaceGiven: {
    ...days, title: '候补成功，有您的位置了', body: (facts: Facts) => `${facts.matter ?? '您候补的活动'}空出了名额，已经留给您。来不了请点开取消，让给后面的人。`, link: activity, wechat: visitNote('候补成功，来不了请取消'),
    sms: (facts: Facts) => `${SIGNATURE}您候补的活动有位置了${facts.time ? `，${facts.time} 开始` : ''}。来不了请在小程序“大厅活动”里取消。`,
  },
  activityMoved: {
    ...days, title: '活动的时间或地点变了', body: (facts: Facts) => `${facts.matter ?? '您报名的活动'}改到${facts.time ? ` ${facts.time}` : '新的时间'}${facts.place ? `，${facts.place}` : ''}。来不了可以取消报名。`, link: activity, wechat: visitNote('时间或地点有变，请看新的安排'),
    sms: () => `${SIGNATURE}您报名的活动时间或地点有变动，新的安排请看小程序“大厅活动”。`, smsOnceADay: true,
  },
  activityCalledOff: {
    ...days, title: '活动取消了', body: (facts: Facts) => `很抱歉，${facts.matter ?? '您报名的活动'}取消了，原因写在活动里。`, link: activity, wechat: visitNote('活动取消了，请不要白跑'),
    sms: (facts: Facts) => `${SIGNATURE}很抱歉，您报名的${facts.time ? ` ${facts.time} 的` : ''}活动取消了，请不要白跑。`,
  },
  activityNear: { ...day, title: '活动快开始了', body: (facts: Facts) => `${facts.matter ?? '您报名的活动'}${facts.time ? ` ${facts.time} 开始` : '就要开始了'}${facts.place ? `，在${facts.place}` : ''}。到了扫现场的码签到。`, link: activity, wechat: visitNote('快开始了，到场扫码签到') },
  activityRate: { ...days, title: '这次活动怎么样？', body: '请您打个分，只用来把下次办得更好，不会显示是谁评的。', link: (id: string) => `/activity/rate/index?id=${id}` },
  rightsContacted: { ...days, title: '维权有进展', body: '工作人员已经和您联系过，接下来怎么办写在里面。', link: rights },
  rightsResolved: { ...days, title: '您的维权有答复了', body: '请看看结果。满意就确认办结，不满意可以要求重办。', link: rights, wechat: answerNote('有答复了，请看看满不满意'), sms: () => `${SIGNATURE}您反映的事有答复了，请打开小程序“维权求助”查看；不满意可以要求重办。` },
  relaySent: { ...owed, title: '有一条信息传达请签收', body: '请打开看完，点“我已知晓”。到期没有签收会逐级报告。', link: (id: string) => `/relays/${id}`, wechat: duty('请打开看完，点我已知晓') },
  relayReminded: { ...owed, title: '信息传达催您签收', body: '有一条信息传达您还没有签收。请打开看完，点“我已知晓”。', link: (id: string) => `/relays/${id}`, wechat: duty('还没签收，请打开点我已知晓') },
  rightsAssigned: { ...owed, title: '一件维权交到您手上', body: '请在 1 个工作日内联系本人。内容只有您、科室负责人和局领导能看。', link: (id: string) => `/rights/${id}`, wechat: duty('请在 1 个工作日内联系本人') },
  rightsReopened: { ...owed, title: '维权要重新办', body: '本人还不满意，原因写在里面，请再联系并重新办理。', link: (id: string) => `/rights/${id}`, wechat: duty('本人还不满意，请重新办理') },
  disputeRaised: { ...owed, title: '有居民对记录的办理时间有异议', body: '请您看一看记录的时间，作出答复。当时经办的人不能自己答复。', link: (id: string) => `/commitments?tab=disputes&dispute=${id}`, wechat: duty('居民对办理时间有异议，请答复') },
  disputeAnswered: { ...days, title: '您提的时间异议有答复了', body: '结论和说明都写在号票页上。异议已经记在公开的账本里，谁也删不掉。', link: ticket, wechat: answerNote('时间异议有答复了') },
  commitmentsBroken: { ...owed, title: '有承诺没有兑现', body: (facts: Facts) => `${facts.why ?? '科室里有没有达标的办件'}。打开看看是哪几件、为什么，该改的当天改。`, link: () => '/commitments', wechat: duty('有承诺没有兑现，请查看原因') },
  exclusionProposed: { ...owed, title: '有一次剔除等第二个人决定', body: '同事提出把一次未达标的记录剔除，写明了原因。请您核实后同意或不同意，两个人都会记在公开的账本里。', link: () => '/commitments', wechat: duty('一次剔除等您决定') },
  disputeTellAtDesk: { ...owed, title: '您代记的时间异议有答复了', body: '提异议的人没有账号，收不到消息。请在“代记异议”里看答复，打电话或当面告诉本人。', link: () => '/desk-disputes' },
  appealRaised: { ...owed, title: '有同事对考核表提出申诉', body: '请您看看写明的几件事是不是那样，作出决定。本人和定办法的人不能自己决定。', link: () => '/assessment/appeals', wechat: duty('有考核申诉等您决定') },
  appealDecided: { ...owed, title: '您的考核申诉有结果了', body: '结论和理由写在考核表下面。申诉成立的，更正后的考核表附在原表后面。', link: () => '/assessment/mine', wechat: duty('考核申诉有结果了') },
  starOpened: {
    for: 'resident', urgency: 'normal', staleAfter: 3 * DAY_LENGTH, title: '服务标兵开始投票', body: (facts: Facts) => `${facts.title ?? '服务标兵评选'}，${facts.time ? `${facts.time} 开始投票` : '开始投票了'}。那个月来办过事的本人，每人一票，投给谁没有人知道。`, link: starRound,
    wechat: { template: 'star', say: (facts) => ({ title: facts.title, note: '那个月办过事的，每人一票', time: facts.time }) },
  },
  starWon: { ...owed, title: '您被评为服务标兵', body: '公示期满，结果已经写进公开的账本。谢谢您把群众的事放在心上。', link: () => '/account' },
  invited: { ...day, title: '请给这次服务打个分', body: '您的评价只用来改进服务，窗口人员看不到是谁评的。', link: rated },
  suggestionReceived: { ...day, title: '您的意见收到了', body: '1 个工作日内会有人看，由谁来办、办到哪一步，随时可以在这里看到。', link: suggestion },
  suggestionAccepted: { ...days, title: '您的意见已受理', body: '已经确定由大厅来办，承办人接手后会先公布整改方案。', link: suggestion, wechat: answerNote('已受理，会先公布整改方案') },
  suggestionRedirected: { ...days, title: '您的意见要由别的部门办', body: '这件事不归大厅管，归哪里管、怎么去，都写在里面。', link: suggestion, wechat: answerNote('归别的部门办，去处写在里面') },
  suggestionDeclined: { ...days, title: '您的意见没有受理', body: '原因写在里面。不认可的话，可以请今天的带班领导再看一看。', link: suggestion, wechat: answerNote('没有受理，原因写在里面') },
  suggestionMerged: { ...day, title: '有人提过同样的意见', body: '已合在一起办，您的一票也算在里面，进展打开就能看到。', link: suggestion },
  suggestionPlanPublished: { ...days, title: '整改方案公布了', body: '做什么、谁负责、哪天完成、怎样才算做到，都写在里面。', link: suggestion, wechat: answerNote('整改方案已公布，请打开查看') },
  suggestionReplied: { ...days, title: '您的意见有答复了', body: '请打开看一看。满意请点“认可”，不满意可以要求重新办理。', link: suggestion, wechat: answerNote('已经答复，请您看看满不满意') },
  suggestionCorrected: { ...days, title: '答复有更正', body: '之前的答复有不准确的地方，更正写在下面，请以更正为准。', link: suggestion, wechat: answerNote('答复有更正，请打开查看') },
  suggestionClosed: { ...day, title: '您的意见办结了', body: '谢谢您帮我们改进。办理的全过程都留在里面。', link: suggestion },
  supportedPlanned: { ...days, title: '您点了“我也是”的意见有方案了', body: '做什么、谁负责、哪天完成，打开就能看到。', link: suggestionRead, wechat: answerNote('您也支持的意见，整改方案公布了') },
  supportedReplied: { ...days, title: '您点了“我也是”的意见有答复了', body: '大厅怎么答复、准备怎么改，打开就能看到。', link: suggestionRead, wechat: answerNote('您也支持的意见，有答复了') },
  supportedCorrected: { ...day, title: '您点了“我也是”的意见，答复有更正', body: '之前的答复有不准确的地方，请以更正为准。', link: suggestionRead },
  supportedReopened: { ...day, title: '您点了“我也是”的意见要重新办', body: '还没有办到位，大厅会拿出新的方案，到时再告诉您。', link: suggestionRead },
  supportedClosed: { ...day, title: '您点了“我也是”的意见办结了', body: '谢谢您一起提。办理的全过程都留在里面。', link: suggestionRead },
  appraisalInvited: { ...days, title: '请您匿名评一评', body: '您最近来大厅办过事，抽签抽到您来评一评办事的科室。谁也看不到是谁评的，点几下就好。', link: appraisalAnswer, wechat: answerNote('抽签抽到您，请匿名评一评，点几下就好') },
  appraisalTold: { ...day, title: '您被请去评的科室，有结果了', body: '评得怎么样、科室准备怎么改，打开就能看到。', link: appraisalResult },
  appraisalCounted: { ...owed, title: '科室评议出结果了，请公布整改', body: '请在期限内写明科室怎么改。到期没有公布，大家都看得到。', link: (id: string) => `/appraisals/${id}`, wechat: duty('评议有结果，请按期公布整改') },
  suggestionAssigned: { ...owed, title: '一条意见分给您办', body: '请在 1 个工作日内接手；不归您管请写明原因退回，不要放着。', link: suggestionDesk, wechat: duty('有一条意见分给您办') },
  suggestionHandedBack: { ...owed, title: '分出去的意见退回来了', body: '原因写在过程里，请重新分派。', link: suggestionDesk, wechat: duty('意见被退回，请重新分派') },
  suggestionPlanProposed: { ...owed, title: '整改方案等您批准', body: '批准后就向提出人和大家公布，写明的日子就是承诺。', link: suggestionDesk, wechat: duty('整改方案等您批准') },
  suggestionPlanReturned: { ...owed, title: '整改方案退回修改', body: '退回的原因写在方案上，改好再提交。', link: suggestionDesk, wechat: duty('整改方案退回，请修改') },
  suggestionReopened: { ...owed, title: '意见要重新办理', body: '提出人不满意，或者整改没有达到目标。请拿出新的方案。', link: suggestionDesk, wechat: duty('意见要重新办理，请看原因') },
} as const satisfies Record<string, MessageWords>;

export type MessageKind = keyof typeof WORDS;

/** @returns undefined for a kind that an older release knew and this one does not */
export const wordsOf = (kind: string): MessageWords | undefined => (Object.hasOwn(WORDS, kind) ? WORDS[kind as MessageKind] : undefined);
