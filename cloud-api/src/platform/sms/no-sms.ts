import { defineErrors } from '../errors/domain-error.ts';
import { SmsPort } from './sms.port.ts';

const smsErrors = defineErrors({
  SMS_NOT_AVAILABLE: { status: 503, title: '短信暂时发不出去，请用微信小程序登录，或到窗口办理' },
});

/** A deployment without an SMS operator: says so instead of pretending. */
export class NoSms extends SmsPort {
  send(): Promise<void> {
    return Promise.reject(smsErrors.SMS_NOT_AVAILABLE());
  }
}
