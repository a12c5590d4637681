import { randomUUID } from 'node:crypto';
import { CryptoPort } from '../../cloud-api/src/platform/crypto/crypto.port.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { RatingService } from '../../cloud-api/src/features/rating/rating.service.ts';
import { RatingCase, RatingObjection, RatingQuestion } from '../../cloud-api/src/features/rating/rating-case.entity.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';

/** A service somebody was not content with, and what the hall has of it. */
export interface Complaint {
  /** The invitation, rated with one star. */
  ratedId: string;
  ratingCaseId: string;
  objectionId: string;
  /** What the staff at the counter are asked about a service of their own. */
  questionId: string;
}

interface Thing {
  ids: string[];
  body?: object;
}

/** Rates a service of a clerk, which the counter works on, and one of the counter's own, about which it is asked. */
export async function complain(hall: TestApp, counterId: string, resident: { residentId: string; token: string }, comment: string): Promise<Complaint> {
  const { actor: clerk } = await hall.staff(['clerk'], '窗口同事');
  const [first, own] = [await rate(hall, clerk.id, resident, comment), await rate(hall, counterId, resident, comment)];
  const objectionId = newId();
  const wordsCipher = hall.app.get(CryptoPort).encryptField('不认可', `rating-objection.words:${objectionId}`);
  const questionId = randomUUID();
  await hall.work(async (work) => {
    await work.execute('UPDATE rating_case SET owner_id = ? WHERE id = ?', [counterId, first.id]);
    await work.add(RatingObjection, { id: objectionId, caseId: first.id, side: 'rater', verdictNo: 0, wordsCipher, state: 'waiting', decidedBy: null, at: work.now });
    await work.add(RatingQuestion, { id: questionId, caseId: own.id, hallId: hall.hallId, staffId: counterId, question: '请说说您平时怎样接待着急的群众。', askedBy: clerk.id, askedAt: work.now, releasedOn: '2026-11-23', answerCipher: null });
  });
  return { ratedId: first.invitationId, ratingCaseId: first.id, objectionId, questionId };
}

async function rate(hall: TestApp, staffId: string, { residentId, token }: { residentId: string; token: string }, comment: string): Promise<RatingCase> {
  const { id: invitationId } = await hall.work((work) => hall.app.get(RatingService).invite(work, { ticketId: newId(), hallId: hall.hallId, residentId, matterIds: ['enrolment'], windowId: null, staffId, servedAt: work.now }));
  const { status, body } = await hall.call('POST', `/resident/ratings/${invitationId}`, { token, key: newId(), body: { level: 1, reasons: ['slow'], comment } });
  if (status !== 200) throw new Error(`the story broke off: ${status} ${JSON.stringify(body)}`);
  await hall.deliver();
  return hall.dataSource.manager.findOneByOrFail(RatingCase, { invitationId });
}

/** For each door that names one of these: one that is really there, and a body good enough to be asked whose it is. */
export function complaintThings({ ratedId, ratingCaseId, objectionId, questionId }: Complaint): Record<string, Thing> {
  const version = { version: 1 };
  const words = { version: 1, words: '了解一下情况' };
  const finding = { ...words, verdict: 'valid' };
  const steps: [string, object][] = [
    ['contact', words], ['no-contact', version], ['attempts', words], ['question', { version: 1, question: '请说说您平时怎样接待着急的群众。' }], ['verify', finding], ['propose', { ...finding, verdict: 'mistaken' }], ['judge', { ...words, agree: true }],
    ['rectify', words], ['answer', words], ['no-revisit', words],
  ];
  return {
    ...Object.fromEntries(([['reply', words], ['objection', words], ['revisit', { version: 1, content: true }]] as const).map(([path, body]) => [`POST /api/resident/ratings/:id/${path}`, { ids: [ratedId], body }])),
    'GET /api/staff/rating-cases/:id': { ids: [ratingCaseId] },
    ...Object.fromEntries(steps.map(([path, body]) => [`POST /api/staff/rating-cases/:id/${path}`, { ids: [ratingCaseId], body }])),
    'POST /api/staff/rating-cases/:id/objections/:objectionId/decide': { ids: [ratingCaseId, objectionId], body: { ...words, stands: true } },
    ...Object.fromEntries(['answer', 'appeal'].map((path) => [`POST /api/staff/rating-questions/:id/${path}`, { ids: [questionId], body: { words: '情况是这样的' } }])),
  };
}
