import { defineErrors } from '../../platform/errors/domain-error.ts';

export const identityErrors = defineErrors({
  PHONE_INVALID: { status: 400, title: '手机号不对，请填写 11 位手机号' },
  PHONE_CODE_TOO_SOON: { status: 429, title: '验证码刚发过，请稍等再重新获取' },
  PHONE_CODE_TOO_MANY: { status: 429, title: '今天获取验证码的次数太多了，请明天再试，或到窗口办理' },
  PHONE_CODE_WRONG: { status: 401, title: '验证码不对或已过期，请重新获取' },
  DEMO_PERSON_UNKNOWN: { status: 404, title: '没有这个演示人物' },
  PASSWORD_WRONG: { status: 401, title: '用户名或密码不对' },
  ACCOUNT_LOCKED: { status: 423, title: '密码错得太多，账号已锁定 5 分钟，请稍后再试' },
  SECOND_FACTOR_WRONG: { status: 401, title: '动态口令不对，请看手机上最新的 6 位数字' },
  SECOND_FACTOR_EXPIRED: { status: 401, title: '登录等待太久，请重新输入密码' },
  CITIZEN_ID_INVALID: { status: 422, title: '身份证号不对，请对照身份证核对' },
  NAME_INVALID: { status: 422, title: '姓名不对，请按身份证上的写' },
  DECLARATION_FIXED: { status: 409, title: '身份已在窗口核验过，不能在这里修改；如有错误请到窗口办理' },
  CONSENT_VERSION_OLD: { status: 409, title: '告知内容已更新，请阅读新的内容后再同意' },
  CONSENT_NEEDED: { status: 403, title: '办理前需要您阅读并同意个人信息告知' },
  RELATIVE_TWICE: { status: 409, title: '这位亲属已经添加过了' },
  RELATIVE_IS_SELF: { status: 422, title: '这是您本人的身份证号，本人不用添加为亲属' },
  RELATIVE_LIMIT: { status: 409, title: '最多可以为 8 位亲属代办，请先删除不再代办的' },
  PAIRING_CODE_WRONG: { status: 401, title: '配对码不对或已过期，请在工作台重新生成' },
});
