import type { DoorSignUpView, StaffActivityView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { formOf, found, narrowed, planOf, satisfactionText, toneOf } from './activities.view.ts';

const NOW = instantAt('2026-11-23', '10:00');
const item = (id: string, state: StaffActivityView['state'], day: string): StaffActivityView => ({
  id, title: id, words: '', place: '', hallName: '', pictureUrl: null, startsAt: instantAt(day, '14:00'), endsAt: instantAt(day, '15:00'), signUpClosesAt: instantAt(day, '12:00'), capacity: 10, free: 10, waiting: 0, state, stateLabel: '', cancelReason: null, signUpOpen: true,
  satisfaction: { n: 0, average: null, satisfiedRate: null }, createdByName: '', signedUp: 0, attended: 0, mayEdit: true, doorOpen: true, actions: [], ratingEndsAt: 0, version: 1,
});
const person = (name: string, reference: string, state: DoorSignUpView['state']): DoorSignUpView => ({ id: name, reference, name, byHand: false, hasPhone: false, state, stateLabel: '', signedUpAt: 0, attendedAt: null, actions: [], version: 1 });

describe('activities as whoever plans them sees them', () => {
  it('are told apart by what is still to come, what was, and what nobody knows of yet', () => {
    const items = [item('draft', 'draft', '2026-12-01'), item('later', 'announced', '2026-12-01'), item('soon', 'announced', '2026-11-24'), item('off', 'cancelled', '2026-11-25'), item('was', 'held', '2026-11-20')];
    expect((['coming', 'past', 'drafts'] as const).map((scope) => narrowed(items, scope, NOW).map(({ id }) => id))).toEqual([['soon', 'later'], ['off', 'was'], ['draft']]);
  });
  it('shine while one can sign up', () => expect([toneOf({ state: 'announced', signUpOpen: true }), toneOf({ state: 'announced', signUpOpen: false }), toneOf({ state: 'cancelled', signUpOpen: false })]).toEqual(['sun', 'info', 'accent']));
  it('say no figure below five ratings', () => expect([satisfactionText({ n: 3, average: null, satisfiedRate: null }), satisfactionText({ n: 8, average: 4.25, satisfiedRate: 1 })]).toEqual(['3 人评价，满 5 人后显示', '4.3 分（8 人）']));
  it('find a person at the door by a part of the name or by the reference, those still expected first', () => {
    const people = [person('王小明', 'AB2CD3EF', 'attended'), person('王秀英', 'GH4JK5LM', 'signed-up'), person('李梅', 'NP6QR7ST', 'signed-up')];
    expect([found(people, '王').map(({ name }) => name), found(people, 'np6q r7').map(({ name }) => name), found(people, '赵')]).toEqual([['王秀英', '王小明'], ['李梅'], []]);
  });
  it('keep their times through the form', () => {
    const { title, words, place, startsAt, endsAt, signUpClosesAt, capacity } = item('宣讲', 'draft', '2026-12-01');
    const plan = { title, words, place, startsAt, endsAt, signUpClosesAt, capacity };
    expect(planOf(formOf(plan))).toEqual(plan);
  });
});
