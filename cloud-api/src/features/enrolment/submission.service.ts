import { Injectable } from '@nestjs/common';
import { decide } from '@hall/shared/enrolment/application.moves';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { People } from '../identity/people.ts';
import type { ApplicationView } from './application.dto.ts';
import { CaseClosing } from './case-closing.ts';
import { CaseDeadlines } from './case-deadlines.ts';
import { CaseFiles, factsFor, problemsOf } from './case-files.ts';
import { CaseSteps, toldOf } from './case-steps.ts';
import { CaseViews } from './case.views.ts';
import { refuseOtherPerson } from './drafts.service.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import { applicationSubmitted, applicationWithdrawn } from './enrolment.events.ts';

/** A resident hands a case in, takes it back, or gives it up. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly views: CaseViews,
    private readonly steps: CaseSteps,
    private readonly closing: CaseClosing,
    private readonly people: People,
    private readonly deadlines: CaseDeadlines,
  ) {}

  /**
   * @throws APPLICATION_INCOMPLETE with every problem at once, APPLICATION_MARKS_LEFT with every mark not yet dealt with,
   * APPLICATION_CONSENT_NEEDED, STALE_VERSION
   */
  async submit(actor: ResidentActor, id: string, version: number): Promise<ApplicationView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      if (!(await this.people.hasConsent(actor.id, 'sensitive-data'))) throw enrolmentErrors.APPLICATION_CONSENT_NEEDED();
      const verdict = decide('submit', factsFor(file, actor, work.now), work.now);
      if (!verdict.ok) {
        if (verdict.code === 'APPLICATION_INCOMPLETE') throw enrolmentErrors.APPLICATION_INCOMPLETE({ fields: problemsOf(file) });
        if (verdict.code === 'APPLICATION_MARKS_LEFT') throw enrolmentErrors.APPLICATION_MARKS_LEFT({ fields: file.marks.filter((mark) => !mark.fixed).map((mark) => ({ path: mark.target, code: 'MARK_NOT_FIXED', message: mark.sentence })) });
        throw refusal(verdict);
      }
      const { row, answers } = file;
      if (row.relativeId === null) {
        const self = await this.people.resident(actor.id);
        refuseOtherPerson(file, self, answers);
        // Whoever never said who they are has said it now.
        if (self.citizenId === null) await this.people.declare(work, actor.id, { name: answers.name!, citizenId: answers.citizenId! });
      }
      const dueAt = await this.deadlines.openReview(work, row);
      await this.steps.take(work, row, 'submit', verdict.value, { submittedAt: work.now, dueAt });
      work.emit(applicationSubmitted, toldOf(row));
    });
    return this.view(actor, id);
  }

  async recall(actor: ResidentActor, id: string, version: number): Promise<ApplicationView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      const verdict = decide('recall', factsFor(file, actor, work.now), work.now);
      if (!verdict.ok) throw refusal(verdict);
      await this.steps.take(work, file.row, 'recall', verdict.value, { submittedAt: null });
    });
    return this.view(actor, id);
  }

  /** Gives the case up; a booking that carries it gives its place back in the same unit of work. */
  async withdraw(actor: ResidentActor, id: string, version: number): Promise<ApplicationView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      const verdict = decide('withdraw', factsFor(file, actor, work.now), work.now);
      if (!verdict.ok) throw refusal(verdict);
      await this.steps.take(work, file.row, 'withdraw', verdict.value);
      await this.closing.close(work, id);
      work.emit(applicationWithdrawn, toldOf(file.row));
    });
    return this.view(actor, id);
  }

  private async view(actor: ResidentActor, id: string): Promise<ApplicationView> {
    return this.views.forResident(await this.files.openFor(actor, id), actor);
  }
}
