import type { MeasurableEventView, StaffCommitmentView } from '@hall/shared/api/views';
import { SHIPPED_COMMITMENTS } from '@hall/shared/commitment/shipped-commitments';
import { checkCommitmentRule, type CommitmentRule } from '@hall/shared/commitment/commitment.rules';
import { begunAt, changedElsewhere, draftOf, endsOf, saidBy, sentenceOf } from './compose.view.ts';

const event = (name: string, clock: 'minutes' | 'working-days', mayOpen = true): MeasurableEventView => ({ event: name, label: name, subject: name.split('.')[0]!, subjectLabel: '', clock, mayOpen });
const EVENTS = [event('visit.taken', 'minutes'), event('visit.called', 'minutes'), event('visit.parked', 'minutes', false), event('visit.served', 'minutes'), event('suggestion.taken', 'working-days'), event('suggestion.replied', 'working-days')];
const FIVE = draftOf(SHIPPED_COMMITMENTS[0]!);

test('a promise reads as the sentence that is computed', () => {
  expect(sentenceOf(FIVE.rule)).toBe('从“叫号”到“办结”，5 分钟内，只算材料备齐的');
  expect(sentenceOf({ ...FIVE.rule, scope: { ...FIVE.rule.scope, matters: ['a', 'b'] } })).toBe('从“叫号”到“办结”，5 分钟内，只算材料备齐的，只算这些事项（2）');
});

test('an end is offered only of the same thing, not the beginning itself and nothing at which the clock stands still', () => {
  expect(endsOf(EVENTS, 'visit.called').map((each) => each.event)).toEqual(['visit.taken', 'visit.served']);
});

test('with another beginning the rule stays one that may be published', () => {
  const rule = begunAt(EVENTS, FIVE.rule, 'suggestion.taken');
  expect(rule).toMatchObject({ to: 'suggestion.replied', clock: 'working-days', limit: 1, scope: { readyOnly: false } });
  expect(checkCommitmentRule(rule as CommitmentRule).ok).toBe(true);
  expect(begunAt(EVENTS, FIVE.rule, 'visit.taken')).toMatchObject({ from: 'visit.taken', to: 'visit.served', limit: 5, scope: { readyOnly: true } });
});

test('a wording begun before a colleague changed the promise is shown beside theirs, never saved over it unseen', () => {
  const before = { ...FIVE, version: 4 } as unknown as StaffCommitmentView;
  const mine = { ...FIVE, wording: '十分钟内办结' };
  expect([changedElsewhere({ input: mine, base: 3 }, before), changedElsewhere({ input: mine, base: 4 }, before)]).toEqual([true, false]);
  expect([changedElsewhere({ input: saidBy(before), base: 3 }, before), changedElsewhere({ input: mine, base: null }, null), changedElsewhere(null, before)]).toEqual([false, false, false]);
});
