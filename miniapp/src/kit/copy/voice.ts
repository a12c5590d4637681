/** Words of the suggestions: saying something, by name or without one, and following what becomes of it. */
export const copy = {
  door: {
    title: '有话跟我们说', suggest: '提意见', suggestDetail: '哪里不好、怎么改，写给大厅', enquire: '问一问', enquireDetail: '政策、手续不明白，找人问',
    mine: '我的意见', mineDetail: '看办到哪一步了', list: '大家的意见', listDetail: '别人提了什么，办得怎么样', track: '凭查询码看进度', trackDetail: '匿名提的，或者投进意见箱的',
  },
  list: {
    search: '查找意见', searchExample: '例如：老花镜、停车', go: '查找', topic: '类别', everyTopic: '全部类别', stage: '办到哪一步',
    stages: { all: '全部', open: '正在办', answered: '已答复', closed: '已办结' },
    empty: '还没有公开的意见', emptyDetail: '公开的意见和办理过程都会放在这里。', none: '没有找到', noneDetail: '换几个字再查，或者自己提一条。',
    notAmongNewer: '近来的意见里没有', notAmongNewerDetail: '可以接着往前找，也可以多写几个字再查。', further: '接着往前找',
    more: '看更多', write: '我也要提意见', received: (day: string) => `${day} 收到`, alike: (people: number) => `${people} 人也这样说`,
  },
  read: {
    alike: (people: number) => (people === 0 ? '还没有别人点“我也是”' : `${people} 人点了“我也是”`), said: (people: number) => `您已点“我也是”，共 ${people} 人`,
    me: '我也是', back: '收回“我也是”', joined: '已合并办理，看那一条', merged: (count: number) => `有 ${count} 条同样的意见合在这里一起办`,
  },
  write: {
    lead: '一件事写一条，写清时间、地点和希望怎么改，办得更快。',
    who: '怎么提', named: '用我的账号', namedDetail: '有进展会通知您。公开时不显示您是谁', anonymous: '匿名', anonymousDetail: '不登录、不留账号，凭查询码看进度',
    topic: '关于什么', text: '想说的事', textExample: '例如：11 月 20 日上午，填表台只有一副老花镜，好几位老人在等。希望多放几副。',
    pictures: '照片', picturesHint: (most: number) => `最多 ${most} 张。请不要拍到别人的脸和证件。`, addPicture: '加照片', morePictures: '再加几张', left: (count: number) => `还可以加 ${count} 张`,
    seen: '能不能公开', open: '可以公开', openDetail: '隐去个人信息后，大家都能看到办理过程', closed: '不公开', closedDetail: '只给大厅的工作人员看',
    saved: (time: string) => `已存在这台手机上 ${time}`, notKept: '手机存不下，请写完就提交', next: '下一步', previous: '上一步', look: '下一步：看看有没有人提过',
    clear: '不写了，清空', clearAsk: '要清空写好的内容吗？', clearYes: '清空', missing: { who: '请选用账号还是匿名。', seen: '请选能不能公开。', pictures: '还有照片没有传好，请等一等，或者去掉它。' },
    switchAsk: '换一种方式提交？', toAnonymous: '传好的照片是用您的账号传的，要从账号里去掉；匿名提交要重新选照片。系统里会留有这个账号今天传过、又删了照片的记录，但没有照片内容。', toNamed: '匿名传的照片不能记到账号下，要重新选照片。', switchYes: '去掉照片，换过去',
    sending: (percent: number) => `上传 ${percent}%`, waiting: '等着上传', failed: '没有传上', whoFirst: '先在上面选好怎么提，再加照片。', again: '重传', drop: '去掉', picture: (at: number) => `第 ${at} 张`, kept: '已上传', expired: (count: number) => `有 ${count} 张照片放得太久，已经失效，请重新加。`,
    signIn: '去登录', signInFirst: '用账号提交要先登录。您写的内容会留着。',
  },
  /** What being anonymous protects, and what it does not; said before anything is written. */
  nameless: {
    title: '匿名能做到什么，做不到什么',
    can: '大厅不记您的账号、姓名和手机号，时间只记到哪一天，工作人员查不到是谁提的。',
    wechat: '文字会交给微信检查一次，微信知道是谁发的；大厅检查完不保存。',
    reviewed: '照片和从网页提交的内容，都要工作人员看过才会公开；照片不公开。',
    style: '写到的事情、说话的口气、照片里的东西，可能让人猜到是您。请不要写姓名和电话。',
    network: '管网络的人能看出这台手机今天连过大厅的系统。',
    code: '查询码只存在这台手机上。丢了，谁也找不回来。',
  },
  similar: {
    title: '先看看有没有人提过', looking: '正在查找同样的意见', found: (count: number) => `找到 ${count} 条相近的`, foundDetail: '如果说的是同一件事，点“我也是”就行，会合在一起催办。', foundNameless: '如果说的是同一件事，也可以不提了。点“我也是”要用账号，匿名时不提供。',
    none: '没有找到相近的意见', noneDetail: '核对一下，就可以提交了。', unreachable: '这会儿没有查到有没有相近的意见，不影响提交。',
    detail: '看办理过程', me: '我也是', said: (people: number) => `已记下，共 ${people} 人`, enough: '这就够了，不用再提交', enoughAsk: '不再提交自己写的？', enoughDetail: '您写的内容会从手机上清空，办理过程看那一条就行。', enoughYes: '不提交了',
    check: '要提交的内容', who: '提交方式', topic: '类别', seen: '公开', pictures: '照片', count: (count: number) => `${count} 张`, text: '内容', edit: '修改', submit: '提交', submitOther: '不是同一件事，提交我的', submitAlso: '还是要提交我写的',
    nothing: '还没有写内容', nothingDetail: '请先写下想说的事。', write: '去写', noRandom: '这台手机的微信版本太旧，不能匿名提交。请升级微信，或者用账号提交。', notKept: '这台手机存不下查询码，不能匿名提交。请清理一点空间再试。', picturesGone: '照片放得太久，已经失效。请回上一页重新加照片再提交。',
    wechat: '提交时，文字会交给微信检查。',
  },
  code: {
    done: '意见已经交到大厅', title: '您的查询码', keep: '请抄下来，或者截屏、拍照保存。看进度、说满不满意都要用它。', lost: '丢了谁也找不回来，大厅也没有。',
    copy: '复制查询码', copied: '已复制', onPhone: '查询码也存在这台手机上，拿到这台手机的人能看到。', look: '看进度', forget: '从这台手机上删掉', forgetAsk: '要从这台手机上删掉查询码吗？', forgetDetail: '意见还在办理。以后要看进度，得自己输入查询码。', forgetYes: '我记好了，删掉',
    gone: '这台手机上没有这个查询码', goneDetail: '如果您抄下来了，可以输入查询码看进度。', type: '输入查询码',
  },
  edits: {
    title: '您后来改过的话还在这里', detail: '上一次其实已经送到，大厅收到的是改动以前的文字。改过的没有送出，只存在这台手机上。', anew: '用改过的另提一条', drop: '不用了', busy: '您还有一条没写完，请先提交或清空那一条。',
  },
  mine: {
    nameless: '匿名提的（存在这台手机上）', namelessDetail: (day: string) => `${day} 提交`, unsure: (day: string) => `${day}，还没有确认送到`, named: '用账号提的', yourTurn: '等您回应', overdue: '已超期', empty: '还没有提过意见', emptyDetail: '哪里不好、怎么改，都可以写给大厅。', write: '提意见', changed: (day: string) => `${day} 有进展`, received: (day: string) => `${day} 收到`,
    draft: '还有一条没写完', draftDetail: '点开接着写', signIn: '登录后能看到用账号提的意见。',
  },
  track: {
    title: '凭查询码看进度', hint: '16 位字母和数字，大小写都行', label: '查询码', open: '查看', kept: '这台手机上存着的', other: '换一个查询码', again: '再看一次查询码', unsure: '这条意见可能没有送到大厅。请回“提意见”再提交一次；如果已经放弃，可以把查询码删掉。',
  },
  one: {
    late: '这一步已经超期', lateDetail: '系统会自动提醒，并逐级报给负责人。', timeline: '办理过程', owed: { triage: '确定由谁来办', accept: '承办人接手' }, earlier: (count: number) => `看全部 ${count} 步`, dueBy: (day: string) => `${day}前`, dueUnknown: '期限等放假安排公布后算出', lateBy: (days: number) => (days > 0 ? `已超期 ${days} 个工作日` : '已超期'),
    answer: '大厅的答复', correction: '更正', noPlan: (reason: string) => `不用整改的原因：${reason}`, by: (name: string, day: string) => `${name} · ${day}`,
    plan: '整改方案', planOf: (round: number) => `第 ${round} 次整改方案`, promise: (owner: string, day: string) => `${owner}负责，${day}前完成。`, target: (metric: string, target: string) => `看的是：${metric}，要做到${target}。`, watch: (days: number) => `做完以后再观察 ${days} 天，做到了才算数。`,
    carriedOut: (day: string) => `${day} 已经做完。`, until: (day: string) => `观察到 ${day}。`, measured: (words: string, day: string) => `结果：${words}（${day}）`,
    round: (round: number) => `（第 ${round} 轮）`, earlierRounds: (count: number) => `看前面 ${count} 轮的方案和答复`,
    mine: '我提的意见', asShown: '大家看到的文字', hidden: '从公开页撤下的原因', pictures: '照片', picture: (at: number) => `第 ${at} 张照片`, picturesKept: (count: number) => `附了 ${count} 张照片。匿名的照片只有工作人员能看，这里不再显示。`,
    seen: { public: '已公开', waiting: '您同意公开，等大厅核对后放出', closed: '不公开', hidden: '已从公开页撤下' }, about: (topic: string, day: string, number: string) => `${topic} · ${day} 收到\n编号 ${number}`, owner: (name: string) => `承办人：${name}`,
    joined: '合并到的那一条', closing: '说明', close: '点一下关闭',
    confirm: '认可', confirmAsk: '认可这次答复？', confirmDetail: '认可后就不能再要求重新办理了。', confirmWithPlan: '整改还会继续观察，达到目标才算办结。', reopen: '不满意，要求重新办理', reopenAsk: '哪里不满意？', reopenLabel: '没有解决的地方', reopenExample: '例如：老花镜添了，可是没有 300 度的', reopenYes: '重新办理', reopenNeeded: '请写几个字，说说哪里没有解决。',
    withdraw: '撤回这条意见', withdrawAsk: '要撤回这条意见吗？', withdrawDetail: '撤回后大厅不再办理，公开的内容也会撤下。', withdrawYes: '撤回', stale: '这条意见刚刚有了新进展，已经为您刷新，请看过再选。',
  },
} as const;
