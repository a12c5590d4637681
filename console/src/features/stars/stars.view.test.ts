import type { StaffStarRoundView, StarCandidateView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { byVotes, formOf, monthTaken, planOf, starsOf, toneOf, turnoutText } from './stars.view.ts';

const candidate = (staffId: string, votes: number | null, star = false): StarCandidateView => ({ id: staffId, staffId, code: null, name: staffId, post: '', badgeNumber: '', photoUrl: null, reasons: '耐心细致，群众都夸', served: 1, judged: 0, rate: null, honours: 0, votes, struckWhy: null, star });
const round = (candidates: StarCandidateView[]): StaffStarRoundView => ({
  id: 'r', code: null, month: '2026-11', monthLabel: '', state: 'draft', stateLabel: '', tieRule: 'rate', tieLabel: '', opensAt: instantAt('2026-12-01', '09:00'), closesAt: instantAt('2026-12-05', '17:00'), takesVotes: false, objectionDays: 5, objectionsUntil: null, ballots: null, root: null,
  candidates, turnout: null, createdByName: '', openedByName: null, openObjections: 0, actions: [], version: 1,
});

describe('a star round as whoever composes it sees it', () => {
  it('keeps its plan through the form', () => {
    const of = round([candidate('wang', null), candidate('li', null)]);
    expect(planOf(formOf(of))).toEqual({ month: '2026-11', tieRule: 'rate', opensAt: of.opensAt, closesAt: of.closesAt, objectionDays: 5, nominees: [{ staffId: 'wang', reasons: '耐心细致，群众都夸' }, { staffId: 'li', reasons: '耐心细致，群众都夸' }] });
  });
  it('tells how many voted only from five on, and exactly once counted', () => {
    const text = (state: string, ballots: number | null, turnout: number | null) => turnoutText({ state, ballots, turnout });
    expect([text('draft', null, null), text('open', null, null), text('open', null, 15), text('closed', 17, 17)]).toEqual(['', '不足 5 人', '15 人以上', '17 张选票']);
  });
  it('puts whoever has most votes first and names the stars', () => {
    const all = [candidate('li', 2), candidate('wang', 7, true)];
    expect([byVotes(all).map(({ name }) => name), starsOf({ candidates: all })]).toEqual([['wang', 'li'], 'wang']);
  });
  it('shines while votes are taken', () => expect([toneOf({ state: 'open', takesVotes: true }), toneOf({ state: 'open', takesVotes: false }), toneOf({ state: 'final', takesVotes: false }), toneOf({ state: 'draft', takesVotes: false })]).toEqual(['sun', 'info', 'ok', 'quiet']));
});

test('a month that has its round already is told before nominees are written, except to whoever changes that round', () => {
  const rounds = [{ id: 'r', month: '2026-11' }];
  expect([monthTaken(rounds, '2026-11', null), monthTaken(rounds, '2026-11', 'r'), monthTaken(rounds, '2026-12', null)]).toEqual([true, false, false]);
});
