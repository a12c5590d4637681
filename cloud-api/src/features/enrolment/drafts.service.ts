import { Injectable } from '@nestjs/common';
import { changedFields, mergeAnswers, type EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { refuseLockedChanges } from '@hall/shared/enrolment/review.rules';
import { normaliseCitizenId, checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { dayOf, yearOf } from '@hall/shared/kernel/day';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { People, type PersonFacts } from '../identity/people.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { Application } from './application.entity.ts';
import type { ApplicationView } from './application.dto.ts';
import { CaseEdits, readAnswers } from './case-edits.ts';
import { CaseFiles, type CaseFile } from './case-files.ts';
import { CaseOpening } from './case-opening.ts';
import { CaseViews, residentMayEdit } from './case.views.ts';
import { enrolmentErrors } from './enrolment.errors.ts';

/** A resident fills a case in, at home, as often and as slowly as they like. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly views: CaseViews,
    private readonly edits: CaseEdits,
    private readonly opening: CaseOpening,
    private readonly people: People,
    private readonly pictures: Pictures,
  ) {}

  /**
   * Begins a case for the resident or a relative. What is known of the person is filled in once they have consented.
   * @throws APPLICATION_ALREADY_OPEN with the open case's id when it is the resident's own
   */
  async open(actor: ResidentActor, wish: { matterId: string; relativeId?: string }, key: Idempotency | null): Promise<ApplicationView> {
    const hallId = await this.opening.hallFor(actor);
    const id = await this.unitOfWork.run(actor, (work) =>
      work.once(key, async (applicationId) => {
        const person = await this.personOf(actor.id, wish.relativeId ?? null);
        const answers = (await this.people.hasConsent(actor.id, 'sensitive-data')) ? prefill(person, yearOf(dayOf(work.now))) : {};
        await this.opening.open(work, { id: applicationId, hallId, matterId: wish.matterId, residentId: actor.id, relativeId: wish.relativeId ?? null, answers, ticketId: null });
      }));
    return this.view(actor, id);
  }

  /**
   * Saves what changed, as the page does by itself.
   * @throws APPLICATION_CONSENT_NEEDED, APPLICATION_NOT_EDITABLE, APPLICATION_FIELD_LOCKED, ANSWERS_…, STALE_VERSION
   */
  async save(actor: ResidentActor, id: string, version: number, raw: unknown): Promise<ApplicationView> {
    const said = readAnswers(raw);
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      await this.refuseWithoutConsent(actor);
      if (file.row.state !== 'draft' && file.row.state !== 'returned') throw enrolmentErrors.APPLICATION_NOT_EDITABLE();
      const person = await this.personOf(actor.id, file.row.relativeId);
      // The first save after a late consent brings what the account already knows.
      const change = isUntouched(file) ? { ...prefill(person, yearOf(file.today)), ...said } : said;
      refuseOtherPerson(file, person, mergeAnswers(file.answers, change));
      if (file.row.state === 'returned') {
        const allowed = refuseLockedChanges(changedFields(file.answers, mergeAnswers(file.answers, change)), file.marks);
        if (!allowed.ok) throw refusal(allowed);
      }
      await this.edits.write(work, file, change);
    });
    return this.view(actor, id);
  }

  /**
   * Adds a picture. In a returned case it takes the place of the first picture of this material that was marked, so
   * that taking it once more is all there is to do.
   * @throws APPLICATION_NOT_EDITABLE when this material may not be changed now; `FILE_…`; APPLICATION_PICTURES_FULL
   */
  async addPicture(actor: ResidentActor, id: string, materialCode: string, readFile: () => Promise<Upload>, key: Idempotency | null): Promise<ApplicationView> {
    await this.refuseWithoutConsent(actor);
    refuseUnless(await this.files.openFor(actor, id), `material:${materialCode}`);
    const stored = await this.pictures.store(await readFile());
    await this.unitOfWork.run(actor, (work) =>
      work.once(key, async (pictureId) => {
        const file = await this.files.lockFor(work, actor, id);
        refuseUnless(file, `material:${materialCode}`);
        await this.edits.addPicture(work, file, materialCode, stored, pictureId, firstMarked(file, materialCode));
      }));
    return this.view(actor, id);
  }

  async removePicture(actor: ResidentActor, id: string, pictureId: string): Promise<ApplicationView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id);
      if (!file.pictures.some((picture) => picture.pictureId === pictureId)) return;
      refuseUnless(file, `picture:${pictureId}`);
      await this.edits.removePicture(work, file, pictureId);
    });
    return this.view(actor, id);
  }

  private async view(actor: ResidentActor, id: string): Promise<ApplicationView> {
    return this.views.forResident(await this.files.openFor(actor, id), actor);
  }

  private async personOf(residentId: string, relativeId: string | null): Promise<PersonFacts & { phone: string | null }> {
    const resident = await this.people.resident(residentId);
    return relativeId === null ? resident : { ...(await this.people.relative(residentId, relativeId)), phone: resident.phone };
  }

  private async refuseWithoutConsent(actor: ResidentActor): Promise<void> {
    if (!(await this.people.hasConsent(actor.id, 'sensitive-data'))) throw enrolmentErrors.APPLICATION_CONSENT_NEEDED();
  }
}

/** What the hall knows already, so that nobody types it twice. */
const prefill = (person: PersonFacts & { phone: string | null }, year: number): EnrolmentAnswers => ({
  ...(person.name ? { name: person.name } : {}), ...(person.citizenId ? { citizenId: person.citizenId } : {}), ...(person.phone ? { phone: person.phone } : {}), assessmentYear: year,
});

const isUntouched = (file: CaseFile): boolean => Object.keys(file.answers).length === 0;

const firstMarked = ({ row, marks, pictures }: CaseFile, materialCode: string) =>
  (row.state === 'returned' ? pictures.find((picture) => picture.materialCode === materialCode && marks.some((mark) => mark.target === `picture:${picture.pictureId}`)) : undefined) ?? null;

function refuseUnless(file: CaseFile, target: string): void {
  if (target.startsWith('material:') && !file.required.some((material) => `material:${material.code}` === target)) throw enrolmentErrors.APPLICATION_MATERIAL_UNKNOWN();
  if (!residentMayEdit(file).includes(target)) throw enrolmentErrors.APPLICATION_NOT_EDITABLE();
}

/**
 * A case is about the account's own person or about the relative it was opened for; a number typed by mistake or for
 * somebody else is caught as soon as it is a whole number.
 */
export function refuseOtherPerson(file: { row: Pick<Application, 'relativeId'>; today: string }, person: PersonFacts, answers: EnrolmentAnswers): void {
  const typed = checkCitizenId(answers.citizenId ?? '', file.today);
  if (!typed.ok || person.citizenId === null || typed.value === normaliseCitizenId(person.citizenId)) return;
  const error = file.row.relativeId === null ? enrolmentErrors.APPLICATION_NOT_SELF : enrolmentErrors.APPLICATION_NOT_THIS_RELATIVE;
  const { title } = error();
  throw error({ fields: [{ path: 'answers.citizenId', code: error().code, message: title }] });
}
