import { Injectable } from '@nestjs/common';
import { decideEnquiry, type EnquiryAction, type EnquiryActor, type EnquiryFacts } from '@hall/shared/enquiry/enquiry.moves';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal, type FieldProblem } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { EnquiryPeople, type Standing } from './enquiry-people.ts';
import { Enquiry, EnquiryStep, EnquiryTransfer } from './enquiry.entity.ts';
import { enquiryErrors } from './enquiry.errors.ts';

/** The kind of subject a question's deadline and pictures belong to. */
export const ENQUIRY_SUBJECT = 'enquiry';
export const ANSWER_STEP = 'enquiry.answer';
export const subjectOf = (enquiryId: string) => ({ kind: ENQUIRY_SUBJECT, id: enquiryId });

/** Without signs that are easily taken for others. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const PLACES = { name: 'enquiry.asker-name', phone: 'enquiry.asker-phone', words: 'enquiry-step.words', draft: 'enquiry-draft.text' } as const;

export const invalid = (fields: FieldProblem[]) => enquiryErrors.ENQUIRY_INVALID({ fields });
export const refuseProblems = (fields: FieldProblem[]): void => {
  if (fields.length > 0) throw invalid(fields);
};

/** A question kept for one unit of work, and as what the member of staff acts on it. */
export interface Held {
  row: Enquiry;
  transfer: EnquiryTransfer | null;
  by: EnquiryActor[];
  standing: Standing;
}

export type StepInput = Pick<EnquiryStep, 'kind'> & Partial<Pick<EnquiryStep, 'toStaffId' | 'toDepartmentId' | 'inNameOf'>> & { words?: string | null };

export const enquiryFacts = (row: Enquiry, transfer: EnquiryTransfer | null, by: readonly EnquiryActor[]): EnquiryFacts =>
  ({ state: row.state, by, owned: row.ownerId !== null, offered: transfer !== null, account: row.residentId !== null, askedAgain: row.askedAgain });

/** How questions are kept: sealed words, steps in a row, and one clock for each answer owed. */
@Injectable()
export class EnquiryRecords {
  constructor(
    private readonly crypto: CryptoPort,
    private readonly people: EnquiryPeople,
    private readonly roster: DutyRoster,
    private readonly deadlines: Deadlines,
  ) {}

  seal(text: string | null, place: keyof typeof PLACES, id: string): string | null {
    return text === null ? null : this.crypto.encryptField(text, `${PLACES[place]}:${id}`);
  }

  open(cipher: string | null, place: keyof typeof PLACES, id: string): string | null {
    return cipher === null ? null : this.crypto.decryptField(cipher, `${PLACES[place]}:${id}`);
  }

  /** A number nobody has yet, such as `20261123-7KX2M`. */
  async newNumber(work: Work): Promise<string> {
    for (;;) {
      const number = `${dayOf(work.now).replaceAll('-', '')}-${Array.from({ length: 5 }, () => SIGNS[Number(this.crypto.randomDigits(6)) % SIGNS.length]).join('')}`;
      if (!(await work.findOne(Enquiry, { number }))) return number;
    }
  }

  /** @throws NOT_FOUND also when it is somebody else's; STALE_VERSION */
  async holdMine(work: Work, residentId: string, id: string, version: number): Promise<Enquiry> {
    const row = await work.lock(Enquiry, id);
    if (row.residentId !== residentId) throw platformErrors.NOT_FOUND();
    if (row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }

  /** @param version left out where nothing of the question itself changes @throws NOT_FOUND also when it is not for the actor's eyes; STALE_VERSION */
  async hold(work: Work, actor: StaffActor, id: string, version?: number): Promise<Held> {
    const row = await work.lock(Enquiry, id);
    const [transfer, standing] = [await work.findOne(EnquiryTransfer, { openKey: id }), await this.people.standing(actor)];
    const by = row.hallId === actor.hallId ? this.people.capacities(standing, row, transfer) : [];
    if (by.length === 0) throw platformErrors.NOT_FOUND();
    if (version !== undefined && row.version !== version) throw platformErrors.STALE_VERSION();
    return { row, transfer, by, standing };
  }

  /** Makes sure of the move and takes it. @throws the codes of the rule */
  async move(work: Work, row: Enquiry, action: EnquiryAction, facts: { transfer: EnquiryTransfer | null; by: readonly EnquiryActor[] }, changes: Partial<Enquiry> = {}): Promise<void> {
    const verdict = decideEnquiry(action, enquiryFacts(row, facts.transfer, facts.by));
    if (!verdict.ok) throw refusal(verdict);
    await work.change(Enquiry, row, { ...changes, state: verdict.value, changedAt: work.now });
    work.audit(`enquiry.${action}`, row.id);
  }

  /** Whose name the actor acts in, written down when it is a colleague's who is away; null when it is their own work. */
  async inNameOf(work: Work, actor: StaffActor, ownerId: string | null, enquiryId: string): Promise<string | null> {
    if (ownerId === null || ownerId === actor.id) return null;
    return (await this.roster.actsAs(work, actor, ownerId, enquiryId)) ? ownerId : null;
  }

  async step(work: Work, enquiryId: string, { words = null, ...said }: StepInput): Promise<void> {
    const id = newId();
    const [last] = await work.rows<{ position: number | null }>('SELECT MAX(position) AS position FROM enquiry_step WHERE enquiry_id = ?', [enquiryId]);
    const byStaff = work.actor.kind === 'staff';
    await work.add(EnquiryStep, {
      inNameOf: null, toStaffId: null, toDepartmentId: null, ...said, id, enquiryId, position: Number(last?.position ?? 0) + 1, at: work.now,
      byKind: byStaff ? 'staff' : 'asker', byId: byStaff ? work.actor.id : null, wordsCipher: this.seal(words?.trim() ?? null, 'words', id),
    });
  }

  /** The clock of the answer that is owed from now on. */
  async owe(work: Work, row: Enquiry): Promise<void> {
    await this.deadlines.open(work, {
      hallId: row.hallId, subjectKind: ENQUIRY_SUBJECT, subjectId: row.id, step: ANSWER_STEP, ownerId: row.ownerId, departmentId: row.departmentId, title: `咨询 ${row.number}`, ruleCode: 'enquiry.answer', from: work.now,
    });
  }
}
