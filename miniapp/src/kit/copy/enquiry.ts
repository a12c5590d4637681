/** Words of the enquiry desk: whom to ask, asking, the answer, and what others have asked before. */
export const copy = {
  contacts: {
    title: '问一问', lead: '不用知道归谁管。最先接收您问题的人负责到底，一般 1 个工作日内答复。',
    guide: '先查便民栏', guideDetail: '大家常问的，现成的答案', mine: '我的咨询', mineDetail: '问过的和答复',
    leader: '今天的带班领导', inNameOf: (name: string) => `代${name}带班`, askLeader: '有麻烦找局长', nobody: '今天没有安排带班领导。急事请打大厅电话。',
    sections: '各科室', others: '其他常用电话', call: '打电话', ask: '提问', inNameOfShort: (name: string) => `（代${name}）`, headOf: '负责人',
    closed: '现在不在上班时间，电话可能没人接。在这里留下问题，上班后就答复。', askNow: '写下我的问题',
  },
  ask: {
    to: '问谁', leader: '今天的带班领导', leaderName: (name: string) => `${name}，有麻烦找局长`, leaderAny: '有麻烦找局长', sectionPerson: (name: string) => `负责人 ${name}`,
    text: '想问什么', example: '例如：我在外地交过八年养老保险，现在回来了，能不能转过来一起算？', hint: '一条问一件事。写清楚情况，就能一次答清楚。不用写身份证号。',
    matches: '便民栏里有相近的，先看看是不是您要问的', pictures: '照片', picturesHint: (most: number) => `最多 ${most} 张，例如看不懂的通知、单子。`, add: '加照片', guidance: '把字拍清楚就行。', picture: (at: number) => `第 ${at} 张`, drop: '去掉', kept: '已上传',
    expired: '之前加的照片放得太久，已经失效，请重新加。', send: '送出问题', saved: (time: string) => `已存在这台手机上 ${time}`, notKept: '手机存不下，请写完就送出', signInFirst: '登录以后才能收到答复。您写的内容会留着。', signIn: '去登录', chooseTo: '请选一个；不知道选哪个，就问带班领导。',
  },
  mine: { empty: '您还没有问过', emptyDetail: '政策、手续不明白，随时可以问。', ask: '问一问', with: (name: string) => `由 ${name} 负责`, nobody: '等待接收', due: (moment: string) => `${moment} 前答复`, late: '已超期', yourTurn: '有答复，请看', at: (moment: string) => `${moment} 提问`, more: '看更早的' },
  one: {
    with: '由谁负责', acting: (name: string) => `${name}代办`, nobody: '还没有人接收', due: '最晚答复', late: '这条已经超期', lateDetail: '已自动报告上级，责任人不变，请再等一等。', offered: (to: string) => `已请${to}接办，对方接收之前仍由原来的人负责。`,
    number: '编号', to: '问的是', asked: '您问', askedAgain: '您又问', waiting: '等待答复', answered: '答复', corrected: '补充更正', by: (name: string) => `${name}`, inNameOf: (name: string) => `代${name}答复`,
    helpful: '有帮助', again: '还想问', againHint: '说说哪里还不清楚，仍由原来的人答复。', againExample: '例如：那代办要带什么？', againSend: '送出', againCancel: '先不问', call: '打大厅电话',
    withdraw: '不用问了，撤回', withdrawAsk: '要撤回这条咨询吗？', withdrawDetail: '撤回后不再答复。以后还可以重新问。', withdrawYes: '撤回', process: '过程', pictures: '您的照片', picture: (at: number) => `第 ${at} 张照片`, close: '关闭', you: '您', extension: '延期',
    toWhom: (to: string) => `请 ${to} 接办`,
  },
  guide: {
    search: '查找', example: '例如：社保卡、补缴、文号', all: '全部类别', allKinds: '全部内容', go: '查找', empty: '没有找到', emptyDetail: '换几个字再查，或者直接问我们。', ask: '没找到，问一问', heading: '大家常问', more: '看更多', found: (count: number) => `找到 ${count} 条`,
  },
  entry: { source: (source: string) => `出处：${source}`, call: (phone: string) => `打电话 ${phone}`, from: (day: string) => `${day}起有效`, until: (day: string) => `有效到${day}`, version: (number: number) => `第 ${number} 版`, earlier: '以前的版本', period: (from: string, to: string) => `${from} 至 ${to}`, ask: '没说清楚，问一问' },
} as const;
