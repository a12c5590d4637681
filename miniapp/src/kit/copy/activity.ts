/** Words of activities: what is on, one's own sign-up, coming, rating. */
export const copy = {
  list: {
    coming: '可以参加的', mine: '我报名的', past: '办过的', empty: '最近没有活动', emptyDetail: '有新的活动会在这里发布。', none: '现在没有可以报名的活动，过些日子再来看看。',
    free: (count: number) => `还有 ${count} 个名额`, full: (waiting: number) => (waiting > 0 ? `名额已满，候补 ${waiting} 人` : '名额已满，可以候补'), when: (day: string, from: string) => `${day} ${from}`,
    score: (average: string, n: number) => `${average} 分，${n} 人评价`,
  },
  one: {
    time: '时间', place: '地点', closes: '报名截止', places: '名额', placesLeft: (capacity: number, free: number) => `共 ${capacity} 个，还剩 ${free} 个`, placesFull: (capacity: number, waiting: number) => `共 ${capacity} 个，已满，候补 ${waiting} 人`,
    score: '大家评价', scoreWords: (average: string, n: number) => `${average} 分（满分 5 分，${n} 人评）`, scoreFew: (n: number) => `${n} 人评过，满 5 人后显示`,
    about: '活动介绍', name: '参加人姓名', nameHint: '现场按姓名签到', join: '我要报名', joinWaiting: '排队候补', waitingHint: '名额满了可以候补。有人不来，空位按顺序给，给到您会通知您。', signIn: '登录后报名',
    nameNeeded: '请写参加人的姓名。', signedUp: '已经报上名', signedUpDetail: (day: string, from: string) => `${day} ${from} 开始，提前一小时可以签到`, waiting: (ahead: number) => (ahead === 0 ? '候补第 1 位' : `候补中，前面还有 ${ahead} 位`), waitingDetail: '有了空位会通知您，不用一直看。',
    attended: '已签到', attendedDetail: '结束后请给活动打个分。', rated: '已评价，谢谢您', calledOff: '活动取消了', cancelledWhy: (reason: string) => `原因：${reason}`, reference: '报名号', qrHint: '扫不了码的，把这个给门口的工作人员看',
    attend: '我到了，签到', rate: '给活动打分', person: '参加人',
  },
  cancelling: { cancel: '不去了，取消报名', cancelAsk: '要取消报名吗？', cancelDetail: '位置会让给后面的人。', cancelYes: '取消报名', cancelNo: '我要去' },
  stopWaiting: { cancel: '不等了，退出候补', cancelAsk: '要退出候补吗？', cancelDetail: '退出后，有了空位也不再通知您。再想参加，要重新排队。', cancelYes: '退出候补', cancelNo: '接着等' },
  attend: {
    hint: '请扫现场屏幕上的码，或输入码下面的六位数字。', hintDigits: '请输入现场屏幕上、码下面的六位数字。', scan: '扫现场的码', digits: '六位数字', have: '已读到现场的码', submit: '签到', digitsNeeded: '请输入现场屏幕上的六位数字。', again: '改输六位数字', notDoor: '这不是活动的签到码，请扫现场屏幕上的码。', scanFailed: '没有读到，请再扫一次，或输入六位数字。',
    done: '签到好了', doneDetail: '祝您听得有收获。结束后请给活动打个分。', notSignedUp: '您还没有报名', notSignedUpDetail: '请找门口的工作人员登记，有空位就能参加。', waiting: '您还在候补', waitingDetail: '请问一下门口的工作人员，有空位就能进。', back: '看活动',
  },
  rate: { title: '这次活动怎么样？', choose: '请先选一个满意程度。', submit: '提交', privacy: '只记满意程度，不记是谁评的。', home: '回首页', closed: '现在不能评价', closedDetail: '到场签到过的人，活动结束后 15 天内可以评价一次。' },
} as const;
