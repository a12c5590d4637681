import { Commitment, CommitmentVersion, Exclusion, FulfilmentRow } from '../../cloud-api/src/features/commitment/commitment.entity.ts';
import type { StaffCommitmentView } from '../../cloud-api/src/features/commitment/commitment.dto.ts';
import { TimeDispute } from '../../cloud-api/src/features/commitment/dispute.entity.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { Counter, Household } from './household.ts';
import type { OccasionThing } from './occasions.ts';

export interface Promises {
  commitmentId: string;
  fulfilmentId: string;
  exclusionId: string;
  disputeId: string;
}

const RULE = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: true, classes: [], matters: [], departments: [], staff: [] } } as const;
const DRAFT = { holderKind: 'hall', holderId: null, wording: '材料备齐的，五分钟办结', basis: '', rule: RULE };

/** A promise, one time it was broken, and somebody who would rather not have that counted. */
export async function givePromises(hall: TestApp, { token }: Pick<Counter, 'token'>, { servedTicketId, residentId }: Pick<Household, 'servedTicketId' | 'residentId'>): Promise<Promises> {
  const { body: made } = await hall.call<StaffCommitmentView>('POST', '/staff/commitments', { token, key: newId(), body: DRAFT });
  const somebody = await hall.staff(['leader'], '带班领导');
  const [fulfilmentId, exclusionId, disputeId] = [newId(), newId(), newId()];
  await hall.work(async (work) => {
    const row = await work.get(Commitment, made.id);
    const version = (await work.findOne(CommitmentVersion, { commitmentId: row.id }))!;
    await work.add(FulfilmentRow, {
      id: fulfilmentId, hallId: row.hallId, commitmentVersionId: version.id, subjectId: newId(), ordinal: 0, openedAt: work.now, dueAt: work.now, closedAt: work.now + 1, endedAt: null, settlesOn: null, spreadStep: 0, took: 1, staffId: null, windowId: null,
      departmentId: null, excludedAt: null,
    });
    await work.add(Exclusion, { id: exclusionId, hallId: row.hallId, fulfilmentId, reason: 'system-outage', words: '省系统中断', state: 'proposed', proposedBy: somebody.actor.id, proposedAt: work.now, decidedBy: null, decidedAt: null, decisionWords: null });
    await work.add(TimeDispute, { id: disputeId, hallId: row.hallId, ticketId: servedTicketId, raisedBy: residentId, recordedBy: null, state: 'raised', wordsCipher: null, raisedAt: work.now, answeredBy: null, answeredAt: null, answerCipher: null });
  });
  return { commitmentId: made.id, fulfilmentId, exclusionId, disputeId };
}

/** For each door of theirs that names a thing: one that is really there. */
export function doorsOfPromises({ commitmentId, fulfilmentId, exclusionId, disputeId }: Promises): Record<string, OccasionThing> {
  return {
    'GET /api/staff/disputes/:id': { ids: [disputeId] },
    'POST /api/staff/disputes/:id/answer': { ids: [disputeId], body: { outcome: 'explained', words: '核对过监控', exclude: false, version: 1 }, roles: ['leader'] },
    'GET /api/staff/commitments/:id': { ids: [commitmentId] },
    'GET /api/staff/commitments/:id/fulfilments': { ids: [commitmentId] },
    'PUT /api/staff/commitments/:id': { ids: [commitmentId], body: { ...DRAFT, version: 1 } },
    'POST /api/staff/commitments/:id/publish': { ids: [commitmentId], body: { inForceFrom: '2026-12-01', version: 1 } },
    'POST /api/staff/commitments/:id/withdraw': { ids: [commitmentId], body: { version: 1 } },
    'POST /api/staff/commitments/fulfilments/:id/exclusion': { ids: [fulfilmentId], body: { reason: 'system-outage', words: '省系统中断' } },
    'POST /api/staff/commitments/exclusions/:id': { ids: [exclusionId], body: { agree: true, words: '', version: 1 } },
  };
}
