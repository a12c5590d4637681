import type { EnquiryDueView, EnquiryStepView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { courseOf, faceOf, lineOf, sayingsOf } from './enquiry.view.ts';

const TODAY = '2026-11-23';
const step = (kind: string, more: Partial<EnquiryStepView> = {}): EnquiryStepView => ({ kind, label: kind, at: instantAt(TODAY, '09:05'), byAsker: false, by: null, inNameOf: null, to: null, words: null, ...more });
const due = (more: Partial<EnquiryDueView> = {}): EnquiryDueView => ({ dueAt: instantAt('2026-11-24', '17:00'), stateLabel: '办理中', overdue: false, daysLate: 0, basis: '', extension: null, ...more });
const story = [
  step('ask', { byAsker: true, words: '怎么补办？' }), step('take', { by: '王晓梅 经办员' }), step('offer', { by: '王晓梅 经办员', to: '待遇核定科', words: '问的是待遇' }),
  step('answer', { by: '钱志华 副局长', inNameOf: '孙明远', words: '带身份证来。' }),
];

test('the newest of what was said stands first, an answer with whose it is and in whose name', () => {
  expect(sayingsOf(story).map(({ heading, by, words }) => [heading, by, words])).toEqual([['答复', '钱志华 副局长，代孙明远答复', '带身份证来。'], ['您问', null, '怎么补办？']]);
});

test('the course tells who asked whom to take over and why, and does not repeat what was said', () => {
  const course = courseOf({ steps: story, due: null, state: 'answered' }, TODAY);
  expect(course.map(({ note }) => note)).toEqual([null, null, '问的是待遇', null]);
  expect(course[0]!.detail).toBe('今天 09:05 · 您');
  expect(course[2]!.detail).toBe('今天 09:05 · 王晓梅 经办员 · 请 待遇核定科 接办');
});

test('while an answer is owed the course ends with its day, and says by itself that it is late or was given longer', () => {
  const last = (more: Partial<EnquiryDueView>) => courseOf({ steps: story.slice(0, 2), due: due(more), state: 'open' }, TODAY)[2]!;
  expect(last({})).toMatchObject({ state: 'now', detail: '明天 17:00 前答复', note: null });
  expect(last({ overdue: true, extension: '已延期 2 个工作日：要核实' }).note).toBe('这条已经超期。已延期 2 个工作日：要核实');
  expect(last({ dueAt: null, stateLabel: '等工作日历' }).detail).toBe('等工作日历');
});

test('a late one looks late and an answered one asks to be read', () => {
  expect(faceOf({ state: 'open', due: due({ overdue: true }) }).tone).toBe('accent');
  expect(faceOf({ state: 'answered', due: null })).toEqual({ tone: 'sun', icon: 'bell-ring' });
});

test('a line of the list says with whom it is and until when', () => {
  expect(lineOf({ state: 'open', ownerName: null, due: due() }, TODAY)).toBe('等待接收，明天 17:00 前答复');
  expect(lineOf({ state: 'open', ownerName: '王晓梅', due: due({ overdue: true }) }, TODAY)).toBe('由 王晓梅 负责，已超期');
  expect(lineOf({ state: 'answered', ownerName: '王晓梅', due: null }, TODAY)).toBe('有答复，请看');
  expect(lineOf({ state: 'confirmed', ownerName: '王晓梅', due: null }, TODAY)).toBe('由 王晓梅 负责');
});
