import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkAnswers } from '@hall/shared/enrolment/answers.rules';
import { OPEN_APPLICATION_STATES, type ApplicationFacts } from '@hall/shared/enrolment/application.moves';
import { changedFields, type EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { materialProblem, missingMaterials, requiredMaterials, type FilledFor, type MaterialRule, type PicturesGiven } from '@hall/shared/enrolment/materials.rules';
import type { PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import { fixedTargets, newItemsInSecondReturn } from '@hall/shared/enrolment/review.rules';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import type { FieldProblem } from '@hall/shared/kernel/verdict';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Matters, type CodeTables, type MatterFacts } from '../matters/matters.ts';
import { Application, CasePicture } from './application.entity.ts';
import { CaseContent } from './case-content.ts';
import { ReviewMark } from './review.entity.ts';

/** Who may act on a case: its filler, or staff of its hall. */
export type CaseActor = ResidentActor | StaffActor;

export interface Mark extends Omit<ReviewMark, 'sentence'> {
  sentence: string;
  fixed: boolean;
}

/** A case opened on the table: everything decrypted and everything the rules look at. It must not leave the server. */
export interface CaseFile {
  row: Application;
  answers: EnrolmentAnswers;
  today: Day;
  filledFor: FilledFor;
  matter: MatterFacts;
  codes: CodeTables;
  profile: PolicyProfile | null;
  required: MaterialRule[];
  pictures: (CasePicture & { addedSinceReturn: boolean })[];
  /** What the last return named. */
  marks: Mark[];
  /** What every return so far has named. */
  sentMarks: Mark[];
  draftMarks: Mark[];
}

@Injectable()
export class CaseFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly content: CaseContent,
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  /** Reads a case the actor may act on. @throws NOT_FOUND also when it is somebody else's */
  async rowFor(actor: CaseActor, id: string): Promise<Application> {
    const row = await this.dataSource.manager.findOneBy(Application, { id });
    if (!row || !isTheirs(actor, row)) throw platformErrors.NOT_FOUND();
    return row;
  }

  async openFor(actor: CaseActor, id: string): Promise<CaseFile> {
    return this.open(await this.rowFor(actor, id));
  }

  /** Locks and opens a case for a change. @throws NOT_FOUND, STALE_VERSION */
  async lockFor(work: Work, actor: CaseActor, id: string, version?: number): Promise<CaseFile> {
    const row = await work.lock(Application, id);
    if (!isTheirs(actor, row)) throw platformErrors.NOT_FOUND();
    if (version !== undefined && row.version !== version) throw platformErrors.STALE_VERSION();
    return this.open(row);
  }

  async open(row: Application): Promise<CaseFile> {
    const { manager } = this.dataSource;
    const today = dayOf(this.clock.now());
    const matter = await this.matters.version(row.matterId, row.matterVersion);
    const answers = this.content.answersOf(row);
    const codes = row.state === 'draft' ? await this.matters.codes() : withChosen(await this.matters.codes(), await this.matters.closedCodes(), answers);
    const profile = await this.matters.profileOn(today);
    const pictures = await manager.find(CasePicture, { where: { applicationId: row.id }, order: { materialCode: 'ASC', pageNumber: 'ASC' } });
    const marks = await manager.find(ReviewMark, { where: { applicationId: row.id }, order: { round: 'ASC', position: 'ASC' } });
    const filledFor: FilledFor = row.relativeId === null ? 'self' : 'relative';
    const seen = pictures.map((picture) => ({ ...picture, addedSinceReturn: row.round > 1 && picture.round === row.round }));
    const returned = this.content.returnedAnswersOf(row);
    const lastReturn = marks.filter((mark) => mark.state === 'sent' && mark.round === row.round - 1);
    const fixed = new Set(fixedTargets(lastReturn, {
      changedFields: returned ? changedFields(returned, answers) : [],
      pictures: seen.map((picture) => ({ id: picture.pictureId, materialCode: picture.materialCode, addedSinceReturn: picture.addedSinceReturn })),
    }));
    const toMark = (mark: ReviewMark): Mark => ({ ...mark, sentence: this.content.open('mark', mark.id, mark.sentence), fixed: mark.round === row.round - 1 && fixed.has(mark.target) });
    return {
      row, answers, today, filledFor, matter, codes, profile,
      required: requiredMaterials(answers, matter.materials, { filledFor }),
      pictures: seen, marks: lastReturn.map(toMark),
      sentMarks: marks.filter((mark) => mark.state === 'sent').map(toMark),
      draftMarks: marks.filter((mark) => mark.state === 'draft').map(toMark),
    };
  }
}

/** What was chosen while it could be stays good once it was handed in. */
function withChosen(open: CodeTables, closed: CodeTables, answers: EnrolmentAnswers): CodeTables {
  const said = JSON.stringify(answers);
  return Object.fromEntries(Object.entries(open).map(([table, entries]) => [table, [...entries, ...(closed[table] ?? []).filter(({ code }) => said.includes(JSON.stringify(code)))]]));
}

const isTheirs = (actor: CaseActor, row: Application): boolean => (actor.kind === 'resident' ? row.residentId === actor.id : row.hallId === actor.hallId);

export const isOpen = (row: Pick<Application, 'state'>): boolean => OPEN_APPLICATION_STATES.includes(row.state);

/** Everything that still keeps the case from going on: answers in the order of the form, then materials. */
export function problemsOf(file: CaseFile): FieldProblem[] {
  const given = givenIn(file);
  return [
    ...checkAnswers(file.answers, { today: file.today, profile: file.profile, codes: file.codes }),
    ...missingMaterials(file.required, given).map((material) => materialProblem(material, given)),
  ];
}

/** What there is of each material. Whoever has seen the original needs no picture of it. */
function givenIn({ pictures, row }: CaseFile): PicturesGiven {
  const given = new Map<string, number>();
  for (const { materialCode } of pictures) given.set(materialCode, (given.get(materialCode) ?? 0) + 1);
  for (const code of row.originalsSeen) given.set(code, Infinity);
  return given;
}

/** Targets of prepared marks that an earlier return could have named and did not. */
export const lateItems = (file: CaseFile): string[] => newItemsInSecondReturn(file.sentMarks, file.draftMarks);

/** What the rules of moving a case look at, from where this actor stands. */
export function factsFor(file: CaseFile, actor: CaseActor | { kind: 'system' }, now: number, said: { lateReason?: string } = {}): ApplicationFacts {
  const { row } = file;
  const claimStands = row.claimedBy !== null && (row.claimedUntil ?? 0) > now;
  return {
    state: row.state,
    by: actor.kind === 'resident' ? 'resident' : actor.kind === 'staff' ? 'clerk' : 'hall',
    problems: problemsOf(file).length,
    unfixedMarks: row.state === 'returned' ? file.marks.filter((mark) => !mark.fixed).length : 0,
    round: row.round,
    claimed: claimStands,
    // Nobody took it over meanwhile: whoever comes back late goes on where they stopped.
    claimedByMe: actor.kind === 'staff' && row.claimedBy === actor.id,
    draftMarks: file.draftMarks.length,
    lateItemsWithoutReason: said.lateReason?.trim() ? 0 : lateItems(file).length,
    atWindow: actor.kind === 'staff' && actor.permissions.has('window.handle'),
    identityVerified: row.identityVerifiedAt !== null,
    originalsMissing: file.required.filter((material) => !material.deferrable && !row.originalsSeen.includes(material.code)).length,
    lastStepAt: row.lastStepAt,
  };
}
