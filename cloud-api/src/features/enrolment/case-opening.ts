import { Injectable } from '@nestjs/common';
import type { EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { dayOf, yearOf } from '@hall/shared/kernel/day';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { Matters } from '../matters/matters.ts';
import { Application } from './application.entity.ts';
import { CaseContent } from './case-content.ts';
import { CaseEdits, onlyOneOpen } from './case-edits.ts';
import { caseNumberText, nextNumber } from './case-numbers.ts';
import { CaseSteps, alive, toldOf } from './case-steps.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import { applicationOpened } from './enrolment.events.ts';

export interface NewCase {
  id: string;
  hallId: string;
  matterId: string;
  residentId: string | null;
  relativeId: string | null;
  answers: EnrolmentAnswers;
  ticketId: string | null;
}

/** Begins a case: number, first state and first step together. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly content: CaseContent,
    private readonly edits: CaseEdits,
    private readonly steps: CaseSteps,
  ) {}

  /** Staff open in their own hall; residents in the hall of the bureau. */
  hallFor(actor: Actor): Promise<string> {
    return actor.kind === 'staff' ? Promise.resolve(actor.hallId) : this.halls.defaultHallId();
  }

  /** @throws APPLICATION_MATTER_NOT_PREFILLED, APPLICATION_ALREADY_OPEN */
  async open(work: Work, wish: NewCase): Promise<Application> {
    const today = dayOf(work.now);
    const matter = await this.matters.matter(wish.matterId, today);
    if (!matter.prefill) throw enrolmentErrors.APPLICATION_MATTER_NOT_PREFILLED();
    const { areaCode } = await this.halls.hall(wish.hallId);
    const keys = this.edits.keysOf(wish, wish.answers, today);
    await this.edits.refuseSecondCase(work, keys.openKey, wish.id, (other) => (work.actor.kind === 'resident' ? other.residentId === work.actor.id : other.hallId === wish.hallId));
    const number = await nextNumber(work, wish.hallId, 'case', yearOf(today));
    const row = await onlyOneOpen(work.add(Application, {
      id: wish.id, hallId: wish.hallId, caseNumber: caseNumberText(areaCode, yearOf(today), number), matterId: matter.id, matterVersion: matter.version,
      residentId: wish.residentId, relativeId: wish.relativeId, ...keys, state: 'draft', round: 1, content: this.content.seal('answers', wish.id, wish.answers), returnedContent: null,
      originalsSeen: [], assessment: null, profileId: null, rejection: null, identityVerifiedAt: null, identityVerifiedBy: null, claimedBy: null, claimedUntil: null,
      submittedAt: null, dueAt: null, ...alive('draft', work.now), createdAt: work.now, handledAt: null, handledBy: null, closedAt: null, batchId: null, openedAtWindow: work.actor.kind === 'staff',
    }));
    await this.steps.write(work, row, 'open');
    work.emit(applicationOpened, { ...toldOf(row), matterId: row.matterId, ticketId: wish.ticketId });
    return row;
  }
}
