import { defineErrors } from '../../platform/errors/domain-error.ts';

export const relayErrors = defineErrors({
  RELAY_INVALID: { status: 422, title: '传达有一处填得不对，请按提示修改' },
  RELAY_NOBODY_TO_REMIND: { status: 409, title: '没有要催的人：都已签收，或者今天已经催过，每人每天只催一次' },
  RIGHTS_INVALID: { status: 422, title: '申请有一处填得不对，请按提示修改' },
  RIGHTS_WORDS_NEEDED: { status: 422, title: '请写明情况' },
  RIGHTS_TOO_MANY: { status: 409, title: '您有几件维权正在办，请先等办结；有新情况可以打大厅电话' },
  RIGHTS_NO_OWNER: { status: 409, title: '大厅还没有设置科室负责人，没有人可以承办，请联系系统管理员' },
  FUND_INVALID: { status: 422, title: '批次有一处填得不对，请按提示修改' },
  FUND_NAME_TAKEN: { status: 409, title: '已经有同名的批次，请核对是不是重复登记' },
  FUND_FAILURES_TOO_MANY: { status: 422, title: '没有发成的人数不能超过批次人数，请核对' },
  FUND_VOID_NEEDS_OTHER: { status: 403, title: '已过应发日期的批次，要请另一位同事核对后作废' },
  FUND_REASON_NEEDED: { status: 422, title: '请写明作废的原因' },
  FUND_WORKBOOK_EMPTY: { status: 422, title: '表里没有一行批次，请下载模板填写后再上传' },
});
