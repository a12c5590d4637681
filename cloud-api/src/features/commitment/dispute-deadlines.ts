import { Injectable } from '@nestjs/common';
import { dayLabel } from '@hall/shared/kernel/day';
import { permissionsOf } from '@hall/shared/identity/permissions';
import type { StaffActor } from '../../platform/auth/actor.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import type { VisitRecord } from '../queue/queue-tickets.ts';
import type { MeasuredFact } from './commitment.entity.ts';

/** How deadlines name a doubt. */
export const DISPUTE_SUBJECT = 'dispute';
const STEP = 'answer';

/** Everybody who had a hand in the visit. */
export const staffIn = (facts: readonly Pick<MeasuredFact, 'attributes'>[]): ReadonlySet<string> => new Set(facts.flatMap(({ attributes }) => attributes.staff ?? []));

/** A doubt about recorded times is owed an answer by a day, by somebody who had no hand in the visit. */
@Injectable()
export class DisputeDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly people: People,
  ) {}

  /** Who may answer: whoever decides about what is left out, and did not serve. */
  async answerers(hallId: string, facts: readonly MeasuredFact[]): Promise<StaffFacts[]> {
    const servers = staffIn(facts);
    return (await this.people.staffOf(hallId)).filter(({ id, roles }) => permissionsOf(roles).includes('commitment.exclude') && !servers.has(id));
  }

  /** Owned by the head of the department that served, else by another head. With neither it is the leader's on duty, who takes what nobody owns. */
  async open(work: Work, disputeId: string, visit: VisitRecord, facts: readonly MeasuredFact[], answerers: readonly StaffFacts[]): Promise<void> {
    const departmentId = facts.findLast(({ attributes }) => attributes.department !== undefined)?.attributes.department ?? null;
    const heads = answerers.filter(({ roles }) => roles.includes('head'));
    const owner = heads.find((head) => head.departmentId === departmentId) ?? heads[0] ?? null;
    await this.deadlines.open(work, {
      hallId: visit.hallId, subjectKind: DISPUTE_SUBJECT, subjectId: disputeId, step: STEP, ownerId: owner?.id ?? null, departmentId: owner?.departmentId ?? departmentId,
      title: `${dayLabel(visit.day)} ${visit.number} 号的时间异议`, ruleCode: 'dispute.answer', from: work.now,
    });
  }

  meet(work: Work, disputeId: string): Promise<void> {
    return this.deadlines.meet(work, { kind: DISPUTE_SUBJECT, id: disputeId }, STEP);
  }

  /** The same answer by the same day, from somebody else. */
  handOn(work: Work, disputeId: string, { id, departmentId }: Pick<StaffFacts, 'id' | 'departmentId'>): Promise<void> {
    return this.deadlines.reassign(work, { kind: DISPUTE_SUBJECT, id: disputeId }, id, departmentId, STEP);
  }

  /** By the doubt's id; none for those older than this deadline. */
  async of(disputeIds: readonly string[], reader?: StaffActor): Promise<Map<string, DeadlineView>> {
    const found = await this.deadlines.of(DISPUTE_SUBJECT, disputeIds, reader);
    return new Map([...found].map(([id, views]) => [id, views.at(-1)!]));
  }
}
