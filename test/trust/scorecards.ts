import { AssessmentFact, AssessmentFormulaRow, Scorecard, ScorecardAppeal } from '../../cloud-api/src/features/assessment/assessment.entity.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { countCard } from '../../packages/shared/src/assessment/scorecard.rules.ts';
import type { StaffRole } from '../../packages/shared/src/identity/permissions.ts';
import type { Counter } from './household.ts';
import type { OccasionThing } from './occasions.ts';

export interface Scorecards { cardId: string; factId: string; appealId: string }

/** A card of the counter's own clerk with something to say against it, and a colleague's appeal that waits. */
export async function layScorecards(hall: TestApp, { staffId }: Pick<Counter, 'staffId'>): Promise<Scorecards> {
  const [cardId, factId, appealId, otherCardId, formulaId] = [newId(), newId(), newId(), newId(), newId()];
  const colleague = await hall.staff(['clerk'], '吴同事');
  const author = await hall.staff(['director'], '局长');
  await hall.work(async (work) => {
    const of = { hallId: hall.hallId, month: '2026-10', holderKind: 'person' as const, number: 1, formulaId, counts: countCard([{ part: 'kept', good: false }]), people: 1, score: 0, struck: [], sealedAt: work.now };
    await work.add(AssessmentFormulaRow, { id: formulaId, hallId: hall.hallId, from: '2026-10', weights: { served: 0, five: 0, kept: 1000, once: 0, relays: 0 }, target: 1, publishedBy: author.actor.id, publishedAt: work.now });
    await work.add(AssessmentFact, { id: factId, hallId: hall.hallId, factKey: newId(), day: '2026-10-08', part: 'kept', good: false, staffId, departmentId: null, label: '答复意见', countedIn: '2026-10' });
    await work.add(Scorecard, { ...of, id: cardId, holderId: staffId });
    await work.add(Scorecard, { ...of, id: otherCardId, holderId: colleague.actor.id });
    await work.add(ScorecardAppeal, { id: appealId, hallId: hall.hallId, scorecardId: otherCardId, staffId: colleague.actor.id, facts: [], words: '不是这样', state: 'raised', raisedAt: work.now, decidedBy: null, decidedAt: null, decisionWords: null });
  });
  return { cardId, factId, appealId };
}

/** The doors that name them. */
export const doorsOfScorecards = ({ cardId, factId, appealId }: Scorecards): Record<string, OccasionThing & { roles?: StaffRole[] }> => ({
  'POST /api/staff/assessment/cards/:id/appeal': { ids: [cardId], body: { facts: [factId], words: '那天停电' } },
  'POST /api/staff/assessment/appeals/:id/decide': { ids: [appealId], body: { agree: false, words: '维持', version: 1 }, roles: ['leader'] },
});
