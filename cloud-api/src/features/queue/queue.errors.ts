import { defineErrors } from '../../platform/errors/domain-error.ts';

export const queueErrors = defineErrors({
  CHECK_IN_CODE_WRONG: { status: 422, title: '六位数字不对或已经换了，请看大厅屏幕上现在的六位数字' },
  CHECK_IN_HALL_CLOSED: { status: 409, title: '大厅现在不在服务时间，请在上班时间来取号' },
  CHECK_IN_OTHER_HALL: { status: 409, title: '您预约的不是这个大厅，请看预约上的地址' },
  CHECK_IN_MATTERS_NEEDED: { status: 422, title: '请选择要办的事项' },
  CHECK_IN_MATTER_UNKNOWN: { status: 422, title: '没有这个事项，请重新选择' },
  QUEUE_EMPTY: { status: 409, title: '现在没有等候的人' },
  WINDOW_BUSY: { status: 409, title: '这个窗口还有一位没有办完，请先办完或暂挂' },
  WINDOW_NEEDED: { status: 409, title: '请先打开您的窗口' },
  WINDOW_PAUSED: { status: 409, title: '窗口正在暂停，请先恢复再叫号' },
  WINDOW_TAKEN: { status: 409, title: '这个窗口有同事在用，请换一个窗口' },
  WINDOW_ALREADY_HELD: { status: 409, title: '您已经在另一个窗口，请先关闭那个窗口' },
  TICKET_NOT_AT_WINDOW: { status: 409, title: '这位不在您的窗口，请刷新后再看' },
  TICKET_CASE_OPEN: { status: 409, title: '还有事项没有办完，请先办理，或写明原因后关闭' },
});
