import { Injectable } from '@nestjs/common';
import { monthOf } from '@hall/shared/rating/published-figures.rules';
import { dayOf, type Instant } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Rating, RatingInvitation } from './rating.entity.ts';
import { RatingCase } from './rating-case.entity.ts';
import { RatingCaseSteps } from './rating-case-steps.ts';

/** Where a service has no clerk of a department, the hall's setting says who answers for it. */
const DEPARTMENT = 'rating.departmentId';

/** A rating of two or one opens a case by itself; nobody can choose not to. */
@Injectable()
export class RatingCaseOpening {
  constructor(
    private readonly steps: RatingCaseSteps,
    private readonly people: People,
    private readonly duty: DutyRoster,
    private readonly halls: Halls,
  ) {}

  async open(work: Work, ratingId: string, givenAt: Instant): Promise<void> {
    const rating = await work.get(Rating, ratingId);
    const { id: invitationId, servedOn } = await work.get(RatingInvitation, rating.invitationId);
    const { hallId, staffId, windowId, way } = rating;
    const clerk = (await this.people.staffOf(hallId)).find((each) => each.id === staffId);
    const departmentId = clerk?.departmentId ?? (await this.halls.setting(hallId, DEPARTMENT));
    const row: Omit<RatingCase, 'version'> = {
      id: newId(), hallId, ratingId, invitationId, way, windowId, staffId, departmentId, ownerId: await this.ownerFor(hallId, departmentId, staffId, givenAt), month: monthOf(servedOn), state: 'opened', verdict: null, verdictNo: 0, verdictBy: [],
      proposedVerdict: null, proposedBy: null, content: null, unreachable: false, reopenings: 0, objections: 0, openedAt: givenAt, answeredAt: null, revisitedAt: null, closedAt: null,
    };
    await this.steps.begin(work, await work.add(RatingCase, row));
  }

  /** The department's head; when it was the head who served, somebody above. Null when there is nobody else. */
  private async ownerFor(hallId: string, departmentId: string | null, staffId: string | null, at: Instant): Promise<string | null> {
    const head = await this.duty.headOf(hallId, departmentId);
    if (head !== staffId) return head;
    const above = [(await this.duty.onDuty(hallId, dayOf(at)))?.actingId ?? null, await this.duty.director(hallId), await this.duty.headOf(hallId, null)];
    return above.find((id) => id !== null && id !== staffId) ?? null;
  }
}
