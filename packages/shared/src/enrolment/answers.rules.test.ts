import type { EnrolmentAnswers as WireAnswers } from '../api/views.ts';
import { checkCharacterOf } from '../kernel/citizen-id.ts';
import { assessmentYears, checkAnswers, checkGroup } from './answers.rules.ts';
import type { AnswersContext } from './answers.rules.ts';
import { SIXTY_SENTENCE, checkEligibility, mayEnrolFrom, sixtyNote } from './eligibility.rules.ts';
import { ENROLMENT_FIELDS, ENROLMENT_FORM, changedFields, mergeAnswers } from './enrolment.form.ts';
import type { EnrolmentAnswers } from './enrolment.form.ts';
import { sanitiseAnswers } from './sanitise-answers.ts';
import { WUHAN_EXAMPLE_PROFILE } from './wuhan-example.profile.ts';

const TODAY = '2026-03-05';
const table = (...codes: string[]) => codes.map((code) => ({ code, label: code }));
const CONTEXT: AnswersContext = {
  today: TODAY, profile: WUHAN_EXAMPLE_PROFILE,
  codes: { ethnicGroup: table('01'), area: table('hanjiang'), householdType: table('rural'), specialGroup: table('none', 'subsistence', 'other'), bank: table('icbc'), otherPension: table('employee') },
};
const idBorn = (birthDay: string) => { const first17 = `420606${birthDay.replace(/-/g, '')}123`; return first17 + checkCharacterOf(first17); };
const complete = (some: EnrolmentAnswers = {}): EnrolmentAnswers => ({
  name: '王小明', citizenId: '420606199001011239', ethnicGroup: '01', phone: '13812345678', householdArea: 'hanjiang', householdAddress: '建设路 12 号',
  householdType: 'rural', isStudent: false, isCivilServant: false, hasEmployeePension: false, specialGroup: 'none', tierYuan: 500, assessmentYear: 2026,
  bankCode: 'icbc', bankCard: '4539578763621486', declarationAccepted: true, ...some,
});
const problemsOf = (some: EnrolmentAnswers) => checkAnswers(complete(some), CONTEXT).map(({ path, code }) => `${path} ${code}`);

test('the form’s answers have exactly the shape that travels', () => {
  const travelled: WireAnswers = complete();
  const back: EnrolmentAnswers = travelled;
  expect(new Set(ENROLMENT_FIELDS.map((field) => field.name)).size).toBe(ENROLMENT_FIELDS.length);
  expect(Object.keys({ ...back, otherPensions: [] }).sort()).toEqual(ENROLMENT_FIELDS.map((field) => field.name).sort());
});

test('a complete form has no problems', () => expect(checkAnswers(complete(), CONTEXT)).toEqual([]));

test('an empty form names every required field once, in the order of the form', () => {
  expect(checkAnswers({}, CONTEXT).map((problem) => problem.path)).toEqual(ENROLMENT_FIELDS.filter((field) => field.required).map((field) => field.name));
});

test('each group alone finds the same problems as the whole form', () => {
  const answers = complete({ name: 'Bob', phone: '1', tierYuan: 0, isStudent: true, declarationAccepted: false });
  expect(ENROLMENT_FORM.flatMap((group) => checkGroup(group.id, answers, CONTEXT))).toEqual(checkAnswers(answers, CONTEXT));
});

test('each wrong answer has its own reason', () => {
  expect(problemsOf({ name: 'Bob' })).toEqual(['name NAME_FORMAT']);
  expect(problemsOf({ name: '王' })).toEqual(['name NAME_FORMAT']);
  expect(problemsOf({ name: '王··明' })).toEqual(['name NAME_FORMAT']);
  expect(problemsOf({ name: ' 王小明 ' })).toEqual([]);
  expect(problemsOf({ name: '买买提·吐尔逊' })).toEqual([]);
  expect(problemsOf({ citizenId: '420606199001011238' })).toEqual(['citizenId CITIZEN_ID_CHECKSUM']);
  expect(problemsOf({ phone: '12345' })).toEqual(['phone PHONE_FORMAT']);
  expect(problemsOf({ bankCard: '12345' })).toEqual(['bankCard BANK_CARD_FORMAT']);
  expect(problemsOf({ ethnicGroup: '99' })).toEqual(['ethnicGroup FIELD_CODE_UNKNOWN']);
  expect(problemsOf({ householdArea: 'elsewhere' })).toEqual(['householdArea FIELD_CODE_UNKNOWN']);
  expect(problemsOf({ householdAddress: '长'.repeat(81) })).toEqual(['householdAddress FIELD_TOO_LONG']);
  expect(problemsOf({ tierYuan: 450 })).toEqual(['tierYuan TIER_UNKNOWN']);
  expect(problemsOf({ assessmentYear: 2025 })).toEqual(['assessmentYear YEAR_NOT_OPEN']);
  expect(problemsOf({ declarationAccepted: false })).toEqual(['declarationAccepted DECLARATION_NEEDED']);
});

test('without a policy in force no tier can be chosen', () => {
  expect(checkAnswers(complete(), { ...CONTEXT, profile: null })).toMatchObject([{ path: 'tierYuan', code: 'POLICY_MISSING' }]);
});

test('from October on next year may be chosen too', () => {
  expect([assessmentYears('2026-09-30'), assessmentYears('2026-10-01')]).toEqual([[2026], [2026, 2027]]);
});

test('spells under another pension name their wrong part', () => {
  expect(problemsOf({ otherPensions: [{ kind: 'employee', from: '2012-03', to: '2015-06' }, { kind: 'employee', from: '2026-03', to: null }] })).toEqual([]);
  expect(problemsOf({ otherPensions: [{ kind: 'none', from: '2012-13', to: '2026-04' }] })).toEqual(['otherPensions.0.kind FIELD_CODE_UNKNOWN', 'otherPensions.0.from PERIOD_MONTH', 'otherPensions.0.to PERIOD_MONTH']);
  expect(problemsOf({ otherPensions: [{ kind: 'employee', from: '2015-06', to: '2015-05' }] })).toEqual(['otherPensions.0.to PERIOD_REVERSED']);
});

test('a resident of fifteen is told when she may enrol', () => {
  expect(checkAnswers(complete({ citizenId: idBorn('2010-03-06') }), CONTEXT)).toMatchObject([{ path: 'citizenId', code: 'ELIGIBILITY_TOO_YOUNG', message: expect.stringContaining('2026-03-06') }]);
  expect(problemsOf({ citizenId: idBorn('2010-03-05') })).toEqual([]);
  expect([mayEnrolFrom('2012-02-29'), mayEnrolFrom('2010-02-28')]).toEqual(['2028-02-29', '2026-02-28']);
});

test('students, people in post and those with an employees’ pension learn why not, all at once', () => {
  expect(problemsOf({ isStudent: true, isCivilServant: true, hasEmployeePension: true }))
    .toEqual(['isStudent ELIGIBILITY_STUDENT', 'isCivilServant ELIGIBILITY_CIVIL_SERVANT', 'hasEmployeePension ELIGIBILITY_EMPLOYEE_PENSION']);
});

test('someone past sixty may go on and is told to ask at the window', () => {
  expect(problemsOf({ citizenId: '420606195003150023' })).toEqual([]);
  expect(checkEligibility(complete({ citizenId: '420606195003150023' }), TODAY)).toMatchObject({ outcome: 'ask', reasons: [{ code: 'ELIGIBILITY_SIXTY' }] });
  expect(checkEligibility(complete({ citizenId: idBorn('1966-03-06') }), TODAY).outcome).toBe('eligible');
});

test('eligibility is unknown while a question is open', () => {
  expect(checkEligibility({ citizenId: '420606199001011239', isStudent: false }, TODAY).outcome).toBe('unknown');
  expect(checkEligibility(complete(), TODAY)).toEqual({ outcome: 'eligible', reasons: [] });
});

test('answers are stored the way they are compared', () => {
  expect(sanitiseAnswers({ citizenId: ' 42060619900101002x', phone: '138 1234 5678', bankCard: '4539 5787 6362 1486', name: ' 王小明 ', tierYuan: 500, otherPensions: [{ kind: 'employee', from: '2012-03', to: '' }] }))
    .toEqual({ ok: true, value: { citizenId: '42060619900101002X', phone: '13812345678', bankCard: '4539578763621486', name: '王小明', tierYuan: 500, otherPensions: [{ kind: 'employee', from: '2012-03', to: null }] } });
});

test.each([
  ['an unknown field', { admin: true }, 'ANSWERS_UNKNOWN_FIELD', 'answers.admin'],
  ['a field of Object itself', JSON.parse('{"__proto__": 1}'), 'ANSWERS_UNKNOWN_FIELD', 'answers.__proto__'],
  ['a number for a name', { name: 5 }, 'ANSWERS_TYPE', 'answers.name'],
  ['null for a name', { name: null }, 'ANSWERS_TYPE', 'answers.name'],
  ['a text for a yes or no', { isStudent: 'false' }, 'ANSWERS_TYPE', 'answers.isStudent'],
  ['half a yuan', { tierYuan: 0.5 }, 'ANSWERS_TYPE', 'answers.tierYuan'],
  ['a name too long', { name: '长'.repeat(31) }, 'ANSWERS_TOO_LONG', 'answers.name'],
  ['one spell instead of a list', { otherPensions: {} }, 'ANSWERS_TYPE', 'answers.otherPensions'],
  ['too many spells', { otherPensions: Array.from({ length: 11 }, () => ({ kind: 'a', from: 'b', to: null })) }, 'ANSWERS_TOO_LONG', 'answers.otherPensions'],
  ['a spell that is a number', { otherPensions: [1] }, 'ANSWERS_TYPE', 'answers.otherPensions.0'],
  ['a spell with an unknown part', { otherPensions: [{ kind: 'a', from: 'b', to: null, sum: 1 }] }, 'ANSWERS_UNKNOWN_FIELD', 'answers.otherPensions.0.sum'],
  ['a spell without a kind', { otherPensions: [{ from: '2012-03', to: null }] }, 'ANSWERS_TYPE', 'answers.otherPensions.0.kind'],
  ['a spell beginning nowhere', { otherPensions: [{ kind: 'a', to: null }] }, 'ANSWERS_TYPE', 'answers.otherPensions.0.from'],
  ['a spell ending in a number', { otherPensions: [{ kind: 'a', from: '2012-03', to: 3 }] }, 'ANSWERS_TYPE', 'answers.otherPensions.0.to'],
  ['a list instead of a form', [], 'ANSWERS_SHAPE', 'answers'],
])('%s is refused by name', (_what, raw, code, path) => expect(sanitiseAnswers(raw)).toMatchObject({ ok: false, code, path }));

test('an empty text takes an answer back, and only real changes count as changes', () => {
  expect(mergeAnswers({ name: '王小明', phone: '13812345678' }, { phone: '', tierYuan: 500 })).toEqual({ name: '王小明', tierYuan: 500 });
  expect(changedFields({ name: '王小明', otherPensions: [] }, { name: '王小明', phone: '', tierYuan: 500 })).toEqual(['tierYuan']);
});

test('someone of sixty is told as soon as the number is written, before anything else is asked', () => {
  expect([sixtyNote(idBorn('1966-03-05'), TODAY), sixtyNote(idBorn('1966-03-06'), TODAY)]).toEqual([SIXTY_SENTENCE, null]);
  expect([sixtyNote(undefined, TODAY), sixtyNote('4206061966', TODAY)]).toEqual([null, null]);
});
