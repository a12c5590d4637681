import { Injectable } from '@nestjs/common';
import { assess } from '@hall/shared/enrolment/assessment.rules';
import { decide } from '@hall/shared/enrolment/application.moves';
import { checkCitizenId, normaliseCitizenId } from '@hall/shared/kernel/citizen-id';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { Application } from './application.entity.ts';
import { CaseClosing } from './case-closing.ts';
import { CaseContent } from './case-content.ts';
import { CaseEdits, readAnswers } from './case-edits.ts';
import { CaseFiles, factsFor, isOpen, problemsOf, type CaseFile } from './case-files.ts';
import { CaseOpening } from './case-opening.ts';
import { CaseSteps, alive, toldOf } from './case-steps.ts';
import { CaseViews } from './case.views.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import { applicationHandled, applicationWithdrawn } from './enrolment.events.ts';
import type { OpenAtWindowRequest, StaffCaseView } from './staff-case.dto.ts';

/** The person is here: the clerk fills in what is missing, looks at the originals and confirms. */
/** The signed paper by which somebody acts for a relative. */
const ENTRUSTMENT = 'entrustment';

@Injectable()
export class WindowService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly views: CaseViews,
    private readonly edits: CaseEdits,
    private readonly opening: CaseOpening,
    private readonly steps: CaseSteps,
    private readonly closing: CaseClosing,
    private readonly content: CaseContent,
    private readonly people: People,
    private readonly pictures: Pictures,
  ) {}

  /** Begins a case for somebody without phone or pre-fill. @throws APPLICATION_ALREADY_OPEN with the id of the case that stands */
  async open(actor: StaffActor, wish: OpenAtWindowRequest, key: Idempotency | null): Promise<StaffCaseView> {
    const answers = readAnswers(wish.answers);
    const id = await this.unitOfWork.run(actor, (work) =>
      work.once(key, (applicationId) => this.opening.open(work, { id: applicationId, hallId: actor.hallId, matterId: wish.matterId, residentId: null, relativeId: null, answers, ticketId: wish.ticketId ?? null })));
    return this.view(actor, id);
  }

  fill(actor: StaffActor, id: string, version: number, raw: unknown): Promise<StaffCaseView> {
    const said = readAnswers(raw);
    return this.change(actor, id, version, async (work, file) => void (await this.edits.write(work, file, said)));
  }

  async addPicture(actor: StaffActor, id: string, materialCode: string, readFile: () => Promise<Upload>, key: Idempotency | null): Promise<StaffCaseView> {
    refuseClosed(await this.files.openFor(actor, id));
    const stored = await this.pictures.store(await readFile());
    await this.unitOfWork.run(actor, (work) =>
      work.once(key, async (pictureId) => {
        const file = await this.files.lockFor(work, actor, id);
        refuseClosed(file);
        await this.edits.addPicture(work, file, materialCode, stored, pictureId);
      }));
    return this.view(actor, id);
  }

  /** @param seen codes of the materials whose originals have been seen; unknown ones are refused */
  originals(actor: StaffActor, id: string, version: number, seen: string[]): Promise<StaffCaseView> {
    return this.change(actor, id, version, async (work, file) => {
      const needed = new Set(file.required.map((material) => material.code));
      if (seen.some((code) => !needed.has(code))) throw enrolmentErrors.APPLICATION_MATERIAL_UNKNOWN();
      await work.change(Application, file.row, { ...alive(file.row.state, work.now), originalsSeen: [...new Set(seen)] });
      if (file.row.relativeId && seen.includes(ENTRUSTMENT)) await this.people.seeAuthority(work, file.row.relativeId);
      work.audit('application.see-originals', id, { seen });
    });
  }

  /**
   * The clerk has compared the card with the person and with the case.
   * @param typed the number as read from the card, when the clerk typed it
   * @throws IDENTITY_DIFFERS, IDENTITY_MERGE_NEEDED with `otherResidentId`
   */
  verifyIdentity(actor: StaffActor, id: string, version: number, typed?: string): Promise<StaffCaseView> {
    return this.change(actor, id, version, async (work, file) => {
      const person = personOf(file);
      if (typed !== undefined && normaliseCitizenId(typed) !== person.citizenId) throw enrolmentErrors.IDENTITY_DIFFERS();
      const other = await this.verifyAccount(work, file, person);
      if (other) throw enrolmentErrors.IDENTITY_MERGE_NEEDED({ data: { otherResidentId: other } });
      await this.markVerified(work, file, actor);
    });
  }

  /** Joins the person's older account into the one at hand, and verifies that. @throws IDENTITY_NOTHING_TO_MERGE */
  mergeAccount(actor: StaffActor, id: string, version: number): Promise<StaffCaseView> {
    return this.change(actor, id, version, async (work, file) => {
      const person = personOf(file);
      const other = await this.verifyAccount(work, file, person);
      if (!other || file.row.residentId === null) throw enrolmentErrors.IDENTITY_NOTHING_TO_MERGE();
      await this.people.merge(work, other, file.row.residentId);
      await this.verifyAccount(work, file, person);
      await this.markVerified(work, file, actor);
    });
  }

  /**
   * Confirms at the window. The assessment is computed here and frozen with the profile it was computed by.
   * @throws IDENTITY_NOT_VERIFIED, APPLICATION_INCOMPLETE with every problem, ORIGINALS_NOT_SEEN
   */
  async handle(actor: StaffActor, id: string, version: number): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      const verdict = decide('handle', factsFor(file, actor, work.now), work.now);
      if (!verdict.ok) throw verdict.code === 'APPLICATION_INCOMPLETE' ? enrolmentErrors.APPLICATION_INCOMPLETE({ fields: problemsOf(file) }) : refusal(verdict);
      const { row, profile, answers } = file;
      // Whole answers have a tier and a year, and a tier is only accepted while a profile is in force.
      const assessment = assess(profile!, answers, answers.assessmentYear!);
      if (!assessment.ok) throw refusal(assessment);
      await this.steps.take(work, row, 'handle', verdict.value, {
        assessment: this.content.seal('assessment', row.id, assessment.value), profileId: profile!.id, handledAt: work.now, handledBy: actor.id, rejection: null, batchId: null,
      });
      work.emit(applicationHandled, { ...toldOf(row), staffId: actor.id });
    });
    return this.view(actor, id);
  }

  /** Closes a case at the person's wish, or one that somebody else opened with their number. */
  async withdraw(actor: StaffActor, id: string, version: number, reason: string): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      const verdict = decide('withdraw', factsFor(file, actor, work.now), work.now);
      if (!verdict.ok) throw refusal(verdict);
      await this.steps.take(work, file.row, 'withdraw', verdict.value, {}, reason);
      await this.closing.close(work, id);
      work.emit(applicationWithdrawn, toldOf(file.row));
    });
    return this.view(actor, id);
  }

  private async change(actor: StaffActor, id: string, version: number, body: (work: Work, file: CaseFile) => Promise<void>): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      refuseClosed(file);
      await body(work, file);
    });
    return this.view(actor, id);
  }

  /** Only somebody's own case speaks for their account; a relative's card says nothing about the helper's. */
  private async verifyAccount(work: Work, { row }: CaseFile, person: { name: string; citizenId: string }): Promise<string | null> {
    if (row.residentId === null || row.relativeId !== null) return null;
    return (await this.people.verify(work, row.residentId, person))?.otherResidentId ?? null;
  }

  private async markVerified(work: Work, { row }: CaseFile, actor: StaffActor): Promise<void> {
    await work.change(Application, row, { ...alive(row.state, work.now), identityVerifiedAt: work.now, identityVerifiedBy: actor.id });
    work.audit('application.verify-identity', row.id);
  }

  private async view(actor: StaffActor, id: string): Promise<StaffCaseView> {
    return this.views.forStaff(await this.files.openFor(actor, id), actor);
  }
}

function refuseClosed(file: CaseFile): void {
  if (!isOpen(file.row)) throw enrolmentErrors.APPLICATION_NOT_EDITABLE();
}

function personOf(file: CaseFile): { name: string; citizenId: string } {
  const { name, citizenId } = file.answers;
  const checked = checkCitizenId(citizenId ?? '', file.today);
  if (!name || !checked.ok) throw enrolmentErrors.IDENTITY_NOT_KNOWN();
  return { name, citizenId: checked.value };
}
