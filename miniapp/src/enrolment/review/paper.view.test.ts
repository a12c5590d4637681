import type { CodeTablesView } from '@hall/shared/api/views';
import { anApplication } from '../../kit/testing/views.ts';
import { paperOf, repairs } from './paper.view.ts';

const tables: CodeTablesView = { version: '1', tables: { ethnicGroup: [{ code: '01', label: '汉族' }], otherPension: [{ code: 'employee', label: '职工养老保险' }] } };

const lines = (answers: object, derived = anApplication().derived) => Object.fromEntries(paperOf(anApplication({ answers, derived }), tables).flatMap((section) => section.lines.map((line) => [line.label, line.value])));

test('the paper speaks in words, groups long numbers, and draws a dash where nothing is written', () => {
  expect(lines({ name: '王秀英', citizenId: '420606195003150023', ethnicGroup: '01', phone: '13812345678', isStudent: false, tierYuan: 0, bankCard: '6217002870012345674' })).toMatchObject({
    姓名: '王秀英', 身份证号码: '420606 19500315 0023', 民族: '汉族', 手机号码: '138 1234 5678', 在校学生: '否', 缴费档次: '个人不缴费', 银行卡号: '6217 0028 7001 2345 674', 开户银行: '—', 其他养老保险: '无',
  });
});

test('sex and day of birth stand where the paper form has them, right after the number they come from', () => {
  const [person] = paperOf(anApplication({ derived: { birthDay: '1950-03-15', sex: 'female', age: 76 } }), tables);
  expect(person?.lines.map((line) => line.key)).toEqual(['name', 'citizenId', 'sex', 'birth', 'ethnicGroup']);
  expect(person?.lines[3]?.value).toBe('1950年3月15日');
});

test('a spell begun and left says so, rather than that it goes on', () => {
  expect(lines({ otherPensions: [{ kind: '', from: '', to: null }] })['其他养老保险']).toBe('没有填完');
});

test('a spell that goes on says so', () => {
  expect(lines({ otherPensions: [{ kind: 'employee', from: '2012-03', to: null }] })['其他养老保险']).toBe('职工养老保险 2012-03 至今');
});

test('each problem leads where it can be repaired; the declaration is made on the paper itself', () => {
  const problem = (path: string) => ({ path, code: 'X', message: path });
  expect(repairs([problem('bankCard'), problem('materials.citizen-id-card'), problem('declarationAccepted')]).map(({ page, group }) => [page, group])).toEqual([['form', 'account'], ['pictures', null]]);
});
