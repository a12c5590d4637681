/** Everything staff may be allowed to do, by name. A grant is always for one hall. */
export const PERMISSION_LABELS = {
  'queue.call': '开窗叫号', 'queue.desk': '导办取号', 'queue.supervise': '调整叫号顺序',
  'review.claim': '网上预审', 'case.read': '查看业务', 'case.find': '查找业务', 'case.unmask': '查看完整证件号', 'window.handle': '窗口办理',
  'residents.merge': '合并居民账户', 'batch.export': '导出与回填省系统', 'booking.assist': '代为预约', 'booking.plan': '编排号源',
  'suggestion.read': '查看意见', 'suggestion.triage': '分办意见', 'suggestion.answer': '办理意见', 'suggestion.publish': '发布意见答复', 'suggestion.review': '复核意见内容', 'box.open': '开启意见箱', 'box.postpone': '批准意见箱再次推迟开启',
  'enquiry.answer': '答复咨询', 'duty.edit': '编排带班', 'deadline.read': '查看督办', 'deadline.extend': '批准延期', 'deadline.hand-on': '转交本科室的事', 'leader.phone': '手机上办公',
  'activity.edit': '组织活动', 'activity.door': '活动现场签到', 'relay.send': '发送信息传达', 'rights.handle': '办理维权', 'fund.handle': '登记资金发放', 'rating.judge': '认定评价',
  'commitment.edit': '编制与公布承诺', 'commitment.exclude': '提出与批准剔除', 'assessment.edit': '制定考核与红旗窗口办法', 'assessment.decide': '复核考核申诉', 'lights.edit': '编制四亮公示', 'star.edit': '组织服务标兵评选', 'appraisal.open': '开启科室评议',
  'guide.edit': '编辑事项与指南', 'calendar.edit': '维护工作日历', 'policy.edit': '维护缴费标准', 'rating.handle': '处理差评', 'insight.read': '查看统计',
  'hall.edit': '维护科室与窗口', 'device.pair': '配对大屏与取号机', 'account.edit': '管理工作人员账号', 'settings.edit': '系统设置', 'audit.read': '查看审计记录', 'grant.edit': '授予权限', 'key.rotate': '更换密钥',
} as const;
export type Permission = keyof typeof PERMISSION_LABELS;
export const PERMISSIONS = Object.keys(PERMISSION_LABELS) as Permission[];

export type StaffRole = 'clerk' | 'head' | 'leader' | 'director' | 'editor' | 'system-admin' | 'audit-admin' | 'security-admin';
export const ROLE_LABELS: Record<StaffRole, string> = {
  clerk: '窗口人员', head: '科室负责人', leader: '局领导', director: '局长', editor: '内容编辑', 'system-admin': '系统管理员', 'audit-admin': '审计管理员', 'security-admin': '安全管理员',
};

const CLERK: readonly Permission[] = ['queue.call', 'queue.desk', 'review.claim', 'case.read', 'case.find', 'case.unmask', 'window.handle', 'booking.assist', 'enquiry.answer', 'suggestion.read', 'suggestion.answer', 'box.open', 'activity.door'];
const LEADER: readonly Permission[] = ['case.read', 'insight.read', 'deadline.read', 'deadline.extend', 'leader.phone', 'enquiry.answer', 'suggestion.read', 'suggestion.triage', 'suggestion.answer', 'suggestion.publish', 'suggestion.review', 'rating.handle', 'rating.judge', 'relay.send', 'rights.handle', 'commitment.exclude', 'assessment.decide', 'box.postpone', 'appraisal.open'];
/**
 * The starting grants of each role. The three administrators are separate (等保 level 3): one keeps accounts and devices, one gives the rights
 * and keeps the keys, one reads the audit; none of them does the hall's work or sees a case.
 */
export const ROLE_PERMISSIONS: Record<StaffRole, readonly Permission[]> = {
  clerk: CLERK,
  head: [...CLERK, 'queue.supervise', 'residents.merge', 'batch.export', 'booking.plan', 'guide.edit', 'calendar.edit', 'policy.edit', 'rating.handle', 'rating.judge', 'insight.read', 'device.pair', 'hall.edit',
    'suggestion.triage', 'suggestion.publish', 'suggestion.review', 'duty.edit', 'deadline.read', 'deadline.extend', 'deadline.hand-on', 'leader.phone', 'activity.edit', 'relay.send', 'rights.handle', 'fund.handle', 'commitment.edit', 'commitment.exclude', 'lights.edit', 'star.edit', 'assessment.edit', 'appraisal.open'],
  leader: LEADER,
  director: [...LEADER, 'hall.edit', 'duty.edit', 'commitment.edit', 'star.edit', 'assessment.edit'],
  editor: ['guide.edit', 'calendar.edit', 'lights.edit', 'activity.edit', 'activity.door'],
  'system-admin': ['account.edit', 'settings.edit', 'device.pair'],
  'audit-admin': ['audit.read'],
  'security-admin': ['grant.edit', 'key.rotate'],
};
export const ADMINISTRATOR_ROLES: readonly StaffRole[] = ['system-admin', 'audit-admin', 'security-admin'];

export const isPermission = (text: string): text is Permission => Object.hasOwn(PERMISSION_LABELS, text);

/** What a person with these roles may do, each permission once. */
export const permissionsOf = (roles: readonly StaffRole[]): Permission[] => [...new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]))];

/** Roles that one person may not hold together: an administrator's with any other. */
export const rolesConflict = (roles: readonly StaffRole[]): boolean => new Set(roles).size > 1 && roles.some((role) => ADMINISTRATOR_ROLES.includes(role));
