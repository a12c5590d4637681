import { GUIDE_MOVES, decideGuide, guideDayProblems, guideMatches, guideProblems, guideStand, indexed, redactExcept, searchGuide } from './guide.rules.ts';

const shelf = [
  { id: 'a', question: '社保卡丢了怎么补办？', answer: '带身份证到 5 号窗口，当场补办，一般半小时。也可以在手机上挂失。' },
  { id: 'b', question: '居民养老保险一年交多少钱？', answer: '从 200 元到 4000 元共十二档，自己选。困难人员由政府代缴最低档。' },
  { id: 'c', question: '退休以后养老金几号到账？', answer: '每月 15 日前发到社保卡，遇到节假日提前。' },
].map(indexed);
const ids = (found: { id: string }[]) => found.map(({ id }) => id);

test('words are found in the question first, then in the answer, in any order', () => {
  expect(ids(searchGuide(shelf, '社保卡'))).toEqual(['a', 'c']);
  expect(ids(searchGuide(shelf, '补办 身份证'))).toEqual(['a']);
  expect(ids(searchGuide(shelf, '代缴'))).toEqual(['b']);
  expect(ids(searchGuide(shelf, '医保报销'))).toEqual([]);
  expect(ids(searchGuide(shelf, '  '))).toEqual(['a', 'b', 'c']);
});

test('words in another order than the entry’s are found by their pairs', () => {
  expect(ids(searchGuide(shelf, '养老金到账几号'))).toEqual(['c']);
});

test('somebody who writes a question is shown what answers it already, and nothing that has nothing to do with it', () => {
  expect(ids(guideMatches(shelf, '我的社保卡昨天丢了，请问要怎么补？', 3))).toEqual(['a']);
  expect(ids(guideMatches(shelf, '请问养老金每个月几号到账啊', 3))[0]).toBe('c');
  expect(guideMatches(shelf, '大厅附近有停车的地方吗', 3)).toEqual([]);
  expect(guideMatches(shelf, '卡', 3)).toEqual([]);
});

test('nothing that names a person goes public, while the hall’s own phones may', () => {
  const words = { question: '社保卡丢了怎么补办？', answer: '请打 0710-3456789 问一问。', topic: 'card' };
  expect(guideProblems(words, ['0710-3456789'], [])).toEqual([]);
  expect(guideProblems(words, [], []).map(({ path }) => path)).toEqual(['answer']);
  expect(guideProblems({ ...words, answer: '王秀英您好，请带身份证来。' }, [], ['王秀英']).map(({ path }) => path)).toEqual(['answer']);
  expect(guideProblems({ ...words, question: '我的身份证 420606195003150023 查不到参保？' }, ['0710-3456789'], []).map(({ path }) => path)).toEqual(['question']);
  expect(redactExcept('打 0710-3456789 或 13812345678', ['0710-3456789', ''])).toBe('打 0710-3456789 或 ［已隐去］');
  expect(guideProblems({ question: '？', answer: '', topic: 'none' }, [], []).map(({ path }) => path)).toEqual(['topic', 'question', 'answer']);
});

test('a leaflet says out of which document it is, whom to call has a number that is no person’s, and both are found by them', () => {
  const leaflet = { topic: 'enrolment', kind: 'leaflet', question: '居民养老保险明白纸', answer: '年满 16 周岁可以参加。'.repeat(200), source: '国发〔2014〕8号' } as const;
  const contact = { topic: 'other', kind: 'contact', question: '税务缴费热线', answer: '问缴费扣款，工作日都有人接。', phone: '12366' } as const;
  expect([guideProblems(leaflet, [], []), guideProblems(contact, [], [])]).toEqual([[], []]);
  expect(guideProblems({ ...leaflet, source: null }, [], []).map(({ path }) => path)).toEqual(['source']);
  for (const phone of ['', '小王', '138 1234 5678']) expect(guideProblems({ ...contact, phone }, [], []).map(({ path }) => path)).toEqual(['phone']);
  expect(guideProblems({ ...contact, phone: '0710-3456789', answer: '请打 0710-3456789。' }, [], [])).toEqual([]);
  const found = [...shelf, ...[{ id: 'd', ...leaflet }, { id: 'e', ...contact }].map(indexed)];
  expect([ids(searchGuide(found, '8号')), ids(searchGuide(found, '12366'))]).toEqual([['d'], ['e']]);
});

test('two people look at an entry before everybody does, and what was public is never rewritten', () => {
  expect(decideGuide('approve', { state: 'proposed', ownWords: true })).toMatchObject({ code: 'GUIDE_OWN_WORDS' });
  expect(decideGuide('approve', { state: 'proposed', ownWords: false })).toMatchObject({ value: 'published' });
  expect(decideGuide('revise', { state: 'published', ownWords: false })).toMatchObject({ code: 'GUIDE_MOVE_NOT_ALLOWED' });
  expect(decideGuide('approve', { state: 'returned', ownWords: false })).toMatchObject({ code: 'GUIDE_MOVE_NOT_ALLOWED' });
  expect(GUIDE_MOVES.published).toEqual({});
});

test('a version stands from its first to its last day, both included', () => {
  const period = { effectiveFrom: '2026-11-23', effectiveTo: '2026-11-30' };
  expect(['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'].map((day) => guideStand(period, day))).toEqual(['upcoming', 'in-force', 'in-force', 'ended']);
  expect(guideDayProblems('2026-11-22', '2026-11-23')).toHaveLength(1);
  expect(guideDayProblems('2026-11-23', '2026-11-23')).toEqual([]);
});
