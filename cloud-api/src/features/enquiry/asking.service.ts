import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { WAITING_ENQUIRY_STATES } from '@hall/shared/enquiry/enquiry.moves';
import { ENQUIRY_LIMITS, enquiryProblems, questionProblems } from '@hall/shared/enquiry/enquiry.rules';
import { DAY_LENGTH } from '@hall/shared/kernel/day';
import { system, type ResidentActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Pictures, type PictureFacts } from '../pictures/pictures.service.ts';
import { EnquiryPeople } from './enquiry-people.ts';
import { EnquiryReviews } from './enquiry-review.service.ts';
import { ANSWER_STEP, ENQUIRY_SUBJECT, EnquiryRecords, refuseProblems, subjectOf } from './enquiry-records.ts';
import type { AskEnquiry, AskEnquiryAgain } from './enquiry.dto.ts';
import { Enquiry } from './enquiry.entity.ts';
import { enquiryErrors } from './enquiry.errors.ts';
import { enquiryAsked, enquiryAskedAgain, enquiryConfirmed, enquiryWithdrawn } from './enquiry.events.ts';

/** Pictures taken for a question that is not sent yet. */
const UNSENT_PICTURE = 'enquiry-unsent';
/** A person changes their mind about a picture now and then; more than this is no question. */
const MOST_UNSENT = 9;
const asAsker = { transfer: null, by: ['asker'] as const };

/** What a resident does with a question: asks, asks again, says that it helped, or takes it back. */
@Injectable()
export class AskingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: EnquiryRecords,
    private readonly who: EnquiryPeople,
    private readonly deadlines: Deadlines,
    private readonly pictures: Pictures,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly reviews: EnquiryReviews,
  ) {}

  /** Keeps a picture until the question is sent; the oldest of too many makes room. @throws FILE_… */
  async keepPicture(actor: ResidentActor, upload: Upload): Promise<PictureFacts> {
    const stored = await this.pictures.store(upload);
    const waiting = await this.pictures.of(UNSENT_PICTURE, [actor.id]);
    return this.unitOfWork.run(actor, async (work) => {
      for (const { id } of waiting.slice(0, Math.max(0, waiting.length - MOST_UNSENT + 1))) await this.pictures.remove(work, id);
      return this.pictures.keep(work, stored, unsentOf(actor.id));
    });
  }

  /** @throws NOT_FOUND for one that is not the actor's, or sent already */
  async removePicture(actor: ResidentActor, pictureId: string): Promise<void> {
    const mine = await this.pictures.of(UNSENT_PICTURE, [actor.id]);
    if (!mine.some(({ id }) => id === pictureId)) throw platformErrors.NOT_FOUND();
    await this.unitOfWork.run(actor, (work) => this.pictures.remove(work, pictureId));
  }

  /** Takes away what was photographed and never sent. @returns how many */
  forgetUnsent(): Promise<number> {
    return this.unitOfWork.run(system('enquiry.forget-unsent'), (work) => this.pictures.removeOlder(work, UNSENT_PICTURE, work.now - DAY_LENGTH));
  }

  /** @returns the question's id @throws ENQUIRY_INVALID, ENQUIRY_TOO_MANY_WAITING, NOT_FOUND for a picture or section that is not there */
  async ask(actor: ResidentActor, { addressee, text, pictureIds, ...input }: AskEnquiry, key: Idempotency | null): Promise<string> {
    const departmentId = addressee === 'section' ? input.departmentId : null;
    refuseProblems(enquiryProblems({ addressee, departmentId, text, pictures: pictureIds.length }));
    const hallId = await this.halls.defaultHallId();
    if (departmentId !== null && !(await this.halls.departments(hallId)).some(({ id }) => id === departmentId)) throw platformErrors.NOT_FOUND();
    const verdict = await this.reviews.look(actor.id, text.trim());
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await this.people.holdResident(work, actor.id);
      const mine = { residentId: actor.id };
      if ((await work.manager.countBy(Enquiry, { ...mine, state: In([...WAITING_ENQUIRY_STATES]) })) >= ENQUIRY_LIMITS.waiting) throw enquiryErrors.ENQUIRY_TOO_MANY_WAITING();
      // Each one rings at everybody of the section, also what is taken back a moment later.
      if ((await work.manager.countBy(Enquiry, { ...mine, askedAt: MoreThan(work.now - DAY_LENGTH) })) >= ENQUIRY_LIMITS.aDay) throw enquiryErrors.ENQUIRY_TOO_MANY_TODAY();
      const ownerId = departmentId === null ? await this.who.leader(hallId, work.now) : null;
      const row = await work.add(Enquiry, {
        id, hallId, number: await this.records.newNumber(work), way: 'online', residentId: actor.id, askerNameCipher: null, askerPhoneCipher: null, addressee, departmentId, ownerId, state: 'open',
        askedAgain: 0, pictureCount: pictureIds.length, askedAt: work.now, changedAt: work.now,
      });
      await this.pictures.claim(work, pictureIds, unsentOf(actor.id), { subjectKind: ENQUIRY_SUBJECT, subjectId: id, ownerResidentId: actor.id, hallId });
      await this.records.step(work, id, { kind: 'ask', words: text, toStaffId: ownerId, toDepartmentId: departmentId });
      await this.reviews.note(work, id, verdict);
      await this.records.owe(work, row);
      work.audit('enquiry.ask', id, { addressee, verdict });
      work.emit(enquiryAsked, { enquiryId: id, hallId, residentId: actor.id, staffIds: await this.hearing(row, work.now) });
    }));
  }

  /** It was not clear, or something else came up: the owner owes another answer. @throws ENQUIRY_… and NOT_FOUND, STALE_VERSION */
  async askAgain(actor: ResidentActor, id: string, { version, text }: AskEnquiryAgain): Promise<void> {
    refuseProblems(questionProblems(text));
    const verdict = await this.reviews.look(actor.id, text.trim());
    await this.step(actor, id, version, async (work, row) => {
      await this.records.move(work, row, 'ask-again', asAsker, { askedAgain: row.askedAgain + 1 });
      await this.records.step(work, id, { kind: 'ask-again', words: text });
      await this.reviews.note(work, id, verdict);
      await this.records.owe(work, row);
      work.emit(enquiryAskedAgain, await this.toldStaff(row, work.now));
    });
  }

  /** @throws as `askAgain` */
  async confirm(actor: ResidentActor, id: string, version: number): Promise<void> {
    await this.step(actor, id, version, async (work, row) => {
      await this.records.move(work, row, 'confirm', asAsker);
      await this.records.step(work, id, { kind: 'confirm' });
      work.emit(enquiryConfirmed, toldOf(row));
    });
  }

  /** @throws as `askAgain` */
  async withdraw(actor: ResidentActor, id: string, version: number): Promise<void> {
    await this.step(actor, id, version, async (work, row) => {
      await this.records.move(work, row, 'withdraw', asAsker);
      await this.records.step(work, id, { kind: 'withdraw' });
      await work.execute("UPDATE enquiry_transfer SET state = 'taken-back', open_key = NULL, decided_at = ?, version = version + 1 WHERE open_key = ?", [work.now, id]);
      await this.deadlines.drop(work, subjectOf(id), 'withdrawn', ANSWER_STEP);
      work.emit(enquiryWithdrawn, await this.toldStaff(row, work.now));
    });
  }

  private async step(actor: ResidentActor, id: string, version: number, body: (work: Work, row: Enquiry) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => body(work, await this.records.holdMine(work, actor.id, id, version)));
  }

  private async hearing(row: Enquiry, now: number): Promise<string[]> {
    if (row.departmentId !== null) return this.who.answering(row.hallId, row.departmentId);
    const acting = await this.who.acting(row.hallId, row.ownerId, now);
    return acting === null ? [] : [acting];
  }

  private async toldStaff(row: Enquiry, now: number) {
    return { ...toldOf(row), staffId: await this.who.acting(row.hallId, row.ownerId, now) };
  }
}

const unsentOf = (residentId: string) => ({ subjectKind: UNSENT_PICTURE, subjectId: residentId, ownerResidentId: residentId, hallId: null });
export const toldOf = ({ id, hallId, residentId }: Enquiry) => ({ enquiryId: id, hallId, residentId });
