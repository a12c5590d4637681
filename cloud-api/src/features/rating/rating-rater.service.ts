import { Injectable } from '@nestjs/common';
import { mayObject, type ObjectionSide } from '@hall/shared/rating/rating-case.moves';
import { ANYONE, type ResidentActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { RatingCase, RatingObjection } from './rating-case.entity.ts';
import { RatingCaseSteps } from './rating-case-steps.ts';
import { ratingErrors } from './rating.errors.ts';
import { RatingService } from './rating.service.ts';
import { RatingTerms } from './rating-terms.ts';

/** Whoever rated: by their account and the invitation's id, or by the code on the slip. */
export type Rater = { actor: ResidentActor; invitationId: string } | { code: string };

/** What the person who rated says about their case: only whoever rated, in the way they rated. */
@Injectable()
export class RatingRaterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly steps: RatingCaseSteps,
    private readonly service: RatingService,
    private readonly terms: RatingTerms,
  ) {}

  /** @throws NOT_FOUND, RATING_SLIP_UNKNOWN, STALE_VERSION, RATING_CASE_CLOSED */
  reply(rater: Rater, { version, words }: { version: number; words: string }): Promise<void> {
    return this.at(rater, version, async (work, row) => {
      if (row.state === 'closed') throw refusal({ code: 'RATING_CASE_CLOSED', message: '这件事已经办结。还有意见，随时可以投到意见箱。' });
      await work.change(RatingCase, row, {});
      await this.steps.write(work, row, { kind: 'reply', words });
      this.steps.tellOwner(work, row, 'replied');
    });
  }

  /** @throws NOT_FOUND, RATING_SLIP_UNKNOWN, STALE_VERSION, RATING_NO_VERDICT_YET, RATING_OBJECTED_ALREADY, RATING_CASE_CLOSED */
  object(rater: Rater, { version, words }: { version: number; words: string }): Promise<void> {
    return this.at(rater, version, (work, row) => this.question(work, row, 'rater', words));
  }

  /** Says at the revisit whether they are content. @throws NOT_FOUND, RATING_SLIP_UNKNOWN, STALE_VERSION, MOVE_NOT_ALLOWED */
  revisit(rater: Rater, { version, content, words }: { version: number; content: boolean; words?: string }): Promise<void> {
    return this.at(rater, version, async (work, row) => {
      const first = row.revisitedAt === null;
      // Whoever is content has nothing to object to any more.
      const settled = content ? (await work.execute("UPDATE rating_objection SET state = 'considered', version = version + 1 WHERE case_id = ? AND side = 'rater' AND state = 'waiting'", [row.id])).affected : 0;
      await this.steps.take(work, row, 'revisit', { kind: 'revisit', words: words?.trim() ? words : null, detail: content ? 'content' : 'not-content' }, { content, unreachable: false, revisitedAt: row.revisitedAt ?? work.now, objections: row.objections - settled });
      await this.steps.conclude(work, row);
      if (first) await this.steps.count(work, row, 'revisited');
    });
  }

  /** Questions the verdict, for either side; once for each verdict. */
  async question(work: Work, row: RatingCase, side: ObjectionSide, words: string): Promise<void> {
    const before = await work.findOne(RatingObjection, { caseId: row.id, side, verdictNo: row.verdictNo });
    const may = mayObject(side, row, before !== null);
    if (!may.ok) throw refusal(may);
    const id = newId();
    await work.add(RatingObjection, { id, caseId: row.id, side, verdictNo: row.verdictNo, wordsCipher: this.crypto.encryptField(words.trim(), `rating-objection.words:${id}`), state: 'waiting', decidedBy: null, at: work.now });
    await work.change(RatingCase, row, { objections: row.objections + 1 });
    await this.steps.write(work, row, { kind: side === 'clerk' ? 'appeal' : 'objection', words });
    // Before there is a verdict the owner considers it; afterwards somebody else decides.
    if (row.verdict === null) this.steps.tellOwner(work, row, 'explained');
    else await this.steps.tellJudge(work, row, side === 'clerk' ? 'appealed' : 'objected');
  }

  private async at(rater: Rater, version: number, act: (work: Work, row: RatingCase) => Promise<void>): Promise<void> {
    const bySlip = 'code' in rater;
    const invitation = await this.terms.find(bySlip ? { slipHash: this.service.hashOf(rater.code) } : { id: rater.invitationId, residentId: rater.actor.id });
    if (!invitation) throw bySlip ? ratingErrors.RATING_SLIP_UNKNOWN() : platformErrors.NOT_FOUND();
    await this.unitOfWork.run(bySlip ? ANYONE : rater.actor, async (work) => {
      const found = await work.findOne(RatingCase, { invitationId: invitation.id, way: bySlip ? 'slip' : 'account' });
      if (!found) throw platformErrors.NOT_FOUND();
      await act(work, await work.lock(RatingCase, found.id, version));
    });
  }
}

