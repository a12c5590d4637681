import type { LightPersonView } from '@hall/shared/api/views';
import { badgeCode, found } from './lights.view.ts';

const person = (name: string, badgeNumber: string, departmentName: string): LightPersonView => ({ code: badgeNumber, name, badgeNumber, post: '经办员', departmentId: null, departmentName, photoUrl: null, partyLabel: null, windowLabel: null });
const people = [person('王晓梅', 'FC-001', '参保登记科'), person('李文静', 'FC-012', '待遇核定科')];
const names = (typed: string) => found(people, typed).map(({ name }) => name);

test('a badge opens its card from a link, from a scene and from a scanned address', () => {
  const code = 'Ab3-_6789012345678901z';
  expect(badgeCode({ code })).toBe(code);
  expect(badgeCode({ scene: encodeURIComponent(code) })).toBe(code);
  expect(badgeCode({ q: encodeURIComponent(`https://hall.example/#/lights/card/index?code=${code}`) })).toBe(code);
  expect([badgeCode({}), badgeCode({ scene: '%E0%A4%A' }), badgeCode({ code: '你好' })]).toEqual([null, null, null]);
});

test('somebody is found by name, by badge number however it is typed, and by department', () => {
  expect(names('')).toEqual(['王晓梅', '李文静']);
  expect(names('晓梅')).toEqual(['王晓梅']);
  for (const typed of ['FC-012', 'fc012', '12', '012']) expect(names(typed)).toEqual(['李文静']);
  expect(names('待遇 文')).toEqual(['李文静']);
  expect(names('没有的人')).toEqual([]);
});
