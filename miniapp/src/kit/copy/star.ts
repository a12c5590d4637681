/** Words of the service star: the rounds, one vote, the receipt and what it proves. */
export const copy = {
  list: { empty: '还没有评选', emptyDetail: '每个月由办过事的人投票选出服务标兵，开始后会在这里。', receipts: '我的选票凭证', voted: '您已投票', winners: (names: string) => `标兵：${names}`, until: (when: string) => `投票到 ${when}`, from: (when: string) => `${when} 开始投票`, tellMe: '下次开始投票时告诉我', tellMeYes: '好的。下次开始投票，会在“我的消息”里告诉您一次。', tellMeNo: '没有打开提醒。开始投票时，这里也能看到。', none: '这一次没有产生标兵', over: '投票已经截止，正在计票' },
  vote: {
    title: (month: string) => `${month}服务标兵`, who: '谁来投', whoDetail: '当月在大厅办过事的本人，每人一票', opens: '开始投票', closes: '截止', tie: '票数相同', secret: '怎么保密', secretDetail: '谁投过票和投给谁分开存放，中间没有联系；截止前谁也看不到得票',
    candidates: '候选人', figures: (served: number, rate: string | null) => (rate === null ? `当月办结 ${served} 件` : `当月办结 ${served} 件，五分钟办结率 ${rate}`), honours: (count: number) => `曾 ${count} 次当选`, badge: (number: string) => `工号 ${number}`,
    votes: (count: number) => `${count} 票`, star: '服务标兵', struck: (why: string) => `异议成立，不再参评：${why}`, tooFew: '选票不足 5 张，不公布得票，也不产生标兵。', total: (count: number) => `共 ${count} 张选票`,
    choose: '请先点选一位候选人。', cast: (name: string) => `投给${name}`, castNone: '投票', ask: (name: string) => `投给${name}吗？`, askDetail: '每人一票，投出后不能更改。', yes: '投票', no: '再看看', signIn: '登录后投票', mayNot: '现在不能投票', voted: '您已投票，谢谢您', votedAnd: { receipt: '投给谁只有您自己知道。', nonce: '票已经收到，凭证还没有送到这部手机。', nothing: '每人一票。选票凭证在投票的那部手机上。' }, receiptAgain: '再取一次凭证', receipt: '看选票凭证',
    counted: '已经截止', countedDetail: '正在核对，结果马上公布。', shown: (until: string) => `结果公示到 ${until}，有疑问可以提出异议。`, shownOpen: '结果公示中，有疑问可以提出异议。',
    object: '对结果有异议', objectAbout: '关于谁', objectRound: '整个评选', objectWords: '写下您的疑问', objectHint: '写清楚是什么事、什么时间。只有负责核实的人能看到。', objectSend: '提出异议', objectShort: '请至少写 8 个字。', objectNever: '先不提', mine: '我提的异议', answer: (words: string) => `答复：${words}`,
    noRandom: '微信版本太旧，不能安全地投票，请更新微信后再来。', notKept: '手机存不下选票凭证，请清理一些空间再投。',
  },
  receipt: {
    none: '这部手机上没有凭证', noneDetail: '凭证只存在投票的那部手机上。', toRound: '看这次评选', thanks: '票已经投好了，谢谢您', thanksDetail: '截止、计票以后回到这里，就能核对您的票算进去没有。', forWhom: '投给', month: '评选', ballot: '选票编号', warning: '请自己保管', warningDetail: '谁看到这张凭证，谁就知道您投给了谁。不要截图给别人。',
    check: '核对我的选票', checking: '正在核对', counted: '已计入', countedDetail: (ballots: number) => `您的选票在全部 ${ballots} 张里，没有被改动。`, how: '怎么核对的', howLines: (steps: number) => [`手机用凭证上的编号和选择算出一个指纹`, `和大厅给出的 ${steps} 个相邻指纹逐层合起来`, '得到的总指纹，与阳光账本上公布的完全一样'], root: '总指纹',
    notYet: '还没有计票', notYetDetail: '投票截止、计票以后再来核对。', different: '对不上', differentDetail: '手机算出的结果与账本不一致。请截下这一页，到大厅服务台反映。', unknown: '大厅没有这张选票', unknownDetail: '请到大厅服务台反映，带上这部手机。', tooOld: '这部手机不能自己核对', tooOldDetail: '系统太旧，算不了指纹。可以换一部手机，或到大厅请人帮您核对。',
    forget: '从手机上删除凭证', forgetAsk: '要删除凭证吗？', forgetDetail: '删除后就不能再核对这张选票，选票本身不受影响。', forgetYes: '删除', forgetNo: '留着',
  },
} as const;
