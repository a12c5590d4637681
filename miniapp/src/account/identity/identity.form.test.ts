import { errorsFrom, identityErrors } from './identity.form.ts';

test('a name and a number that holds are enough', () => {
  expect(identityErrors('王秀英', '420606195003150023', '2026-11-23')).toEqual({});
});

test('each mistake stands beside its field, in the words of the rule', () => {
  expect(identityErrors(' ', '42060619500315002', '2026-11-23')).toEqual({ name: '请填写姓名。', citizenId: '身份证号码应为 18 位，现在是 17 位，请对照身份证再数一遍。' });
});

test('a refusal of the server goes beside its field too', () => {
  expect(errorsFrom([{ path: 'citizenId', code: 'X', message: '号码不对。' }])).toEqual({ citizenId: '号码不对。' });
});
