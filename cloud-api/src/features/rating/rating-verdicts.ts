import { Injectable } from '@nestjs/common';
import { mayDecideObjection, mayFind, mayJudge, type RatingVerdict } from '@hall/shared/rating/rating-case.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { RatingCase, RatingObjection } from './rating-case.entity.ts';
import { RatingCaseSteps, factsOf } from './rating-case-steps.ts';

const NO_PROPOSAL = { proposedVerdict: null, proposedBy: null } as const;

/** What is found, by one person or by two, and what becomes of it when it is questioned. */
@Injectable()
export class RatingVerdicts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: RatingCaseSteps,
  ) {}

  /** Whatever was questioned before counts as considered with it. @param words told to the person who rated; what two people said to each other is not @param by everybody who had a part in it */
  async give(work: Work, row: RatingCase, verdict: RatingVerdict, words: string | null, by: string[]): Promise<void> {
    await this.steps.take(work, row, 'verify', { kind: 'verdict', words, detail: verdict }, { verdict, verdictBy: by, verdictNo: row.verdictNo + 1, objections: 0 });
    await work.execute("UPDATE rating_objection SET state = 'considered', version = version + 1 WHERE case_id = ? AND state = 'waiting'", [row.id]);
    await this.steps.tellRater(work, row, 'found');
  }

  /** The first of two. @throws NOT_FOUND, STALE_VERSION, RATING_CASE_OTHERS, RATING_VERDICT_NEEDS_ONE, RATING_VERDICT_WAITS */
  propose(actor: StaffActor, caseId: string, { version, verdict, words }: { version: number; verdict: RatingVerdict; words: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.steps.lockOwned(work, actor, caseId, version);
      const may = mayFind('propose', verdict, factsOf(row), actor.id);
      if (!may.ok) throw refusal(may);
      await work.change(RatingCase, row, { proposedVerdict: verdict, proposedBy: actor.id });
      await this.steps.write(work, row, { kind: 'propose', words, detail: verdict });
      await this.steps.tellJudge(work, row, 'proposed');
    });
  }

  /** The second of two: agrees, and it is found; or not, and it goes back. @throws NOT_FOUND, STALE_VERSION, RATING_NOTHING_PROPOSED, RATING_SECOND_PERSON */
  judge(actor: StaffActor, caseId: string, { version, agree, words }: { version: number; agree: boolean; words: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.steps.lock(work, actor, caseId, version);
      const may = mayJudge(factsOf(row), actor.id);
      if (!may.ok) throw refusal(may);
      const { proposedVerdict, proposedBy } = row as { proposedVerdict: RatingVerdict; proposedBy: string };
      await work.change(RatingCase, row, NO_PROPOSAL);
      await this.steps.write(work, row, { kind: agree ? 'confirm' : 'refuse', words, detail: proposedVerdict });
      if (agree) await this.give(work, row, proposedVerdict, null, [proposedBy, actor.id]);
      else this.steps.tellOwner(work, row, 'refused');
    });
  }

  /**
   * Decides an appeal or objection: the verdict stands, or the case goes back and is looked into anew.
   * @throws NOT_FOUND, STALE_VERSION, RATING_NO_VERDICT_YET, RATING_SECOND_PERSON
   */
  decide(actor: StaffActor, caseId: string, objectionId: string, { version, stands, words }: { version: number; stands: boolean; words: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.steps.lock(work, actor, caseId, version);
      const objection = await work.lock(RatingObjection, objectionId);
      if (objection.caseId !== row.id || objection.state !== 'waiting') throw platformErrors.NOT_FOUND();
      const may = mayDecideObjection(factsOf(row), row.verdictBy, actor.id);
      if (!may.ok) throw refusal(may);
      await work.change(RatingObjection, objection, { state: stands ? 'stands' : 'sent-back', decidedBy: actor.id });
      if (stands) {
        await work.change(RatingCase, row, { objections: row.objections - 1 });
        await this.steps.write(work, row, { kind: 'stands', words, detail: objection.side });
        await this.steps.conclude(work, row);
      } else {
        await this.steps.take(work, row, 'send-back', { kind: 'sent-back', words, detail: objection.side }, { verdict: null, verdictBy: [], objections: row.objections - 1, content: null, unreachable: false });
        this.steps.tellOwner(work, row, 'sent-back');
      }
      if (objection.side === 'rater' || !stands) await this.steps.tellRater(work, row, 'reconsidered');
    });
  }
}
