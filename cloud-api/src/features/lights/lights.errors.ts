import { defineErrors } from '../../platform/errors/domain-error.ts';

export const lightsErrors = defineErrors({
  CARD_UNKNOWN: { status: 404, title: '没有找到这张服务卡。请核对工牌上的二维码，或到工作人员公示里按姓名、工号查找。' },
  CARD_NOTHING_DRAFTED: { status: 409, title: '没有待公布的新稿，请先写好职责并保存。' },
  CARD_NOT_SHOWN: { status: 409, title: '这张服务卡现在没有公布，不用撤下。' },
  CARD_DUTIES_INVALID: { status: 400, title: '职责写得不合要求，请按提示修改。' },
  HONOUR_HOLDER_UNKNOWN: { status: 400, title: '没有找到这个人、科室或窗口，请重新选择。' },
  HONOUR_DAY_TO_COME: { status: 400, title: '授予日期还没有到，请核对文件上的日期。' },
  HONOUR_WITHDRAWN: { status: 409, title: '这项荣誉已经撤销。' },
  DUTY_MATTER_UNKNOWN: { status: 400, title: '没有找到这个事项或科室，请重新选择。' },
  PAPER_NOTHING_CHOSEN: { status: 400, title: '请先选择要打印的人员或窗口。' },
});
