import { Appraisal } from '../../cloud-api/src/features/appraisal/appraisal.entity.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { Counter } from './household.ts';
import type { OccasionThing } from './occasions.ts';

/** An appraisal with a result, which the counter's own clerk owes the rectification of. */
export async function holdAppraisal(hall: TestApp, { staffId }: Pick<Counter, 'staffId'>): Promise<string> {
  const id = newId();
  await hall.work((work) => work.add(Appraisal, {
    id, hallId: hall.hallId, departmentId: newId(), openKey: null, code: id.slice(-12), state: 'counted', questions: ['attitude'], invite: 20, population: 20, root: '', openedOn: '2026-11-02', closesOn: '2026-11-05', closesAt: work.now, openedBy: staffId, openedAt: work.now,
    seed: '', invited: 20, drawnAt: work.now, answers: 6, figures: [{ question: 'attitude', bands: [[1, 5, 6]], good: null }], countedAt: work.now, ownerId: staffId, dueOn: null, rectification: null, rectifiedOn: null, rectifiedBy: null,
  }));
  return id;
}

/** The doors that name it. */
export const doorsOfAppraisals = (id: string): Record<string, OccasionThing> => ({
  'GET /api/staff/appraisals/:id': { ids: [id] },
  'POST /api/staff/appraisals/:id/rectify': { ids: [id], body: { text: '每个窗口加一位引导员', version: 1 } },
});

/** What everybody may look at; whom the lot fell on may answer. */
export const EVERYBODYS_APPRAISALS = ['GET /api/resident/appraisals/:id', 'POST /api/resident/appraisals/:id/answer'];
