import { createHash } from 'node:crypto';
import type { StarCandidateView, StarRoundView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { forgetVote, keepVote, keptVote, keptVotes } from './kept-votes.ts';
import { digest } from './sha256.ts';
import { barOf, figuresInWords, inOrder, lineOf, toneOf } from './star.view.ts';

const candidate = (name: string, votes: number | null, star = false): StarCandidateView => ({ id: name, staffId: name, code: name, name, post: '', badgeNumber: '', photoUrl: null, reasons: '', served: 120, judged: 100, rate: 966, honours: 0, votes, struckWhy: null, star });
const round = (more: Partial<StarRoundView>): StarRoundView => ({
  id: 'r', code: 'c', month: '2026-11', monthLabel: '2026年11月', state: 'open', stateLabel: '', tieRule: 'shared', tieLabel: '', opensAt: instantAt('2026-11-24', '09:00'), closesAt: instantAt('2026-11-25', '17:00'), takesVotes: true, objectionDays: 5, objectionsUntil: null,
  ballots: null, root: null, candidates: [candidate('王晓梅', null)], ...more,
});

describe('the service star on the phone', () => {
  test('its digest is SHA-256, whatever the length', () => {
    for (const text of ['', 'abc', '0:{"ballot":"x"}', 'a'.repeat(200)]) expect(digest(text)).toBe(createHash('sha256').update(text).digest('hex'));
  });
  test('a round says until when one can vote, and afterwards who it is', () => {
    expect(lineOf(round({}), instantAt('2026-11-24', '10:00'))).toBe('投票到 明天 17:00');
    expect(lineOf(round({ takesVotes: false }), instantAt('2026-11-23', '10:00'))).toBe('明天 09:00 开始投票');
    expect(lineOf(round({ takesVotes: false }), instantAt('2026-11-25', '17:00'))).toBe('投票已经截止，正在计票');
    expect(lineOf(round({ state: 'final', candidates: [candidate('王晓梅', 5, true), candidate('李文静', 2)] }), instantAt('2026-12-09', '10:00'))).toBe('标兵：王晓梅');
    expect(lineOf(round({ state: 'final' }), instantAt('2026-12-09', '10:00'))).toBe('这一次没有产生标兵');
    expect([toneOf({ state: 'open', takesVotes: true }), toneOf({ state: 'final', takesVotes: false })]).toEqual(['sun', 'ok']);
  });
  test('figures are told with their rate, and without one where there were too few', () => {
    expect(figuresInWords({ served: 120, rate: 966 })).toBe('当月办结 120 件，五分钟办结率 96.6%');
    expect(figuresInWords({ served: 3, rate: null })).toBe('当月办结 3 件');
  });
  test('with results whoever has most stands first, and the bars are measured by them', () => {
    const both = [candidate('李文静', 2), candidate('王晓梅', 5)];
    expect(inOrder(both).map(({ name }) => name)).toEqual(['王晓梅', '李文静']);
    expect(both.map((each) => barOf(each, both))).toEqual([40, 100]);
  });
  test('a receipt belongs to one account, outlives its session, and can be thrown away', () => {
    const receipt = { roundId: 'r', round: 'c', ballot: 'b', choice: 'x', candidateName: '王晓梅', monthLabel: '2026年11月' };
    expect(keepVote('wang', { roundId: 'r', nonce: 'n', receipt: null })).toBe(true);
    keepVote('wang', { roundId: 'r', nonce: 'n', receipt });
    expect(keptVotes('wang')).toHaveLength(1);
    expect(keptVote('wang', 'r')?.receipt).toEqual(receipt);
    expect(keptVote('li', 'r')).toBeNull();
    expect(keptVotes(null)).toEqual([]);
    forgetVote('wang', 'r');
    expect(keptVote('wang', 'r')).toBeNull();
  });
});
