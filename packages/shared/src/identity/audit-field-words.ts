import { ROLE_LABELS } from './permissions.ts';

/** The small facts beside an action: what each is called. */
export const AUDIT_FIELDS: Readonly<Record<string, string>> = {
  key: '密钥', table: '表', column: '列', rows: '行数', provisional: '暂定', number: '版次', plan: '改动编号', code: '代码', effectiveFrom: '生效日', effectiveTo: '截止日', inForceFrom: '生效日', kind: '种类', subject: '对象', subjectId: '对象编号', reason: '原因', from: '从', to: '到',
  madeFor: '给谁', variant: '大小', action: '动作', actorKind: '身份', shown: '显示条数', version: '版本', relation: '关系', waiting: '候补', people: '人数', moved: '换了人', inNameOf: '代谁', day: '日期', leaderId: '带班领导', days: '天数', pairs: '对数', staffId: '谁', fromDay: '从', toDay: '到', workingDays: '工作日数',
  ownerId: '负责人', departmentId: '科室', step: '环节', level: '层级', draft: '草稿', versionNumber: '版次', profileId: '标准', state: '状态', applicationId: '办件', cause: '事由', items: '项数', completed: '成功', rejected: '未通过', repeated: '重复', problems: '有误', fields: '填写项', paper: '单据', by: '按什么', found: '找到', field: '哪一项', marks: '标注数', seen: '已核对',
  fromSlotId: '原时段', toSlotId: '新时段', reasonGiven: '写了原因', patterns: '放号安排数', closures: '停办日数', cls: '号别', outcome: '结果', addressee: '问谁', verdict: '检查', way: '途径', size: '记录数', source: '来源', windowId: '窗口', visitMatterId: '所办事项', month: '月份', detail: '说明', sheet: '表', topic: '主题', plannedFor: '改到', openingId: '开箱', slips: '张数', show: '公开', persons: '人数', settled: '结清',
  recipients: '接收人数', readers: '催办人数', candidates: '候选人数', ballots: '票数', winners: '当选人数', holderKind: '给谁', holderId: '获得者', population: '可抽人数', invite: '邀请人数', invited: '已邀请', told: '已公布', roles: '角色',
};

/** What is written as a code. A word of one fact alone stands under `fact.code`. */
const VALUES: Readonly<Record<string, string>> = {
  ...ROLE_LABELS,
  wechat: '微信', phone: '手机号', demo: '演示', 'privacy-notice': '个人信息处理告知', 'sensitive-data': '敏感信息单独同意', other: '其他', pension: '养老金', subsidy: '补贴', funeral: '丧葬抚恤', refund: '退款',
  'waiting-for-resident': '等居民补充', 'other-department': '等其他部门', 'expert-opinion': '等专家意见', 'system-outage': '系统中断', 'force-majeure': '不可抗力', disabled: '残疾', pregnant: '孕妇', hardship: '行动困难', 'resident-asked': '居民要求', 'recording-error': '记录有误',
  'account-wrong': '账号有误', 'account-closed': '账户已销', 'account-frozen': '账户冻结', 'card-inactive': '卡未激活', 'bank-error': '银行退回', deceased: '已去世',
  called: '已叫号', serving: '办理中', served: '已办', missed: '过号', parked: '暂挂', transferred: '已转窗口', left: '已离开', unserved: '未办成', withdrawn: '已撤回', draft: '草稿', ready: '材料齐备', submitted: '已提交', returned: '已退回', handled: '已受理', completed: '已办结', rejected: '不予办理', lapsed: '已过期', closed: '已结束', answered: '已答复', revisited: '已回访', opened: '已登记', contacted: '已联系', verified: '已核实', rectifying: '整改中', reopened: '重新办理',
  'state.waiting': '排队中', 'from.waiting': '排队中', 'to.waiting': '排队中', return: '退回补正', rejection: '不予办理', citizenId: '证件号码', bankCard: '银行卡号', booked: '预约号', walkin: '现场号', care: '优先号', pass: '通过', 'keep-out': '不公开', leader: '带班领导', section: '科室', refused: '没有通过', clean: '没有问题', doubtful: '需要人看',
  online: '网上', desk: '窗口', call: '电话', account: '账户', slip: '评价条', suggestion: '意见', scan: '扫码', visits: '来访', fulfilment: '承诺', ratings: '评价', voices: '意见和咨询', window: '窗口', person: '个人', department: '科室', full: '原图', thumb: '小图',
  'topic.waiting': '排队等候', materials: '材料', policy: '政策', premises: '环境设施', benefit: '待遇', contribution: '缴费', enrolment: '参保', conduct: '服务态度', privacy: '个人信息', unreachable: '联系不上', content: '满意', 'not-content': '不满意', 'detail.clerk': '当事人', rater: '评价人', valid: '情况属实', 'no-basis': '没有查到依据', mistaken: '误评', malicious: '恶意评价',
  staff: '工作人员', resident: '居民', device: '设备', system: '系统', anyone: '未登录', ticket: '号票', relay: '信息传达', fund: '资金批次', rights: '维权', rating: '差评办理', enquiry: '咨询', application: '办件', dispute: '时间异议', appraisal: '科室评议', exclusion: '剔除', shift: '带班',
};

const MADE_FOR = /^(staff|resident|device|system|anyone):(.+)$/;

/** One value in words. @param nameOf who an id is; null for what is not one of the staff */
function valueWords(key: string, value: unknown, nameOf: (id: string) => string | null): string {
  if (value === null || value === undefined) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((each) => valueWords(key, each, nameOf)).join('、');
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value);
  const [, kind, id] = MADE_FOR.exec(value) ?? [];
  if (kind && id) return `${VALUES[kind]} ${nameOf(id) ?? id}`;
  return VALUES[`${key}.${value}`] ?? VALUES[value] ?? nameOf(value) ?? value;
}

/** The facts of an entry as a reader of Chinese reads them: `显示条数：3；从：2026-11-22`. What has no word stays as it was written. */
export const factsWords = (detail: Readonly<Record<string, unknown>> | null, nameOf: (id: string) => string | null): string =>
  Object.entries(detail ?? {}).map(([key, value]) => `${AUDIT_FIELDS[key] ?? key}：${valueWords(key, value, nameOf)}`).join('；');

/** The ids a fact may name somebody by. */
export const idsIn = (detail: Readonly<Record<string, unknown>> | null): string[] =>
  Object.values(detail ?? {}).flat().flatMap((value) => (typeof value === 'string' ? [MADE_FOR.exec(value)?.[2] ?? value] : [])).filter((id) => id.length === 36);
