import { defineErrors } from './domain-error.ts';

export const platformErrors = defineErrors({
  BAD_REQUEST: { status: 400, title: '提交的内容有误，请按提示修改' },
  BODY_TOO_LARGE: { status: 413, title: '内容太大了，请减少后再提交' },
  UNSUPPORTED_CONTENT: { status: 415, title: '不支持这种格式的内容' },
  SIGN_IN_NEEDED: { status: 401, title: '请先登录' },
  NOT_ALLOWED: { status: 403, title: '您没有办理这一项的权限' },
  STEP_UP_NEEDED: { status: 403, title: '这一步需要再输入一次动态口令' },
  NOT_FOUND: { status: 404, title: '没有找到您要的内容' },
  METHOD_NOT_ALLOWED: { status: 405, title: '不支持这种操作' },
  STALE_VERSION: { status: 409, title: '内容刚刚有了变化，请刷新后再试' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: '同一个提交编号用在了不同的内容上，请重新提交' },
  TOO_MANY_REQUESTS: { status: 429, title: '操作太频繁，请稍等一会儿再试' },
  DATABASE_AWAY: { status: 503, title: '系统正在恢复，请过一会儿再试，您填写的内容没有丢' },
  INTERNAL: { status: 500, title: '系统出了点问题，请稍后再试或到窗口办理' },
});
