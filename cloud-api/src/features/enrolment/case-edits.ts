import { Injectable } from '@nestjs/common';
import { changedFields, mergeAnswers, type EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { sanitiseAnswers } from '@hall/shared/enrolment/sanitise-answers';
import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { checkPhone } from '@hall/shared/kernel/phone';
import type { Day } from '@hall/shared/kernel/day';
import { DomainError, refusal } from '../../platform/errors/domain-error.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Pictures, type StoredPicture } from '../pictures/pictures.service.ts';
import { Application, CasePicture } from './application.entity.ts';
import { CaseContent } from './case-content.ts';
import type { CaseFile } from './case-files.ts';
import { alive } from './case-steps.ts';
import { enrolmentErrors } from './enrolment.errors.ts';

const SUBJECT = 'case-material';

/** Answers as they came over the wire. @throws ANSWERS_… naming the field */
export function readAnswers(raw: unknown): EnrolmentAnswers {
  const read = sanitiseAnswers(raw);
  if (!read.ok) throw refusal(read);
  return read.value;
}

/** Writes answers and pictures into a case, whoever holds the pen. What may be changed was decided before. */
@Injectable()
export class CaseEdits {
  constructor(
    private readonly content: CaseContent,
    private readonly people: People,
    private readonly pictures: Pictures,
  ) {}

  /** The columns that follow from the answers: who it is about, and how to find it again. */
  keysOf(row: Pick<Application, 'id' | 'residentId' | 'relativeId' | 'matterId'>, answers: EnrolmentAnswers, today: Day): Pick<Application, 'citizenIndex' | 'phoneIndex' | 'openKey'> {
    const citizen = checkCitizenId(answers.citizenId ?? '', today);
    const phone = checkPhone(answers.phone ?? '');
    const citizenIndex = citizen.ok ? this.people.citizenIndex(citizen.value) : null;
    const person = citizenIndex ?? (row.relativeId ? `relative:${row.relativeId}` : row.residentId ? `resident:${row.residentId}` : `case:${row.id}`);
    return { citizenIndex, phoneIndex: phone.ok ? this.people.phoneIndex(phone.value) : null, openKey: `${person}|${row.matterId}` };
  }

  /** @throws APPLICATION_ALREADY_OPEN when another open case has the key; `known` tells which, to whom may know */
  async refuseSecondCase(work: Work, openKey: string | null, ownId: string, mayKnow: (row: Application) => boolean): Promise<void> {
    const other = openKey === null ? null : await work.findOne(Application, { openKey });
    if (other && other.id !== ownId) throw enrolmentErrors.APPLICATION_ALREADY_OPEN(mayKnow(other) ? { data: { applicationId: other.id } } : {});
  }

  /** @returns the names of the fields that changed */
  async write(work: Work, file: CaseFile, change: EnrolmentAnswers): Promise<string[]> {
    const { row } = file;
    const merged = mergeAnswers(file.answers, change);
    const changed = changedFields(file.answers, merged);
    if (changed.length === 0) return [];
    const keys = this.keysOf(row, merged, file.today);
    const actor = work.actor;
    if (keys.openKey !== row.openKey) {
      await this.refuseSecondCase(work, keys.openKey, row.id, (other) => (actor.kind === 'resident' ? other.residentId === actor.id : 'hallId' in actor && other.hallId === actor.hallId));
    }
    // Another name or number is another card: it has to be seen again.
    const unseen = changed.includes('citizenId') || changed.includes('name') ? { identityVerifiedAt: null, identityVerifiedBy: null } : {};
    await onlyOneOpen(work.change(Application, row, { ...alive(row.state, work.now), ...keys, ...unseen, content: this.content.seal('answers', row.id, merged) }));
    file.answers = merged;
    work.audit('application.fill', row.id, { fields: changed });
    return changed;
  }

  /** @param instead the picture this one takes the place and page of @throws APPLICATION_PICTURES_FULL */
  async addPicture(work: Work, file: CaseFile, materialCode: string, stored: StoredPicture, pictureId: string, instead: CasePicture | null = null): Promise<void> {
    const { row } = file;
    const material = file.required.find((candidate) => candidate.code === materialCode);
    if (!material) throw enrolmentErrors.APPLICATION_MATERIAL_UNKNOWN();
    const pages = file.pictures.filter((picture) => picture.materialCode === materialCode && picture.pictureId !== instead?.pictureId);
    if (pages.length >= material.maxPictures) throw enrolmentErrors.APPLICATION_PICTURES_FULL();
    if (instead) await this.takeAway(work, row.id, instead.pictureId);
    await this.pictures.keep(work, stored, { subjectKind: SUBJECT, subjectId: row.id, ownerResidentId: row.residentId, hallId: row.hallId }, pictureId);
    await work.add(CasePicture, {
      id: newId(), applicationId: row.id, materialCode, pictureId, pageNumber: instead?.pageNumber ?? firstFree(pages.map((page) => page.pageNumber)), round: row.round,
      width: stored.width, height: stored.height, bytes: stored.bytes, addedAt: work.now,
    });
    await work.change(Application, row, alive(row.state, work.now));
  }

  async removePicture(work: Work, file: CaseFile, pictureId: string): Promise<void> {
    await this.takeAway(work, file.row.id, pictureId);
    await work.change(Application, file.row, alive(file.row.state, work.now));
  }

  private async takeAway(work: Work, applicationId: string, pictureId: string): Promise<void> {
    await work.execute('DELETE FROM case_picture WHERE application_id = ? AND picture_id = ?', [applicationId, pictureId]);
    await this.pictures.remove(work, pictureId);
  }
}

/** A picture taken again after one was removed fills the gap, so that the front of a card stays before its back. */
function firstFree(taken: readonly number[]): number {
  let number = 1;
  while (taken.includes(number)) number += 1;
  return number;
}

/** Two writers who met at the unique key: the database let one through, and the other is told why. */
export async function onlyOneOpen<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (!(error instanceof DomainError) && isDuplicate(error)) throw enrolmentErrors.APPLICATION_ALREADY_OPEN();
    throw error;
  }
}

function isDuplicate(error: unknown): boolean {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE'].includes(driverError?.code ?? code ?? '');
}
