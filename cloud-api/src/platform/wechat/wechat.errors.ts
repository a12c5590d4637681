import { defineErrors } from '../errors/domain-error.ts';
import type { DomainError } from '../errors/domain-error.ts';

export const wechatErrors = defineErrors({
  WECHAT_CODE_INVALID: { status: 401, title: '微信的授权已过期，请再点一次' },
  WECHAT_ACCOUNT_AT_RISK: { status: 403, title: '微信提示这个账号有风险，请改用手机号登录或到窗口办理' },
  WECHAT_TOO_OFTEN: { status: 429, title: '操作太频繁，请过一分钟再试' },
  WECHAT_AWAY: { status: 503, title: '微信暂时没有回应，请稍后再试' },
  WECHAT_REFUSED: { status: 502, title: '微信没有接受这次请求，请稍后再试或到窗口办理' },
});

/** Codes of WeChat's servers, as its documentation lists them. */
export const ERRCODE = {
  busy: -1,
  tokenInvalid: 40001, tokenMalformed: 40014, tokenExpired: 42001,
  recipientUnknown: 40003, templateUnknown: 40037, codeInvalid: 40029, codeUsed: 40163, codeMissing: 41008, accountAtRisk: 40226,
  notConsented: 43101, argumentInvalid: 47003,
  callsExhausted: 45009, tooOften: 45011,
} as const;

/** True when a fresh access token may make the same call succeed. */
export function isTokenRefused(errcode: number): boolean {
  return errcode === ERRCODE.tokenInvalid || errcode === ERRCODE.tokenMalformed || errcode === ERRCODE.tokenExpired;
}

/** The refusal a resident or a job gets to see for a code of WeChat's. */
export function refusalFor(errcode: number): DomainError {
  switch (errcode) {
    case ERRCODE.codeInvalid:
    case ERRCODE.codeUsed:
    case ERRCODE.codeMissing:
      return wechatErrors.WECHAT_CODE_INVALID();
    case ERRCODE.accountAtRisk:
      return wechatErrors.WECHAT_ACCOUNT_AT_RISK();
    case ERRCODE.callsExhausted:
    case ERRCODE.tooOften:
      return wechatErrors.WECHAT_TOO_OFTEN();
    case ERRCODE.busy:
      return wechatErrors.WECHAT_AWAY();
    default:
      return wechatErrors.WECHAT_REFUSED();
  }
}
