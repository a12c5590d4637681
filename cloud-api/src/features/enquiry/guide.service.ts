import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decideGuide, guideDayProblems, guideProblems, type GuideAction, type GuideKind, type GuideWords } from '@hall/shared/enquiry/guide.rules';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { addDays, dayOf, isDay } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal, type FieldProblem } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls, type HallFacts } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { EnquiryReviews } from './enquiry-review.service.ts';
import { enquiryErrors } from './enquiry.errors.ts';
import { guideProposed, guidePublished, guideReturned } from './enquiry.events.ts';
import type { ApproveGuideVersion, EndGuideVersion, ReturnGuideVersion, ReviseGuideVersion, WriteGuideEntry } from './guide.dto.ts';
import { GuideVersion } from './guide.entity.ts';
import { GuideShelf } from './guide-shelf.ts';

type NewVersion = GuideWords & Pick<GuideVersion, 'entryId' | 'versionNumber' | 'enquiryId'>;

/** How entries of the public guide are written, looked at by a second person, published from a day on, and ended. */
@Injectable()
export class GuideService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly shelf: GuideShelf,
    private readonly reviews: EnquiryReviews,
  ) {}

  /** A new entry, or the next version of one. @returns the version's id @throws GUIDE_INVALID, GUIDE_VERSION_WAITING, NOT_FOUND */
  async begin(actor: StaffActor, { entryId, ...words }: WriteGuideEntry, key: Idempotency | null): Promise<string> {
    const before = entryId === null ? null : await this.dataSource.manager.findOneBy(GuideVersion, { entryId, hallId: actor.hallId });
    // An entry stays what it is: a next version keeps the kind.
    if (before) words.kind = before.kind;
    await this.refuseWrong(actor.hallId, words);
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      if (entryId === null) return this.write(work, actor, { ...words, entryId: newId(), versionNumber: 1, enquiryId: null }, id);
      const versions = await work.find(GuideVersion, { entryId, hallId: actor.hallId });
      if (!versions.some(({ state }) => state === 'published')) throw platformErrors.NOT_FOUND();
      if (versions.some(({ state }) => state === 'proposed' || state === 'returned')) throw enquiryErrors.GUIDE_VERSION_WAITING();
      return this.write(work, actor, { ...words, entryId, versionNumber: Math.max(...versions.map(({ versionNumber }) => versionNumber)) + 1, enquiryId: null }, id);
    }));
  }

  /** Puts a version before the editors. */
  async write(work: Work, actor: StaffActor, { topic, question, answer, kind = 'question', source, phone, ...place }: NewVersion, id = newId()): Promise<void> {
    await work.add(GuideVersion, {
      id, hallId: actor.hallId, ...place, kind, state: 'proposed', topic: topic as GuideVersion['topic'], question: question.trim(), answer: answer.trim(), ...aside(kind, source, phone), effectiveFrom: null, effectiveTo: null,
      writtenBy: actor.id, writtenAt: work.now, decidedBy: null, decidedAt: null, returnReason: null,
    });
    work.audit('guide.propose', id);
    work.emit(guideProposed, { guideVersionId: id, hallId: actor.hallId, staffIds: await this.editors(actor) });
  }

  /** Other words for a version that is not public yet. @throws GUIDE_MOVE_NOT_ALLOWED */
  async revise(work: Work, actor: StaffActor, row: GuideVersion, { topic, question, answer, source, phone }: GuideWords): Promise<void> {
    await this.move(work, actor, row, 'revise', { topic: topic as GuideVersion['topic'], question: question.trim(), answer: answer.trim(), ...aside(row.kind, source, phone), writtenBy: actor.id, writtenAt: work.now, returnReason: null });
    work.emit(guideProposed, { guideVersionId: row.id, hallId: row.hallId, staffIds: await this.editors(actor) });
  }

  /** @throws as `begin`, and GUIDE_MOVE_NOT_ALLOWED, STALE_VERSION */
  async reviseOne(actor: StaffActor, id: string, { version, ...words }: ReviseGuideVersion): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.hold(work, actor, id, version);
      await this.refuseWrong(actor.hallId, { ...words, kind: row.kind });
      await this.revise(work, actor, row, words);
    });
  }

  /** Public from its day on; the version before it ends the day before. @throws GUIDE_INVALID, GUIDE_OWN_WORDS, GUIDE_NOT_REVIEWED, GUIDE_KEPT_OUT and as `reviseOne` */
  async approve(actor: StaffActor, id: string, { version, effectiveFrom }: ApproveGuideVersion): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.hold(work, actor, id, version);
      if (row.enquiryId !== null) await this.reviews.mustBeClean(work, row.enquiryId);
      const before = await work.find(GuideVersion, { entryId: row.entryId, state: 'published' });
      const [last] = before.sort((a, b) => b.versionNumber - a.versionNumber);
      const early = guideDayProblems(effectiveFrom, dayOf(work.now));
      if (early.length === 0 && last && last.effectiveFrom! >= effectiveFrom) early.push(dayProblem('effectiveFrom', `要晚于上一版的生效日期 ${last.effectiveFrom}。`));
      refuseWith([...early, ...(await this.wrong(row.hallId, row))]);
      await this.move(work, actor, row, 'approve', { effectiveFrom, decidedBy: actor.id, decidedAt: work.now });
      if (last && (last.effectiveTo === null || last.effectiveTo >= effectiveFrom)) await work.change(GuideVersion, await work.lock(GuideVersion, last.id), { effectiveTo: addDays(effectiveFrom, -1) });
      work.emit(guidePublished, { entryId: row.entryId, hallId: row.hallId, versionNumber: row.versionNumber, staffId: row.writtenBy });
    });
    this.shelf.forget();
  }

  /** Back to whoever wrote it, with the reason. @throws as `reviseOne` */
  async giveBack(actor: StaffActor, id: string, { version, reason }: ReturnGuideVersion): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.hold(work, actor, id, version);
      await this.move(work, actor, row, 'return', { returnReason: reason.trim(), decidedBy: actor.id, decidedAt: work.now });
      work.emit(guideReturned, { guideVersionId: id, hallId: row.hallId, enquiryId: row.enquiryId, staffId: row.writtenBy });
    });
  }

  /** @throws as `reviseOne` */
  async drop(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => this.move(work, actor, await this.hold(work, actor, id, version), 'drop', { decidedBy: actor.id, decidedAt: work.now }));
  }

  /** Sets the last day of a public version. @throws GUIDE_INVALID, GUIDE_MOVE_NOT_ALLOWED, NOT_FOUND, STALE_VERSION */
  async end(actor: StaffActor, id: string, { version, effectiveTo }: EndGuideVersion): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.hold(work, actor, id, version);
      const today = dayOf(work.now);
      if (row.state !== 'published' || (row.effectiveTo !== null && row.effectiveTo < today)) throw enquiryErrors.GUIDE_MOVE_NOT_ALLOWED();
      refuseWith(!isDay(effectiveTo) || effectiveTo < today || effectiveTo < row.effectiveFrom! ? [dayProblem('effectiveTo', '停用日期最早是今天，也不能早于生效日期。')] : []);
      await work.change(GuideVersion, row, { effectiveTo });
      work.audit('guide.end', id, { effectiveTo });
    });
    this.shelf.forget();
  }

  /** Phones of the hall and its sections: they may stand in public. */
  async ownPhones(hallId: string, hall: Pick<HallFacts, 'phone'>): Promise<string[]> {
    return [hall.phone, ...(await this.halls.departments(hallId)).flatMap(({ phone }) => (phone === null ? [] : [phone]))];
  }

  private async move(work: Work, actor: StaffActor, row: GuideVersion, action: GuideAction, changes: Partial<GuideVersion>): Promise<void> {
    const verdict = decideGuide(action, { state: row.state, ownWords: row.writtenBy === actor.id });
    if (!verdict.ok) throw refusal(verdict);
    await work.change(GuideVersion, row, { ...changes, state: verdict.value });
    work.audit(`guide.${action}`, row.id);
  }

  private async hold(work: Work, actor: StaffActor, id: string, version: number): Promise<GuideVersion> {
    const row = await work.lock(GuideVersion, id);
    if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    if (row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }

  private async wrong(hallId: string, words: GuideWords): Promise<FieldProblem[]> {
    return guideProblems(words, await this.ownPhones(hallId, await this.halls.hall(hallId)), []);
  }

  private async refuseWrong(hallId: string, words: GuideWords): Promise<void> {
    refuseWith(await this.wrong(hallId, words));
  }

  /** Those who may let it in, without whoever wrote it. */
  private async editors(actor: StaffActor): Promise<string[]> {
    return (await this.people.staffOf(actor.hallId)).filter(({ id, roles }) => id !== actor.id && permissionsOf(roles).includes('guide.edit')).map(({ id }) => id);
  }
}

/** What an entry of this kind says beside head and body. */
const aside = (kind: GuideKind, source: string | null = null, phone: string | null = null): Pick<GuideVersion, 'source' | 'phone'> => ({ source: kind === 'leaflet' ? (source ?? '').trim() : null, phone: kind === 'contact' ? (phone ?? '').trim() : null });
const dayProblem = (path: string, message: string): FieldProblem => ({ path, code: 'GUIDE_INVALID', message });
const refuseWith = (fields: FieldProblem[]): void => {
  if (fields.length > 0) throw enquiryErrors.GUIDE_INVALID({ fields });
};
