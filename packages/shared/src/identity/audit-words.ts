import { AUDIT_ACTIONS } from './audit-action-words.ts';

/** What the first word of an audited action is about, for whoever reads the audit. */
export const AUDIT_AREAS: Readonly<Record<string, string>> = {
  staff: '账号与登录', identity: '居民账户', house: '科室、窗口与权限', hall: '大厅', keys: '密钥', audit: '审计', device: '大厅屏', codes: '代码表', calendar: '工作日历', policy: '缴费标准', matter: '事项',
  application: '办件', case: '办件', review: '预审', notice: '一次性告知', batch: '报送批次', picture: '图片', booking: '预约', ticket: '号票', visit: '来访', window: '窗口',
  rating: '评价', 'rating-case': '差评办理', suggestion: '意见', 'suggestion-template': '意见模板', 'slip-batch': '意见条', box: '意见箱', enquiry: '咨询', 'enquiry-template': '咨询模板', guide: '便民栏',
  duty: '带班', deadline: '督办', relay: '信息传达', rights: '维权', fund: '专项资金', activity: '活动', commitment: '阳光承诺', exclusion: '剔除', ledger: '阳光账本', dispute: '时间异议', star: '服务标兵', appraisal: '科室评议', lights: '四亮', assessment: '考核', 'red-flag': '红旗窗口', insight: '数据分析',
};

export const ACTOR_LABELS: Readonly<Record<string, string>> = { staff: '工作人员', resident: '居民', device: '设备', system: '系统', anyone: '未登录' };

/** `staff.sign-in` → 账号与登录 */
export const auditAreaOf = (action: string): string => AUDIT_AREAS[action.split('.')[0] ?? ''] ?? '其他';

/** `staff.sign-in` → 登录; an action that has no words keeps its name. */
export const actionWords = (action: string): string => AUDIT_ACTIONS[action] ?? action;

/** Signing in is done by nobody who is signed in yet: whose account was entered is who did it. A wrong password says nothing of who typed it. */
export const OWN_SIGN_INS: readonly string[] = ['staff.sign-in', 'staff.second-factor', 'staff.wechat-sign-in', 'staff.scan-sign-in', 'staff.bind-wechat', 'staff.enrol'];

/** Actions that say this, in their own words or those of their area; null when the words are the beginning of an action's name. */
export function actionsSaying(words: string): string[] | null {
  if (/^[\x20-\x7e]*$/.test(words)) return null;
  return Object.entries(AUDIT_ACTIONS).filter(([action, label]) => label.includes(words) || auditAreaOf(action).includes(words)).map(([action]) => action);
}
