import { Injectable } from '@nestjs/common';
import { decideEnquiry } from '@hall/shared/enquiry/enquiry.moves';
import { answerProblems, askerProblems, questionProblems } from '@hall/shared/enquiry/enquiry.rules';
import { normalisePhone } from '@hall/shared/kernel/phone';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { People } from '../identity/people.ts';
import { toldOf } from './asking.service.ts';
import { EnquiryPeople } from './enquiry-people.ts';
import { ANSWER_STEP, EnquiryRecords, enquiryFacts, refuseProblems, subjectOf, type Held } from './enquiry-records.ts';
import type { AnswerEnquiry, EnquiryContactView, EnquiryDraftInput, OpenEnquiry, RecordFollowUp, TellEnquiry } from './enquiry-staff.dto.ts';
import { Enquiry, EnquiryDraft } from './enquiry.entity.ts';
import { enquiryErrors } from './enquiry.errors.ts';
import { enquiryAnswered, enquiryAskedAgain, enquiryCorrected, enquiryTaken } from './enquiry.events.ts';
import { TransferService } from './transfer.service.ts';

/** What staff do with a question: receive it, write the answer, give it, put it right, and tell whoever has no phone to read it on. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: EnquiryRecords,
    private readonly who: EnquiryPeople,
    private readonly transfers: TransferService,
    private readonly deadlines: Deadlines,
    private readonly people: People,
  ) {}

  /** Somebody asks at the desk or on the telephone: the clerk who hears it has received it. @returns its id @throws ENQUIRY_INVALID */
  async open(actor: StaffActor, input: OpenEnquiry, key: Idempotency | null): Promise<string> {
    const [name, phone] = [blankToNull(input.askerName), blankToNull(input.askerPhone)];
    refuseProblems([...askerProblems({ name, phone, way: input.way }), ...questionProblems(input.text), ...(input.answer === null ? [] : answerProblems(input.answer).map((problem) => ({ ...problem, path: 'answer' })))]);
    const departmentId = (await this.people.staffOf(actor.hallId)).find(({ id }) => id === actor.id)?.departmentId ?? null;
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      const row = await work.add(Enquiry, {
        id, hallId: actor.hallId, number: await this.records.newNumber(work), way: input.way, residentId: null,
        askerNameCipher: this.records.seal(name, 'name', id), askerPhoneCipher: this.records.seal(phone === null ? null : normalisePhone(phone), 'phone', id),
        addressee: 'section', departmentId, ownerId: actor.id, state: 'open', askedAgain: 0, pictureCount: 0, askedAt: work.now, changedAt: work.now,
      });
      await this.records.step(work, id, { kind: 'ask', words: input.text });
      await this.records.owe(work, row);
      work.audit('enquiry.open', id, { way: input.way });
      if (input.answer === null) return;
      // Said at once, to somebody who stands there or is on the line.
      const standing = await this.who.standing(actor);
      const held: Held = { row, transfer: null, standing, by: this.who.capacities(standing, row, null) };
      await this.give(work, actor, held, input.answer);
      await this.records.move(work, row, 'tell', held);
      await this.records.step(work, id, { kind: 'tell', words: input.way === 'call' ? 'call' : 'desk' });
    }));
  }

  /** The first receiver owns it until somebody else accepts it (首问负责). @throws ENQUIRY_OWNED_ALREADY and NOT_FOUND, STALE_VERSION */
  async take(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.step(actor, id, version, async (work, held) => {
      await this.records.move(work, held.row, 'take', held, { ownerId: actor.id });
      await this.receive(work, actor, held.row);
    });
  }

  /** Keeps what is being written; nobody but those who may answer sees it. @throws ENQUIRY_… and NOT_FOUND, STALE_VERSION when somebody else wrote on */
  async saveDraft(actor: StaffActor, id: string, { text, version }: EnquiryDraftInput): Promise<void> {
    await this.step(actor, id, undefined, async (work, { row, transfer, by }) => {
      const verdict = decideEnquiry('answer', enquiryFacts(row, transfer, by));
      if (!verdict.ok) throw refusal(verdict);
      const standing = await work.findOne(EnquiryDraft, { enquiryId: id });
      if ((standing?.version ?? null) !== version) throw platformErrors.STALE_VERSION();
      const draftId = standing?.id ?? newId();
      const written = { textCipher: this.records.seal(text, 'draft', draftId)!, writtenBy: actor.id, savedAt: work.now };
      if (standing) await work.change(EnquiryDraft, standing, written);
      else await work.add(EnquiryDraft, { id: draftId, enquiryId: id, ...written });
    });
  }

  /** @throws ENQUIRY_INVALID and as `take` */
  async answer(actor: StaffActor, id: string, { version, text }: AnswerEnquiry): Promise<void> {
    refuseProblems(answerProblems(text));
    await this.step(actor, id, version, (work, held) => this.give(work, actor, held, text));
  }

  /** Stands below the answer; the answer itself stays as it was. @throws as `answer` */
  async correct(actor: StaffActor, id: string, { version, text }: AnswerEnquiry): Promise<void> {
    refuseProblems(answerProblems(text));
    await this.step(actor, id, version, async (work, held) => {
      await this.records.move(work, held.row, 'correct', held);
      await this.records.step(work, id, { kind: 'correct', words: text, inNameOf: await this.records.inNameOf(work, actor, held.row.ownerId, id) });
      work.emit(enquiryCorrected, toldOf(held.row));
    });
  }

  /** Somebody without an account was told. @throws ENQUIRY_ASKER_READS_IT and as `take` */
  async tell(actor: StaffActor, id: string, { version, how }: TellEnquiry): Promise<void> {
    await this.step(actor, id, version, async (work, held) => {
      await this.records.move(work, held.row, 'tell', held);
      await this.records.step(work, id, { kind: 'tell', words: how, inNameOf: await this.records.inNameOf(work, actor, held.row.ownerId, id) });
    });
  }

  /** Somebody without an account asks again; the owner owes another answer. @throws as `answer` */
  async recordFollowUp(actor: StaffActor, id: string, { version, text }: RecordFollowUp): Promise<void> {
    refuseProblems(questionProblems(text));
    await this.step(actor, id, version, async (work, held) => {
      const { row } = held;
      await this.records.move(work, row, 'ask-again', held, { askedAgain: row.askedAgain + 1 });
      await this.records.step(work, id, { kind: 'ask-again', words: text });
      await this.records.owe(work, row);
      work.emit(enquiryAskedAgain, { ...toldOf(row), staffId: await this.who.acting(row.hallId, row.ownerId, work.now) });
    });
  }

  /** Name and phone of whoever asked, whole. Each look is written down. @throws NOT_FOUND, ENQUIRY_NO_ASKER, ENQUIRY_NOT_YOURS_TO_MOVE */
  async contact(actor: StaffActor, id: string): Promise<EnquiryContactView> {
    return this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.records.hold(work, actor, id);
      if (!by.includes('owner') && !by.includes('superior')) throw enquiryErrors.ENQUIRY_NOT_YOURS_TO_MOVE();
      const found = row.residentId === null
        ? { name: this.records.open(row.askerNameCipher, 'name', id), phone: this.records.open(row.askerPhoneCipher, 'phone', id) }
        : await this.people.resident(row.residentId, work.manager).then(({ name, phone }) => ({ name, phone }));
      if (found.name === null && found.phone === null) throw enquiryErrors.ENQUIRY_NO_ASKER();
      work.audit('enquiry.contact', id);
      return found;
    });
  }

  private async step(actor: StaffActor, id: string, version: number | undefined, body: (work: Work, held: Held) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => body(work, await this.records.hold(work, actor, id, version)));
  }

  private async receive(work: Work, actor: StaffActor, row: Enquiry): Promise<void> {
    await this.records.step(work, row.id, { kind: 'take' });
    await this.deadlines.reassign(work, subjectOf(row.id), actor.id, undefined, ANSWER_STEP);
    work.emit(enquiryTaken, { ...toldOf(row), staffId: actor.id });
  }

  private async give(work: Work, actor: StaffActor, held: Held, text: string): Promise<void> {
    const { row } = held;
    const first = row.ownerId === null;
    await this.records.move(work, row, 'answer', held, first ? { ownerId: actor.id } : {});
    if (first) await this.receive(work, actor, row);
    if (held.transfer) await this.transfers.close(work, held.transfer, 'take-back');
    await this.records.step(work, row.id, { kind: 'answer', words: text, inNameOf: await this.records.inNameOf(work, actor, row.ownerId, row.id) });
    await work.execute('DELETE FROM enquiry_draft WHERE enquiry_id = ?', [row.id]);
    await this.deadlines.meet(work, subjectOf(row.id), ANSWER_STEP);
    work.emit(enquiryAnswered, toldOf(row));
  }
}

const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());
