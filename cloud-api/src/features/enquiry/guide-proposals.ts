import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import { GUIDE_LIMITS, GUIDE_STATE_LABELS, guideProblems, redactExcept } from '@hall/shared/enquiry/guide.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { EnquiryRecords } from './enquiry-records.ts';
import { EnquiryReviews } from './enquiry-review.service.ts';
import type { EnquiryGuideView, ProposeGuideEntry } from './enquiry-staff.dto.ts';
import { EnquiryStep, type Enquiry } from './enquiry.entity.ts';
import { enquiryErrors } from './enquiry.errors.ts';
import { GuideVersion } from './guide.entity.ts';
import { GuideService } from './guide.service.ts';

/** How an answer becomes an entry of the public guide: proposed by whoever answered, without what names anybody. */
@Injectable()
export class GuideProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly records: EnquiryRecords,
    private readonly guide: GuideService,
    private readonly people: People,
    private readonly halls: Halls,
    private readonly reviews: EnquiryReviews,
  ) {}

  /** What would be proposed, and what became of an earlier proposal. */
  async proposal(row: Enquiry, steps: readonly EnquiryStep[], mayAct: boolean): Promise<EnquiryGuideView> {
    const standing = await this.dataSource.manager.findOneBy(GuideVersion, { enquiryId: row.id, state: Not('dropped') });
    const keep = await this.phones(row.hallId);
    const words = (kinds: readonly string[]) => {
      const step = steps.findLast(({ kind }) => kinds.includes(kind));
      return step ? redactExcept(this.records.open(step.wordsCipher, 'words', step.id) ?? '', keep) : '';
    };
    const answer = words(['answer', 'correct']);
    const review = await this.reviews.of(row.id, mayAct);
    return {
      question: standing?.question ?? Array.from(words(['ask'])).slice(0, GUIDE_LIMITS.question).join(''), answer: standing?.answer ?? answer,
      state: standing?.state ?? null, stateLabel: standing ? GUIDE_STATE_LABELS[standing.state] : null, returnReason: standing?.returnReason ?? null, review,
      mayPropose: mayAct && answer !== '' && (review === null || review.verdict === 'clean') && (standing === null || standing.state === 'returned'),
    };
  }

  /** Proposes the answer, or again what was returned. @throws GUIDE_INVALID, GUIDE_NOT_ANSWERED, GUIDE_NOT_REVIEWED, GUIDE_KEPT_OUT, GUIDE_VERSION_WAITING, ENQUIRY_NOT_YOURS_TO_MOVE, NOT_FOUND */
  async propose(actor: StaffActor, enquiryId: string, words: ProposeGuideEntry): Promise<void> {
    const keep = await this.phones(actor.hallId);
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.records.hold(work, actor, enquiryId);
      if (!by.includes('owner') && !by.includes('superior')) throw enquiryErrors.ENQUIRY_NOT_YOURS_TO_MOVE();
      if (!(await work.findOne(EnquiryStep, { enquiryId, kind: 'answer' }))) throw enquiryErrors.GUIDE_NOT_ANSWERED();
      await this.reviews.mustBeClean(work, enquiryId);
      const name = row.residentId === null ? this.records.open(row.askerNameCipher, 'name', enquiryId) : (await this.people.resident(row.residentId, work.manager)).name;
      const problems = guideProblems(words, keep, name === null ? [] : [name]);
      if (problems.length > 0) throw enquiryErrors.GUIDE_INVALID({ fields: problems });
      const standing = await work.findOne(GuideVersion, { enquiryId, state: Not('dropped') });
      if (standing) {
        if (standing.state !== 'returned') throw enquiryErrors.GUIDE_VERSION_WAITING();
        await this.guide.revise(work, actor, standing, words);
      } else {
        await this.guide.write(work, actor, { ...words, entryId: newId(), versionNumber: 1, enquiryId });
      }
    });
  }

  /** Phones of the hall and its sections: they may stand in public. */
  private async phones(hallId: string): Promise<string[]> {
    return this.guide.ownPhones(hallId, await this.halls.hall(hallId));
  }
}
