/** Words of the sunshine board 阳光承诺: what the hall promises, what came of it, and how anybody can check. */
export const copy = {
  period: (month: string) => `${Number(month.slice(5))} 月`, rolling: '近 90 天', dayShort: (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, monthShort: (month: string) => `${Number(month.slice(5))}月`,
  board: {
    title: '我们的承诺，自己算给您看', intro: '每条承诺做到多少，由办事程序自己记、每天夜里自己算，谁也不能手填。',
    part: '看哪一部分', parts: { hall: '大厅', department: '科室', person: '个人', now: '超期' }, none: '还没有公布承诺', noneDetail: '公布以后，每天夜里算一次做到了多少。', noneHere: '这里还没有公布承诺。',
    from: (day: string) => `${day} 起算，过一天就有数`, over: (day: string) => `已停用，执行到 ${day}。以前的数还留着`, counts: (judged: number, broken: number) => (judged === 0 ? '还没有到时限的事' : `算了 ${judged} 件，${broken === 0 ? '件件达标' : `${broken} 件未达标`}`), excluded: (count: number, share: string) => `剔除 ${count} 件，占 ${share}`,
    more: (left: number) => `还有 ${left} 条`, asOf: (day: string) => `截至 ${day} 夜里封账`,
    ledger: '阳光账本', ledgerDetail: '每个数怎么来的，谁都能查、能核对', ratings: '群众怎么评我们', ratingsDetail: '好评率、差评回复率，每月公布', stars: '服务标兵', starsDetail: '每月由来办过事的人投票选出',
    appraisals: '科室评议', appraisalsDetail: '抽签请办过事的人，匿名评科室', flags: '红旗窗口', flagsDetail: '每月按事先公布的办法算出来', flagsOf: (month: string, windows: string) => `${month}：${windows}`,
    overdue: (late: number, open: number) => `现在有 ${open} 件正在办，${late === 0 ? '没有超期的' : `其中 ${late} 件超期了`}`, overdueOf: (late: number, open: number) => `${open} 件在办，${late} 件超期`, overdueNote: '超期的不用谁来报，时间一过自己就记在这里，也报给上级。',
  },
  one: {
    holder: '谁承诺的', measure: '怎么计时', basis: '依据', inForce: '执行', from: (from: string, to: string | null) => (to === null ? `${from} 起` : `${from} 至 ${to}`), neverHeld: '公布以后没有执行就停用了', withdrawn: '这条承诺已经停用，以前的数还留着。', notYet: '还没有公布过数。承诺从起算日开始，每天夜里封账后公布。',
    part: '看哪一部分', parts: { now: '数据', trend: '走势', how: '怎么算', check: '核对' }, toCheck: '核对这个数', how: (title: string, words: string) => `【${title}】${words}`,
    rate: '兑现率', met: '达标', broken: '未达标', ended: '居民中止', excluded: '剔除', metDetail: '按时做完', brokenDetail: '超时，或到时没做完', endedDetail: '时限没到，居民先走了或撤回了', excludedDetail: '不可控的原因，两个人先后同意，不算进兑现率', items: (count: number) => `${count} 件`, itemsOf: (count: number, share: string) => `${count} 件（${share}）`,
    paused: '停过表', pausedDetail: '办到一半先放一放，等材料或等人，这段时间不算', disputed: '有异议', disputedDetail: (upheld: number) => `办事人说记下的时间不对${upheld > 0 ? `，查实 ${upheld} 件` : ''}`, brokenWhy: '未达标的，每一件为什么', brokenMore: (shown: number) => `只列最近 ${shown} 件，其余的在账本里。`,
    spread: '用了多久', trend: '每月的兑现率', earlier: '改之前是这样承诺的', rollingRate: '近 90 天', judged: (count: number) => `${count} 件`, fewShort: '不足 5 件', trendNone: '满一个月再看走势。',
    check: (period: string) => `核对 ${period}的数`, checkNone: '这个数还没有封进账本，明天再来核对。',
    checkFacts: (facts: number, subjects: number) => `它由 ${subjects} 件事的 ${facts} 条记录算出来`, checkLines: (from: number, to: number) => `这些记录在账本文件的第 ${from} 行到第 ${to} 行之间`, checkLine: (line: number) => `公布的数在第 ${line} 行`,
    checkSeal: '封住它的短码', checkHash: '这条记录的指纹', checkHow: '下载账本和核对程序，自己再算一遍。算出来的数、行号和这里一样，就是没有人动过。', toLedger: '去下载和核对',
  },
  ledger: {
    title: '一本谁也改不了的账', intro: '大厅每办一步，账本上就多一行：几点叫号、几点办结。后一行记着前一行的指纹，每天夜里全部封一次，封出一个短码。改动任何一行，短码就对不上。',
    noNames: '账上没有姓名、身份证号、电话，只有随机代号。', none: '账本今天夜里第一次封账，请明天再来。', seal: '最近一次封账', shortCode: '短码', code: '账本名', entries: '记录', entriesOf: (count: number) => `${count} 条`, waiting: (count: number) => `另有 ${count} 条等着入账`, key: '公钥',
    part: '看哪一部分', parts: { check: '怎么查', engineer: '技术' },
    steps: [['看短码', '大厅屏的下方每天都有，叫号小票上也有。您记下的短码，永远能在账本里找到。'], ['下载账本和核对程序', '两个文件放在同一个文件夹里。'], ['在电脑上运行', '装有 Node 18 以上的电脑，不用联网，不用装别的。几秒钟算完，哪一行被动过，它会说出来。']] as readonly (readonly [string, string])[],
    command: (day: string, code: string) => `node verify-ledger.mjs ledger-${day}.jsonl --code ${code}`, download: '下载账本', verifier: '下载核对程序', copyLink: '复制账本的下载地址', copyVerifier: '复制核对程序的下载地址', copied: '已复制，请到电脑的浏览器里打开', leaf: '翻看记录',
    about: '账上都写了什么', aboutDetail: '不懂电脑也能看明白', leafDetail: '一条一条看，点开是原文',
    askSomebody: '自己不会用电脑？请家里年轻人帮着跑一遍；也可以拿着小票上的短码，请窗口当面对给您看。',
    engineer: [
      '一行一条，规范 JSON（RFC 8785，只有整数）。prev 是上一行的 SHA-256，seq 从 1 起不断号。', '每天零点后对全部记录建 Merkle 树（RFC 9162 的形状），根用 Ed25519 签名，作为一条 checkpoint 写回账本。短码是根的前 60 位。',
      '第一行是签过名的说明：记录总数和最后一行的指纹，截掉尾巴会被发现。', '号票每天从 1 编起不断号，每天写一条总数；少记一个人，总数就对不上。', '事实在提交之后入账，公布的每个兑现数据都由它前面的事实重算。好评率来自直方图，只能核对加总。', '拿着签名钥匙的人能从头另写一本账，但改不了您手里的短码和别人已经下载的文件。所以请记下短码，请多下载几份。',
    ],
  },
  about: {
    title: '账上都写了什么', intro: '不懂电脑也能看明白。愿意自己动手核对的，回上一页下载账本和核对程序。',
    parts: [
      { title: '一行就是一件事', lines: ['比如：“某月某日 9 点 5 分，3 号窗口叫了一个号”。您的名字不在上面，只有一个随机的代号，下次来又换一个。', '每一行都带着上一行的“指纹”。改了哪一行，从那一行往后的指纹就全都对不上。'] },
      { title: '写了哪些事', lines: [
        ['办事', '几点取号、叫号、办结，哪个窗口，材料齐不齐。预填、意见、咨询、维权只写到哪一天。'], ['号票', '每天发到几号、办了几个、没办成几个。号不断开，少记一个人就看得出来。'],
        ['承诺和数据', '什么时候公布的承诺、怎么算，每天公布的兑现数据，剔除了哪几件、哪两个人同意的。'], ['时间异议', '谁对记下的时间有异议（只有代号），大厅怎么答复的，都删不掉。'],
        ['评价', '每月各档评价的合计，不写哪一天、哪个人评的。'], ['标兵、红旗、评议', '办法在开始之前就写进账本，投票、结果写在后面，谁都能再算一遍。'],
      ] },
      { title: '每天夜里封一次', lines: ['夜里把当天以前所有的行合成一个总指纹，签上名，再缩成一串短码。大厅屏和叫号小票上都印着。', '您只要记下一个短码，它前面的全部记录就都被您“按住”了：以后谁改了其中一行，拿这个短码一对就知道。'] },
      { title: '不上网、没有智能手机怎么查', lines: ['拿着小票到窗口，请工作人员调出您那次的记录，当面对时间。', '觉得记的时间不对，可以当场提异议，由没有经办的人来查，结果给您答复。'] },
      { title: '它管不了什么', lines: ['它能让人事后改不了账，管不了当时就记错。所以每次办完，请看一眼记下的时间，不对就提异议。', '管钥匙的人可以从头另写一本，但改不了您手里的短码和别人下载的文件。记的人越多，越改不了。'] },
    ] as readonly { title: string; lines: readonly (string | readonly [string, string])[] }[],
  },
  flags: {
    title: '红旗窗口', intro: '每个月，程序按事先公布的办法，从账本里的办事记录把每个窗口算一遍，最好的得红旗。谁也不能评、不能改。',
    month: '看哪个月', none: '还没有算过', noneDetail: '办法要在月份开始之前公布，月底最后一天的夜里算一次。', coming: '这个月的办法已经公布，月底最后一天的夜里算出结果。', nobody: '这个月没有窗口达到最少办件数，不评红旗。',
    flagged: (month: string) => `${month}的红旗窗口`, score: (score: string) => `${score} 分`, out: '办件太少，不参加', served: (count: number, lost: number) => `办结 ${count} 件${lost > 0 ? `，叫到没办成 ${lost} 件` : ''}`, five: (within: number, ready: number) => `材料备齐的 ${ready} 件，5 分钟办结 ${within} 件`, pace: (step: string) => `多数人的用时：${step}（时限 5 分钟）`,
    all: '全部窗口', howNow: '现在用的办法', least: (count: number) => `当月办结不到 ${count} 件的窗口不参加`, places: (count: number) => `取前 ${count} 名`, check: '用账本核对这个结果',
  },
  entries: { kind: '只看', all: '全部', figure: '兑现数据', fact: '办事记录', totals: '号票总数', checkpoint: '封账', more: '再看以前的', line: (seq: number, day: string) => `第 ${seq} 条 · ${day}`, none: '没有这类记录。', figureOf: (period: string, met: number, broken: number, excluded: number) => `${period}：达标 ${met}，未达标 ${broken}，剔除 ${excluded}`, totalsOf: (day: string, count: number) => `${day} 发了 ${count} 个号`, sealOf: (day: string, size: number) => `${day}，封住前 ${size} 条`, promised: (wording: string, from: string) => `${wording}，${from} 起`, whole: '看原文', foldRaw: '收起原文', hash: '指纹' },
} as const;
