import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONTENT_VERDICT_LABELS, type ContentVerdict } from '@hall/shared/kernel/content-verdict';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { TextCheck } from '../../platform/wechat/text-check.ts';
import { People } from '../identity/people.ts';
import { EnquiryRecords } from './enquiry-records.ts';
import type { EnquiryReviewView, ReviewEnquiry } from './enquiry-staff.dto.ts';
import { EnquiryReview } from './enquiry.entity.ts';
import { enquiryErrors } from './enquiry.errors.ts';

/** Sees to it that words nobody has looked at never become public: a machine looks when they are asked, a person where it was not sure. */
@Injectable()
export class EnquiryReviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly check: TextCheck,
    private readonly records: EnquiryRecords,
    private readonly people: People,
  ) {}

  /** Before the words are kept, outside any unit of work: WeChat may take its time. */
  look(residentId: string, text: string): Promise<ContentVerdict> {
    return this.check.ofKnown(async () => (await this.people.reach('resident', residentId)).openids, text);
  }

  /** Keeps what was found of words just asked. What a person decided to keep out stays out; what they let pass is looked at anew when more was said. */
  async note(work: Work, enquiryId: string, verdict: ContentVerdict): Promise<void> {
    if (verdict === 'clean') return;
    const standing = await work.findOne(EnquiryReview, { enquiryId });
    if (!standing) await work.add(EnquiryReview, { id: newId(), enquiryId, verdict, decidedBy: null, decidedAt: null });
    else if (standing.verdict === 'clean') await work.change(EnquiryReview, standing, { verdict, decidedBy: null, decidedAt: null });
  }

  /** A person has read it. @throws ENQUIRY_NOT_YOURS_TO_MOVE, NOT_FOUND, STALE_VERSION */
  async decide(actor: StaffActor, enquiryId: string, { outcome, version }: ReviewEnquiry): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { by } = await this.records.hold(work, actor, enquiryId);
      if (!by.includes('owner') && !by.includes('superior')) throw enquiryErrors.ENQUIRY_NOT_YOURS_TO_MOVE();
      const standing = await work.findOne(EnquiryReview, { enquiryId });
      if (standing?.version !== version) throw platformErrors.STALE_VERSION();
      await work.change(EnquiryReview, standing, { verdict: outcome === 'pass' ? 'clean' : 'refused', decidedBy: actor.id, decidedAt: work.now });
      work.audit('enquiry.review', enquiryId, { outcome });
    });
  }

  /** @throws GUIDE_NOT_REVIEWED, GUIDE_KEPT_OUT */
  async mustBeClean(work: Work, enquiryId: string): Promise<void> {
    const verdict = (await work.findOne(EnquiryReview, { enquiryId }))?.verdict ?? 'clean';
    if (verdict === 'doubtful') throw enquiryErrors.GUIDE_NOT_REVIEWED();
    if (verdict === 'refused') throw enquiryErrors.GUIDE_KEPT_OUT();
  }

  /** Null where nothing had to be looked at. */
  async of(enquiryId: string, mayAct: boolean): Promise<EnquiryReviewView | null> {
    const row = await this.dataSource.manager.findOneBy(EnquiryReview, { enquiryId });
    return row && { verdict: row.verdict, verdictLabel: CONTENT_VERDICT_LABELS[row.verdict], by: row.decidedBy === null ? null : await this.people.staffName(row.decidedBy), mayDecide: mayAct && row.verdict !== 'clean', version: row.version };
  }
}
