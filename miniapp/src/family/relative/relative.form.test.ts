import { relativeBody, relativeErrors } from './relative.form.ts';

const mother = { relation: 'mother', name: ' 李桂兰 ', citizenId: '420606195003150023', validUntil: undefined };

test('a relative needs a relation, a name and a number that holds', () => {
  expect(relativeErrors(mother, '2026-11-23')).toEqual({});
  expect(Object.keys(relativeErrors({ ...mother, relation: undefined, name: ' ', citizenId: '420606195003150024' }, '2026-11-23'))).toEqual(['relation', 'name', 'citizenId']);
});

test('the number goes out as it is stored, and nothing that was left empty', () => {
  expect(relativeBody({ ...mother, citizenId: '４２０６０６ 19500315 0023' }, '2026-11-23')).toEqual({ relation: 'mother', name: '李桂兰', citizenId: '420606195003150023' });
});
