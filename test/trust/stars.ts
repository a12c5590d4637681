import { DAY_LENGTH } from '../../packages/shared/src/kernel/day.ts';
import { StarCandidate, StarObjection, StarRound } from '../../cloud-api/src/features/star/star.entity.ts';
import { CryptoPort } from '../../cloud-api/src/platform/crypto/crypto.port.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { Counter } from './household.ts';
import type { OccasionThing } from './occasions.ts';

export interface StarsHeld { draftId: string; shownId: string; objectionId: string }

/** A round still being drafted, one whose result is on show, and an objection to it. */
export async function holdStars(hall: TestApp, { staffId }: Pick<Counter, 'staffId'>): Promise<StarsHeld> {
  const [draftId, shownId, objectionId] = [newId(), newId(), newId()];
  const round = (id: string, month: string, state: StarRound['state'], now: number) => ({
    id, hallId: hall.hallId, month, monthKey: `${hall.hallId}:${month}`, code: null, state, tieRule: 'shared' as const, opensAt: now + DAY_LENGTH, closesAt: now + 3 * DAY_LENGTH, objectionDays: 5, createdBy: staffId,
    openedBy: null, openedAt: null, closedAt: null, ballots: null, root: null, publishedAt: null, objectionsUntil: null, finalAt: null,
  });
  await hall.work(async (work) => {
    await work.add(StarRound, round(draftId, '2026-11', 'draft', work.now));
    await work.add(StarRound, round(shownId, '2026-10', 'published', work.now));
    await work.add(StarCandidate, { id: newId(), roundId: draftId, staffId, position: 0, reasons: '耐心细致，群众都夸', nominatedBy: staffId, code: null, served: null, judged: null, rate: null, honours: null, votes: null, struckById: null, star: false });
    const wordsCipher = hall.app.get(CryptoPort).encryptField('我对这次的结果有疑问', `star-objection.words:${objectionId}`);
    await work.add(StarObjection, { id: objectionId, hallId: hall.hallId, roundId: shownId, candidateId: null, raiser: 'staff', raisedBy: newId(), raisedAt: work.now, wordsCipher, state: 'raised', answer: null, answeredBy: null, answeredAt: null });
  });
  return { draftId, shownId, objectionId };
}

/** For each door that names one: it belongs to its hall. */
export function doorsOfStars({ draftId, shownId, objectionId }: StarsHeld): Record<string, OccasionThing> {
  const version = { version: 1 };
  const plan = { month: '2026-11', tieRule: 'shared', opensAt: 0, closesAt: 1, objectionDays: 5, nominees: [], version: 1 };
  return {
    'GET /api/staff/stars/:id': { ids: [draftId] },
    'PUT /api/staff/stars/:id': { ids: [draftId], body: plan },
    ...Object.fromEntries(['discard', 'open', 'publish'].map((step) => [`POST /api/staff/stars/:id/${step}`, { ids: [draftId], body: version }])),
    'POST /api/staff/stars/:id/objections': { ids: [shownId], body: { candidateId: null, words: '我对这次的结果有疑问' } },
    'GET /api/staff/stars/:id/objections': { ids: [shownId] },
    'POST /api/staff/stars/objections/:id/answer': { ids: [objectionId], body: { uphold: false, words: '已经核实', version: 1 } },
  };
}

/** A round that is open is everybody's to look at and to vote in. */
export const EVERYBODYS_STARS = ['GET /api/resident/stars/:id', 'POST /api/resident/stars/:id/vote', 'GET /api/resident/stars/:id/objections', 'POST /api/resident/stars/:id/objections'];
