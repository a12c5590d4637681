/** The named actions that staff may be allowed; a grant always belongs to one hall. */
export const PERMISSIONS = [
  'queue.call', 'queue.desk', 'review.claim', 'case.read', 'case.find', 'case.unmask', 'window.handle', 'residents.merge',
  'booking.assist', 'booking.plan', 'batch.export', 'device.pair', 'hall.manage', 'staff.manage', 'audit.read', 'keys.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['clerk', 'head', 'leader', 'editor', 'system-admin', 'audit-admin', 'security-admin'] as const;
export type Role = (typeof ROLES)[number];

const CLERK: readonly Permission[] = ['queue.call', 'queue.desk', 'review.claim', 'case.read', 'case.find', 'case.unmask', 'window.handle', 'booking.assist'];

/**
 * What each role may do. Content, calendars and matters need a head or an editor; accounts, audit and keys are split
 * among three administrators who hold nothing else (GB/T 22239, three separate administrators).
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: CLERK,
  head: [...CLERK, 'residents.merge', 'batch.export', 'booking.plan', 'device.pair', 'hall.manage'],
  leader: ['case.read', 'case.find', 'hall.manage'],
  editor: ['booking.plan', 'hall.manage'],
  'system-admin': ['staff.manage', 'device.pair'],
  'audit-admin': ['audit.read'],
  'security-admin': ['keys.manage'],
};

export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> => new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  clerk: '窗口工作人员', head: '科室负责人', leader: '带班领导', editor: '内容编辑', 'system-admin': '系统管理员', 'audit-admin': '审计管理员', 'security-admin': '安全管理员',
};
