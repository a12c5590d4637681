import { instantAt } from '@hall/shared/kernel/day';
import { actsForWords, dueTone, dueWords, owedDetail, placeOf, type Owed } from './owed.view.ts';

const NOW = instantAt('2026-11-23', '10:00');
const owed = (more: Partial<Owed> = {}): Owed => ({
  id: 'd', subjectKind: 'suggestion', subjectId: 's', title: '意见 Y1', stepLabel: '答复意见', ownerName: '王晓梅', actingName: null, state: 'running', stateLabel: '办理中', fromAt: instantAt('2026-11-20', '09:00'),
  dueAt: instantAt('2026-11-27', '17:00'), overdue: false, daysLate: 0, level: 0, levelLabel: '经办人', pausedFor: null, ...more,
});

test('a line says by when, how late, or why the clock stands still', () => {
  expect(dueWords(owed(), NOW)).toBe('11月27日 周五 17:00 前');
  expect(dueWords(owed({ dueAt: instantAt('2026-11-23', '17:00') }), NOW)).toBe('今天 17:00 前');
  expect(dueWords(owed({ dueAt: instantAt('2026-11-19', '17:00'), overdue: true, daysLate: 2 }), NOW)).toBe('超期 2 个工作日（应在 11月19日 17:00 前）');
  expect(dueWords(owed({ dueAt: instantAt('2026-11-23', '09:30'), overdue: true }), NOW)).toBe('已过期限（应在 今天 09:30 前）');
  expect(dueWords(owed({ dueAt: null, state: 'paused', stateLabel: '已暂停计时', pausedFor: '等待群众补充' }), NOW)).toBe('已暂停计时：等待群众补充');
  expect(dueWords(owed({ dueAt: null, state: 'awaiting-calendar', stateLabel: '等待工作日历' }), NOW)).toBe('等待工作日历');
});

test('late is red, due today or tomorrow is amber, the rest is calm', () => {
  expect([owed({ overdue: true }), owed({ dueAt: instantAt('2026-11-24', '17:00') }), owed(), owed({ dueAt: null })].map((item) => dueTone(item, NOW))).toEqual(['accent', 'warn', 'info', 'info']);
});

test('whose it is, who acts for them, since when and how far up it went stand in one line', () => {
  expect(owedDetail(owed({ actingName: '李文静', level: 3, levelLabel: '局长' }), NOW)).toBe('王晓梅（李文静代） · 11月20日起 · 已报到局长');
  expect(owedDetail(owed({ ownerName: null, fromAt: instantAt('2026-11-23', '09:05') }), NOW)).toBe('还没有人负责 · 今天 09:05起');
});

test('what the phone cannot work on says so and leads nowhere', () => {
  expect(placeOf(owed({ subjectKind: 'suggestion-plan', subjectId: 'p' }))).toBe('/leader/suggestion/index?plan=p');
  expect(placeOf(owed({ subjectKind: 'appraisal', subjectId: 'a' }))).toBe('/leader/appraisal/index?id=a');
  expect(owedDetail(owed({ subjectKind: 'application' }), NOW)).toContain('请在电脑上办理');
});

test('whom one acts for is told with post and until when', () => {
  const away = { staffId: 'z', name: '周建平', post: '科长', until: '2026-11-24' };
  expect([actsForWords(away, '2026-11-24'), actsForWords(away, '2026-11-20')]).toEqual(['周建平 科长（A岗，到今天）', '周建平 科长（A岗，到11月24日 周二）']);
});
