/** Words of the visit: booking, the booking itself, checking in, the ticket. */
export const copy = {
  book: {
    matters: '办什么事？', mattersHint: '可以一次办几件，也可以替家人一起办。', more: '还要办别的事', matter: '事项', person: '给谁办', add: '加入', self: '我自己',
    minutes: (low: number, high: number) => (low === high ? `约 ${low} 分钟` : `约 ${low}–${high} 分钟`), ready: '材料已齐，可选快办时段', next: '选日期', choose: '请至少选一件事。',
    day: '哪天来？', free: (count: number) => `还有 ${count} 个`, full: '约满', closed: '休息', notOffered: '不能约', someDays: (days: string, note: string) => `${days}：${note}`, provisional: '暂定', now: (moment: string) => `现在约的是 ${moment}`, slot: '几点来？', express: '快办', expressHint: '材料已齐的走快办，几分钟就好', slotFree: (count: number) => `还有 ${count} 个位置`,
    morning: '上午', afternoon: '下午', none: '这天没有可约的时间，请换一天。', noDays: '最近没有可约的日期', reschedule: '改到哪天？', hold: '就约这个时间', change: '改到这个时间', mine: '看我的预约',
  },
  booking: {
    reference: '预约号', matters: '办理事项', bring: '请带好', address: '地点', phone: '联系电话', qrHint: '到厅后给工作人员或机器扫一扫',
    heldTitle: (left: string) => `位置为您留 ${left}`, heldDetail: '请在时间到之前确认，过时会让给别人。', heldOver: '留位时间已过', heldOverDetail: '请重新选择时间。', giveUp: '不要这个时间，重新选',
    contact: '联系电话', contactHint: '有变动时打这个电话通知您', contactOther: '要换别的号码再填，不换就空着', contactKnown: (phone: string) => `我们会通知 ${phone}`, confirm: '确认预约', again: '重新选时间', bookAgain: '再约一次', fillPhone: '用微信绑定的手机号',
    reschedule: '改时间', cancel: '取消预约', calendar: '加到手机日历', checkIn: '到厅取号', ticket: '看我的号票', cancelAsk: '要取消这个预约吗？', cancelDetail: '取消后位置会让给别人，需要时可以再约。', cancelYes: '取消预约', cancelNo: '保留',
    arrive: (from: string, late: string) => `${from} 起可以取号，${late} 前到都按预约办`, calendarTitle: (hall: string) => `到${hall}办事`, calendarDone: '已加到日历', calendarFailed: '没有加成，请在手机设置里允许使用日历。', fileName: '预约.ics',
  },
  checkIn: {
    title: '到厅取号', atHall: '请站在大厅里，扫大屏上的码，或输入大屏上的六位数字。', scan: '扫大屏上的码', digits: '六位数字', have: '已读到大厅的码', which: '今天的预约', whichHint: '选您要取号的预约', walkIn: '没有预约，现场取号',
    matters: '办什么事？', take: '取号', haveTicket: (number: string) => `您已经取了 ${number} 号`, haveTicketDetail: '不用再取，点开看还要等多久', seeTicket: '看我的号票', digitsNeeded: '请输入大屏上的六位数字。', chooseMatter: '请选择要办的事。', again: '改输六位数字', stale: '大厅的码每分钟换一次，刚才那个已经过时了。请再扫一次，或输入大屏上现在的六位数字。', scanFailed: '没有读到，请再扫一次，或输入六位数字。', notHall: '这不是大厅的码，请扫大屏上的码。',
  },
  record: {
    title: (day: string) => `${day}记下的时间`, took: (words: string) => `从叫号到办结 ${words}`, parked: (words: string) => `其中暂挂 ${words}，不计入`, parkedLine: (from: string, to: string) => `${from} 到 ${to}`, parkedLabel: '暂挂', still: '未恢复', minutes: (minutes: number, seconds: number) => (minutes === 0 ? `${seconds} 秒` : seconds === 0 ? `${minutes} 分钟` : `${minutes} 分 ${seconds} 秒`),
    number: (number: string) => `${number} 号`, typeCode: '看这次办事记下的时间', slipCode: '小票上的码', slipHint: '印在小票上，字母和数字', slipNeeded: '请输入小票上的码。', open: '打开', bySlip: '您是凭小票看的。提了异议，凭这张小票随时来看答复，请收好。',
    dispute: '时间不对，我有异议', disputeAsk: '对记录的时间有异议？', disputeDetail: '提出后马上记进公开的账本，谁也删不掉；由没有经办这次办事的人答复您。您写的话只给答复的人看。', words: '哪里不对（可以不写）', example: '例如：9 点 04 分我就办完走了', yes: '提出异议',
    raised: (moment: string) => `${moment} 提出异议`, dueBy: (day: string) => `最迟 ${day}答复您，到时在这里看。`, answered: (moment: string) => `${moment} 答复`, mine: '您写的', answer: '答复',
    ledger: (seq: number) => `这次办事在账本第 ${seq} 条`, proven: '已在您的手机上核对：确实在账本里，没有被改过', tonight: '已记进账本，今晚封账后就能核对', wrong: '核对不上，请截图并到大厅反映', check: '在手机上核对', code: (day: string) => `${day}封账的短码`, codeHint: '和大厅大屏、小票上的短码比一比，一样就对了。',
  },
  ticket: {
    ahead: '前面还有', place: '您的位置', people: (count: number) => `${count} 位`, next: '下一个就是您', minutes: (low: number, high: number) => (high === 0 ? '马上就到' : low === 0 ? `${high} 分钟内` : low === high ? `约 ${low} 分钟` : `约 ${low}–${high} 分钟`), wait: '还要等', noEstimate: '还说不准',
    stepOut: (time: string) => `${time} 前可以离开一会儿`, stay: '快到了，请在大厅等候', calledGo: '请到', callCount: (count: number) => `第 ${count} 次叫号`, calledHint: '听到叫号请尽快到窗口', 
    missedHint: '没关系，点下面按钮重新排队。', missedOver: '叫号时没有见到您，这个号不能再重新排队了。', rejoin: '重新排队', retake: '重新取号', bookAgain: '预约下次来', noNetwork: '现在叫到几号，请听大厅广播、看大屏。', leave: '不等了，放弃号票',
    leaveAsk: '要放弃这个号吗？', leaveDetail: '放弃后要重新取号。', leaveYes: '放弃', leaveNo: '继续等', rate: '评价这次服务', matters: '办理事项', qrHint: '号票二维码', live: (time: string) => `更新于 ${time}`, home: '回首页',
    timeline: (calledAt: string, servedAt: string) => `${calledAt} 叫号，${servedAt} 办完`, eligible: (time: string) => `${time} 起参加叫号`, sooner: '现在人不多，可能提前叫到您，请在大厅等候',
  },
} as const;
