import { Injectable } from '@nestjs/common';
import { mayFind, mayGiveUpRevisit, type RatingVerdict } from '@hall/shared/rating/rating-case.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { RatingCase } from './rating-case.entity.ts';
import { ratingCaseErrors } from './rating-case.errors.ts';
import { RatingCaseSteps, factsOf } from './rating-case-steps.ts';
import { RatingVerdicts } from './rating-verdicts.ts';

/** What the head who owns a case does about it. Every method throws NOT_FOUND, STALE_VERSION, RATING_CASE_OTHERS and what the moves refuse with. */
@Injectable()
export class RatingCaseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: RatingCaseSteps,
    private readonly verdicts: RatingVerdicts,
  ) {}

  /** Writes to the person through the hall. @throws RATING_NOT_REACHABLE for a rating by the slip */
  write(actor: StaffActor, caseId: string, { version, words }: { version: number; words: string }): Promise<void> {
    return this.owned(actor, caseId, version, async (work, row) => {
      if (row.way !== 'account') throw ratingCaseErrors.RATING_NOT_REACHABLE();
      await this.steps.take(work, row, 'contact', { kind: 'contact', words });
      await this.steps.tellRater(work, row, 'contacted');
    });
  }

  /** Says that there is no way to the person: the slip left no account. @throws RATING_REACHABLE when there is one */
  cannotContact(actor: StaffActor, caseId: string, { version }: { version: number }): Promise<void> {
    return this.owned(actor, caseId, version, async (work, row) => {
      if (row.way === 'account') throw ratingCaseErrors.RATING_REACHABLE();
      await this.steps.take(work, row, 'contact', { kind: 'no-way' });
    });
  }

  /** An attempt to reach the person otherwise, in vain: written down, and the clock runs on. */
  tried(actor: StaffActor, caseId: string, { version, words }: { version: number; words: string }): Promise<void> {
    return this.owned(actor, caseId, version, async (work, row) => {
      await work.change(RatingCase, row, {});
      await this.steps.write(work, row, { kind: 'tried', words });
    });
  }

  /** What one person may find alone. @throws RATING_VERDICT_NEEDS_TWO */
  verify(actor: StaffActor, caseId: string, { version, verdict, words }: { version: number; verdict: RatingVerdict; words: string }): Promise<void> {
    return this.owned(actor, caseId, version, async (work, row) => {
      const may = mayFind('verify', verdict, factsOf(row), actor.id);
      if (!may.ok) throw refusal(may);
      await this.verdicts.give(work, row, verdict, words, [actor.id]);
    });
  }

  rectify(actor: StaffActor, caseId: string, { version, words }: { version: number; words: string }): Promise<void> {
    return this.owned(actor, caseId, version, (work, row) => this.steps.take(work, row, 'rectify', { kind: 'rectify', words }));
  }

  answer(actor: StaffActor, caseId: string, { version, words }: { version: number; words: string }): Promise<void> {
    return this.owned(actor, caseId, version, async (work, row) => {
      const first = row.answeredAt === null;
      await this.steps.take(work, row, 'answer', { kind: 'answer', words }, { answeredAt: work.now, content: null, unreachable: false });
      await this.steps.tellRater(work, row, 'answered');
      if (first) await this.steps.count(work, row, 'answered');
    });
  }

  /** Nobody answered the revisit. It is no revisit in the figures. @throws RATING_REVISIT_TOO_EARLY */
  giveUpRevisit(actor: StaffActor, caseId: string, { version, words }: { version: number; words: string }): Promise<void> {
    return this.owned(actor, caseId, version, async (work, row) => {
      if (row.state === 'answered' && !mayGiveUpRevisit(row.answeredAt!, work.now)) throw ratingCaseErrors.RATING_REVISIT_TOO_EARLY();
      await this.steps.take(work, row, 'revisit', { kind: 'revisit', words, detail: 'unreachable' }, { unreachable: true });
      await this.steps.conclude(work, row);
    });
  }

  private owned(actor: StaffActor, caseId: string, version: number, act: (work: Work, row: RatingCase) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => act(work, await this.steps.lockOwned(work, actor, caseId, version)));
  }
}
