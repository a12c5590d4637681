import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { dayOf, instantAt } from '@hall/shared/kernel/day';
import { mayAskClerk, mayObject } from '@hall/shared/rating/rating-case.moves';
import { questionProblem } from '@hall/shared/rating/rating-case.rules';
import { system, type StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { Rating } from './rating.entity.ts';
import { RatingCase, RatingObjection, RatingQuestion } from './rating-case.entity.ts';
import { ratingCaseErrors } from './rating-case.errors.ts';
import { ratingQuestionReleased } from './rating-case.events.ts';
import { RatingCaseSteps } from './rating-case-steps.ts';
import type { RatingQuestionView } from './rating-case.dto.ts';
import { RatingRaterService } from './rating-rater.service.ts';

const SHOWN = 100;
const placeOf = (id: string): string => `rating-question.answer:${id}`;

/** The one thing the clerk concerned gets to see of a case: a question, at the earliest when the hall opens a whole day later. */
@Injectable()
export class RatingQuestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
    private readonly halls: Halls,
    private readonly steps: RatingCaseSteps,
    private readonly rater: RatingRaterService,
  ) {}

  /**
   * Until the clerk has seen it, the question can be put differently.
   * @throws NOT_FOUND, STALE_VERSION, RATING_CASE_OTHERS, RATING_NO_CLERK, RATING_QUESTION_INVALID, RATING_ASKED_ALREADY
   */
  ask(actor: StaffActor, caseId: string, { version, question }: { version: number; question: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.steps.lockOwned(work, actor, caseId, version);
      if (row.staffId === null || row.state === 'closed') throw ratingCaseErrors.RATING_NO_CLERK();
      const { commentCipher } = await work.get(Rating, row.ratingId);
      const problem = questionProblem(question, commentCipher === null ? null : this.crypto.decryptField(commentCipher, `rating.comment:${row.ratingId}`));
      if (problem) throw ratingCaseErrors.RATING_QUESTION_INVALID({ fields: [{ path: 'question', code: 'RATING_QUESTION_INVALID', message: problem }] });
      const standing = await work.findOne(RatingQuestion, { caseId });
      if (standing?.releasedOn) throw ratingCaseErrors.RATING_ASKED_ALREADY();
      const said = { question: question.trim(), askedBy: actor.id, askedAt: work.now };
      if (standing) await work.change(RatingQuestion, standing, said);
      else await work.add(RatingQuestion, { id: randomUUID(), caseId, hallId: row.hallId, staffId: row.staffId, releasedOn: null, answerCipher: null, ...said });
      await work.change(RatingCase, row, {});
      await this.steps.write(work, row, { kind: 'ask', words: question });
    });
  }

  /** Shows clerks the questions whose time has come. @returns how many */
  async release(): Promise<number> {
    let released = 0;
    for (const hall of await this.halls.all()) {
      const now = this.clock.now();
      if ((await this.halls.openState(hall.id, now)) === 'closed') continue;
      const opening = instantAt(dayOf(now), hall.openFrom);
      const waiting = await this.dataSource.manager.findBy(RatingQuestion, { hallId: hall.id, releasedOn: IsNull() });
      if (waiting.length === 0) continue;
      const cases = new Map((await this.dataSource.manager.findBy(RatingCase, { id: In(waiting.map(({ caseId }) => caseId)) })).map((row) => [row.id, row]));
      for (const { id, caseId, askedAt } of waiting) {
        const row = cases.get(caseId)!;
        if (row.state === 'closed' || !mayAskClerk(row.openedAt, askedAt, opening)) continue;
        await this.unitOfWork.run(system('rating.ask-clerks'), async (work) => {
          const question = await work.lock(RatingQuestion, id);
          if (question.releasedOn !== null) return;
          await work.change(RatingQuestion, question, { releasedOn: dayOf(work.now) });
          work.emit(ratingQuestionReleased, { questionId: id, hallId: question.hallId, staffId: question.staffId });
        });
        released += 1;
      }
    }
    return released;
  }

  /** What this member of staff is or was asked, in no order that tells of time finer than the month. */
  async mine(actor: StaffActor): Promise<RatingQuestionView[]> {
    const rows = await this.dataSource.manager.find(RatingQuestion, { where: { staffId: actor.id, hallId: actor.hallId, releasedOn: Not(IsNull()) }, take: SHOWN });
    if (rows.length === 0) return [];
    const caseIds = rows.map(({ caseId }) => caseId);
    const [cases, objections] = await Promise.all([this.dataSource.manager.findBy(RatingCase, { id: In(caseIds) }), this.dataSource.manager.findBy(RatingObjection, { caseId: In(caseIds), side: 'clerk' })]);
    const views = rows.map((row) => {
      const of = cases.find(({ id }) => id === row.caseId)!;
      const appeals = objections.filter(({ caseId }) => caseId === row.caseId).sort((a, b) => b.verdictNo - a.verdictNo);
      return this.view(row, of, appeals);
    });
    return views.sort((a, b) => (a.month === b.month ? (a.id < b.id ? -1 : 1) : a.month < b.month ? 1 : -1));
  }

  /** @throws NOT_FOUND also when somebody else is asked, RATING_ANSWERED_ALREADY, RATING_CASE_CLOSED */
  answer(actor: StaffActor, questionId: string, words: string): Promise<void> {
    return this.own(actor, questionId, async (work, question, row) => {
      if (question.answerCipher !== null) throw ratingCaseErrors.RATING_ANSWERED_ALREADY();
      if (row.state === 'closed') throw ratingCaseErrors.RATING_ASKED_ALREADY({ detail: '这件事已经办结。' });
      await work.change(RatingQuestion, question, { answerCipher: this.crypto.encryptField(words.trim(), placeOf(question.id)) });
      await work.change(RatingCase, row, {});
      await this.steps.write(work, row, { kind: 'clerk-answer', words });
      this.steps.tellOwner(work, row, 'explained');
    });
  }

  /** Once for each verdict against her, and once before there is any. @throws NOT_FOUND, RATING_NOTHING_TO_APPEAL, RATING_OBJECTED_ALREADY, RATING_CASE_CLOSED */
  appeal(actor: StaffActor, questionId: string, words: string): Promise<void> {
    return this.own(actor, questionId, async (work, _, row) => {
      if (row.verdict !== null && row.verdict !== 'valid') throw ratingCaseErrors.RATING_NOTHING_TO_APPEAL();
      await this.rater.question(work, row, 'clerk', words);
    });
  }

  private own(actor: StaffActor, questionId: string, act: (work: Work, question: RatingQuestion, row: RatingCase) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await work.get(RatingQuestion, questionId);
      if (found.staffId !== actor.id || found.hallId !== actor.hallId || found.releasedOn === null) throw platformErrors.NOT_FOUND();
      const row = await work.lock(RatingCase, found.caseId);
      await act(work, await work.lock(RatingQuestion, questionId), row);
    });
  }

  private view(row: RatingQuestion, of: RatingCase, appeals: RatingObjection[]): RatingQuestionView {
    const [last] = appeals;
    return {
      id: row.id, month: of.month, question: row.question, answer: row.answerCipher === null ? null : this.crypto.decryptField(row.answerCipher, placeOf(row.id)), mayAnswer: row.answerCipher === null && of.state !== 'closed',
      // Which verdict cleared her would tell how the rating was meant; that she need not mend anything is enough.
      found: of.verdict === null ? null : of.verdict === 'valid' ? 'valid' : 'cleared', appeal: last?.state ?? null,
      mayAppeal: (of.verdict === null || of.verdict === 'valid') && mayObject('clerk', of, appeals.some(({ verdictNo }) => verdictNo === of.verdictNo)).ok,
    };
  }
}
