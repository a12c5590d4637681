import type { ActivitySignUpView, ActivityView, MyActivityView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { cardLine, leaving, placesInWords, scoreInWords, shelvesOf, standingOf, toneOf, whenInWords } from './activity.view.ts';

const NOW = instantAt('2026-11-23', '10:00');
const anActivity = (part: Partial<ActivityView> = {}): ActivityView => ({
  id: 'a', title: '缴费档次怎么选', words: '', place: '二楼会议室', hallName: '', pictureUrl: null, startsAt: instantAt('2026-11-24', '14:00'), endsAt: instantAt('2026-11-24', '15:30'), signUpClosesAt: instantAt('2026-11-24', '12:00'), capacity: 30, free: 4, waiting: 0,
  state: 'announced', stateLabel: '报名中', cancelReason: null, signUpOpen: true, satisfaction: { n: 0, average: null, satisfiedRate: null }, ...part,
});
const aSignUp = (part: Partial<ActivitySignUpView> = {}): ActivitySignUpView => ({ id: 's', reference: 'AB2CD3EF', maskedName: '王*明', state: 'signed-up', stateLabel: '已报名', ahead: null, rated: false, actions: ['cancel'], version: 1, ...part });
const own = (activity: ActivityView, signUp = aSignUp()): MyActivityView => ({ activity, signUp, nameNeeded: false, refusal: null });

test('one’s own activities come first and stand nowhere else; what is over comes last', () => {
  const [mine, other, past, off] = [anActivity({ id: 'mine' }), anActivity({ id: 'other' }), anActivity({ id: 'past', endsAt: NOW - 1 }), anActivity({ id: 'off', state: 'cancelled' })];
  const shelves = shelvesOf([mine, other, past, off], [own(mine)], NOW);
  expect([shelves.mine, shelves.coming, shelves.past].map((shelf) => shelf.map(({ id }) => id))).toEqual([['mine'], ['other'], ['past']]);
});

test('an activity one came to stays with one’s own until it is rated', () => {
  const past = anActivity({ id: 'past', state: 'held', endsAt: NOW - 1 });
  expect(shelvesOf([past], [own(past, aSignUp({ state: 'attended', actions: ['rate'] }))], NOW).mine).toHaveLength(1);
  expect(shelvesOf([past], [own(past, aSignUp({ state: 'attended', rated: true, actions: [] }))], NOW).past).toHaveLength(1);
});

test('a card says how many places are left, then how content people were', () => {
  expect([cardLine(anActivity()), cardLine(anActivity({ free: 0, waiting: 2 })), cardLine(anActivity({ free: 0 })), cardLine(anActivity({ state: 'held', signUpOpen: false }))]).toEqual(['还有 4 个名额', '名额已满，候补 2 人', '名额已满，可以候补', null]);
  expect(cardLine(anActivity({ state: 'held', signUpOpen: false, satisfaction: { n: 8, average: 4.25, satisfiedRate: 1 } }))).toBe('4.3 分，8 人评价');
  expect(placesInWords(anActivity({ free: 0, waiting: 3 }))).toBe('共 30 个，已满，候补 3 人');
});

test('below five ratings their number is told and no figure', () => {
  expect([{ n: 0, average: null, satisfiedRate: null }, { n: 3, average: null, satisfiedRate: null }, { n: 5, average: 4, satisfiedRate: 1 }].map(scoreInWords)).toEqual([null, '3 人评过，满 5 人后显示', '4.0 分（满分 5 分，5 人评）']);
});

test('a sign-up tells where one stands: with a place, in line, there, rated, or called off and why', () => {
  const say = (part: Partial<ActivitySignUpView>, activity = anActivity()) => standingOf(aSignUp(part), activity, '2026-11-23');
  expect(say({})).toMatchObject({ tone: 'ok', detail: '明天 14:00 开始，提前一小时可以签到' });
  expect([say({ state: 'waiting', ahead: 0 }).title, say({ state: 'waiting', ahead: 2 }).title]).toEqual(['候补第 1 位', '候补中，前面还有 2 位']);
  expect([say({ state: 'attended' }).title, say({ state: 'attended', rated: true }).title]).toEqual(['已签到', '已评价，谢谢您']);
  expect(say({ state: 'called-off' }, anActivity({ cancelReason: '老师生病' }))).toMatchObject({ tone: 'accent', detail: '原因：老师生病' });
  expect([whenInWords(anActivity(), '2026-11-23'), toneOf({ state: 'announced', signUpOpen: false })]).toEqual(['明天 14:00', 'info']);
});

test('who only waits for a place is not told of a place they give up', () => {
  expect([leaving(aSignUp()).cancelDetail, leaving(aSignUp({ state: 'waiting' })).cancelAsk]).toEqual(['位置会让给后面的人。', '要退出候补吗？']);
});
