import type { StaffRole } from '@hall/shared/identity/permissions';
import { Department, HallSetting } from '../features/hall/hall.entity.ts';
import type { CryptoPort } from '../platform/crypto/crypto.port.ts';
import type { Passwords } from '../platform/crypto/password.ts';
import type { Totp } from '../platform/crypto/totp.ts';
import { newId } from '../platform/persistence/new-id.ts';
import type { Work } from '../platform/persistence/work.ts';
import { furnishHall } from '../set-up/furnish-hall.ts';

/** For the demo's staff only; printed when the demo starts. Production refuses a database that holds the sample hall. */
export const DEMO_PASSWORD = 'yangguang-2026';

interface SampleStaff {
  userName: string;
  name: string;
  sex: 'male' | 'female';
  age: number;
  post: string;
  department: number;
  roles: StaffRole[];
}

const DEPARTMENTS = ['综合科', '参保登记科', '待遇核定科', '基金财务科'];

export const SAMPLE_STAFF: readonly SampleStaff[] = [
  { userName: 'wang', name: '王晓梅', sex: 'female', age: 34, post: '窗口经办员', department: 1, roles: ['clerk'] },
  { userName: 'li', name: '李文静', sex: 'female', age: 29, post: '窗口经办员', department: 1, roles: ['clerk'] },
  { userName: 'zhang', name: '张海涛', sex: 'male', age: 41, post: '窗口经办员', department: 1, roles: ['clerk'] },
  { userName: 'chen', name: '陈小勇', sex: 'male', age: 37, post: '窗口经办员', department: 2, roles: ['clerk'] },
  { userName: 'liu', name: '刘丽华', sex: 'female', age: 45, post: '窗口经办员', department: 2, roles: ['clerk'] },
  { userName: 'zhao', name: '赵雪', sex: 'female', age: 26, post: '导办员', department: 0, roles: ['clerk'] },
  { userName: 'zhou', name: '周建平', sex: 'male', age: 50, post: '参保登记科科长', department: 1, roles: ['head'] },
  { userName: 'wu', name: '吴秀芳', sex: 'female', age: 48, post: '待遇核定科科长', department: 2, roles: ['head'] },
  { userName: 'sun', name: '孙明远', sex: 'male', age: 54, post: '副局长', department: 0, roles: ['leader'] },
  { userName: 'admin', name: '何志刚', sex: 'male', age: 39, post: '系统管理员', department: 0, roles: ['system-admin'] },
  { userName: 'audit', name: '郭敏', sex: 'female', age: 43, post: '审计管理员', department: 3, roles: ['audit-admin'] },
  { userName: 'security', name: '罗强', sex: 'male', age: 36, post: '安全管理员', department: 3, roles: ['security-admin'] },
  { userName: 'qian', name: '钱志华', sex: 'female', age: 47, post: '副局长', department: 0, roles: ['leader'] },
  { userName: 'lin', name: '林晓燕', sex: 'female', age: 31, post: '宣传干事', department: 0, roles: ['editor'] },
  { userName: 'zheng', name: '郑国强', sex: 'male', age: 56, post: '局长', department: 0, roles: ['director'] },
];

/** Six windows; the last is the low counter for elders and people who need care. */
const WINDOWS: { label: string; skills: string[] }[] = [
  { label: '1号窗口', skills: ['enrolment', 'enrolment-change'] },
  { label: '2号窗口', skills: ['enrolment', 'enrolment-change'] },
  { label: '3号窗口', skills: ['enrolment', 'enrolment-change'] },
  { label: '4号窗口', skills: ['enrolment', 'enrolment-change', 'benefit-enquiry'] },
  { label: '5号窗口', skills: ['benefit-enquiry'] },
  { label: '6号爱心窗口', skills: ['enrolment', 'enrolment-change', 'benefit-enquiry'] },
];

export interface SampleTools {
  crypto: CryptoPort;
  passwords: Passwords;
  totp: Totp;
}

/** The invented hall, its departments, windows and staff. Returns the hall's id. */
export async function buildSampleHall(work: Work, tools: SampleTools): Promise<string> {
  // One hash serves all: they share the demo's password, and argon2id is slow on purpose.
  const passwordHash = await tools.passwords.hash(DEMO_PASSWORD);
  const plan = {
    name: '示例区社保服务大厅', areaCode: '420606', address: '示例路 88 号一楼', phone: '0710-0000000', motto: '微笑服务每一天，真情服务每一人', smile: '今天你微笑了吗？', openFrom: '09:00', openTo: '17:00',
    departments: DEPARTMENTS, departmentPhones: ['0710-0000001', '0710-0000002', '0710-0000003', '0710-0000004'], windows: WINDOWS, staff: SAMPLE_STAFF.map((staff, index) => ({ ...staff, badgeNumber: `FC-${String(index + 1).padStart(3, '0')}` })),
  };
  const { hallId } = await furnishHall(work, plan, { ...tools, sample: true, passwordHash: () => passwordHash });
  const review = await work.findOne(Department, { hallId, name: '参保登记科' });
  await work.add(HallSetting, { id: newId(), hallId, name: 'enrolment.departmentId', value: review!.id });
  return hallId;
}
