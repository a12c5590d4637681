import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { referenceFrom } from '@hall/shared/booking/booking-reference';
import { DAY_LENGTH, dayOf } from '@hall/shared/kernel/day';
import { normalisePhone } from '@hall/shared/kernel/phone';
import { MOST_OPEN_RIGHTS, MOST_RIGHTS_A_DAY, OPEN_RIGHTS_STATES, decideRights, rightsProblems, type RightsAction, type RightsTopic, type RightsWay } from '@hall/shared/relays/rights.moves';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import { relayErrors } from './relays.errors.ts';
import { rightsAssigned, rightsContacted, rightsReopened, rightsResolved } from './relays.events.ts';
import { RightsCircle } from './rights-circle.ts';
import type { RightsOpen, RightsRequest } from './rights.dto.ts';
import { RightsCase, RightsStep, type RightsStepKind } from './rights.entity.ts';

export const RIGHTS_SUBJECT = 'rights';
export const RIGHTS_CONTACT = 'rights.contact';
export const RIGHTS_SERVICE = 'rights.service';

interface Opening {
  hallId: string;
  way: RightsWay;
  suggestionNumber: string | null;
  topic: RightsTopic;
  residentId: string | null;
  name: string;
  phone: string;
  words: string;
  owner: StaffFacts;
}

/** Opens cases about people's rights, and takes their steps. */
@Injectable()
export class RightsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly people: People,
    private readonly halls: Halls,
    private readonly duty: DutyRoster,
    private readonly deadlines: Deadlines,
    private readonly circle: RightsCircle,
  ) {}

  /** By the resident, for the hall one comes to. @throws RIGHTS_INVALID, RIGHTS_TOO_MANY, RIGHTS_NO_OWNER */
  async ask(actor: ResidentActor, { topic, words, name, phone }: RightsRequest, key: Idempotency | null): Promise<string> {
    const [hallId, resident] = await Promise.all([this.halls.defaultHallId(), this.people.resident(actor.id)]);
    refuseUnsound({ words, name, phone }, { name: resident.name !== null, phone: resident.phone !== null });
    const owner = await this.usualOwner(hallId);
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await this.people.holdResident(work, actor.id);
      const open = await work.find(RightsCase, { residentId: actor.id, state: In([...OPEN_RIGHTS_STATES]) });
      const lately = await work.find(RightsCase, { residentId: actor.id, openedBy: actor.id, openedAt: MoreThan(work.now - DAY_LENGTH) });
      if (open.length >= MOST_OPEN_RIGHTS || lately.length >= MOST_RIGHTS_A_DAY) throw relayErrors.RIGHTS_TOO_MANY();
      const reachedBy = phone?.trim() ? normalisePhone(phone) : resident.phone!;
      await this.open(work, id, { hallId, way: 'phone', suggestionNumber: null, topic, residentId: actor.id, name: resident.name ?? name!.trim(), phone: reachedBy, words: words.trim(), owner });
    }));
  }

  /** At the desk, for somebody who is there or whose suggestion it was. Whoever is known by the telephone sees it there. @throws RIGHTS_INVALID, RIGHTS_NO_OWNER, NOT_FOUND for an owner who does not work here */
  async openAtDesk(actor: StaffActor, input: RightsOpen, key: Idempotency | null): Promise<string> {
    refuseUnsound(input, { name: false, phone: false });
    const phone = normalisePhone(input.phone);
    const owner = input.ownerId === null ? await this.usualOwner(actor.hallId) : await this.colleague(actor.hallId, input.ownerId);
    const accounts = await this.people.residentsByPhone(phone);
    const suggestionNumber = input.suggestionNumber?.trim() || null;
    return this.unitOfWork.run(actor, (work) => work.once(key, (id) => this.open(work, id, {
      hallId: actor.hallId, way: suggestionNumber ? 'suggestion' : 'desk', suggestionNumber, topic: input.topic, residentId: accounts.length === 1 ? accounts[0]! : null, name: input.name.trim(), phone, words: input.words.trim(), owner,
    })));
  }

  /** @throws NOT_FOUND, STALE_VERSION, RIGHTS_WORDS_NEEDED, MOVE_NOT_ALLOWED */
  stepByResident(actor: ResidentActor, id: string, { action, words, version }: { action: RightsAction; words: string; version: number }): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(RightsCase, id);
      if (row.residentId !== actor.id) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      await this.step(work, row, action, 'resident', words.trim());
    });
  }

  /** A step of the work, or a note for colleagues. @throws NOT_FOUND outside the circle, STALE_VERSION, RIGHTS_WORDS_NEEDED, MOVE_NOT_ALLOWED */
  stepByStaff(actor: StaffActor, id: string, { action, words, version }: { action: RightsAction | 'note'; words: string; version: number }): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(RightsCase, id);
      await this.circle.admit(actor, row);
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      if (actor.id !== row.ownerId) await this.duty.actsAs(work, actor, row.ownerId, row.id);
      if (action !== 'note') return this.step(work, row, action, 'staff', words.trim());
      if (words.trim() === '') throw relayErrors.RIGHTS_WORDS_NEEDED({ fields: [{ path: 'words', code: 'RIGHTS_WORDS_NEEDED', message: '请写明情况' }] });
      await work.change(RightsCase, row, { changedAt: work.now });
      await this.log(work, row, 'note', 'staff', words.trim());
      work.audit('rights.note', id);
    });
  }

  /** Another owner; what is owed keeps its day. @throws NOT_FOUND, STALE_VERSION */
  async assign(actor: StaffActor, id: string, ownerId: string, version: number): Promise<void> {
    const owner = await this.colleague(actor.hallId, ownerId);
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(RightsCase, id);
      await this.circle.admit(actor, row);
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      if (row.ownerId === owner.id) return;
      await this.give(work, row, owner);
      work.emit(rightsAssigned, { caseId: id, hallId: row.hallId, staffId: owner.id });
    });
  }

  /** Owner, steps and clocks together; whoever calls has asked whether it may be. */
  async give(work: Work, row: RightsCase, owner: { id: string; departmentId: string | null }): Promise<void> {
    await work.change(RightsCase, row, { ownerId: owner.id, departmentId: owner.departmentId, changedAt: work.now });
    await this.log(work, row, 'assign', 'staff', null);
    await this.deadlines.reassign(work, { kind: RIGHTS_SUBJECT, id: row.id }, owner.id, owner.departmentId);
    work.audit('rights.assign', row.id, { ownerId: owner.id });
  }

  private async open(work: Work, id: string, { hallId, name, phone, words, owner, ...said }: Opening): Promise<void> {
    const number = `WQ${dayOf(work.now).replaceAll('-', '')}-${referenceFrom(randomBytes(8)).slice(0, 5)}`;
    const row = await work.add(RightsCase, {
      id, hallId, number, ...said, nameCipher: this.crypto.encryptField(name, `rights.name:${id}`), phoneCipher: this.crypto.encryptField(phone, `rights.phone:${id}`), wordsCipher: this.crypto.encryptField(words, `rights.words:${id}`),
      ownerId: owner.id, departmentId: owner.departmentId, state: 'opened', openedAt: work.now, openedBy: work.actor.id!, changedAt: work.now, inTime: null,
    });
    await this.log(work, row, 'open', work.actor.kind === 'resident' ? 'resident' : 'staff', null);
    await this.owe(work, row, RIGHTS_CONTACT);
    await this.owe(work, row, RIGHTS_SERVICE);
    work.audit('rights.open', id, { way: said.way, topic: said.topic });
    work.emit(rightsAssigned, { caseId: id, hallId, staffId: owner.id });
  }

  private async step(work: Work, row: RightsCase, action: RightsAction, by: 'resident' | 'staff', words: string): Promise<void> {
    const verdict = decideRights(action, row.state, by, words);
    if (!verdict.ok) throw refusal(verdict);
    await work.change(RightsCase, row, { state: verdict.value, changedAt: work.now });
    await this.log(work, row, action, by, words);
    await this.settle(work, row, action);
    work.audit(`rights.${action}`, row.id);
  }

  /** What the step does to what is owed, and who hears of it. */
  private async settle(work: Work, row: RightsCase, action: RightsAction): Promise<void> {
    const subject = { kind: RIGHTS_SUBJECT, id: row.id };
    const told = { caseId: row.id, hallId: row.hallId, residentId: row.residentId };
    const does: Partial<Record<RightsAction, () => Promise<void> | void>> = {
      contact: async () => {
        await this.deadlines.meet(work, subject, RIGHTS_CONTACT);
        work.emit(rightsContacted, told);
      },
      resolve: async () => {
        await this.deadlines.meet(work, subject, RIGHTS_SERVICE);
        work.emit(rightsResolved, told);
      },
      reopen: async () => {
        await this.owe(work, row, RIGHTS_CONTACT);
        await this.owe(work, row, RIGHTS_SERVICE);
        work.emit(rightsReopened, { caseId: row.id, hallId: row.hallId, staffId: row.ownerId });
      },
      // Whoever begins at once has been in touch.
      serve: () => this.deadlines.meet(work, subject, RIGHTS_CONTACT),
      withdraw: () => this.deadlines.drop(work, subject, 'withdrawn'),
    };
    await does[action]?.();
  }

  private async owe(work: Work, row: RightsCase, ruleCode: typeof RIGHTS_CONTACT | typeof RIGHTS_SERVICE): Promise<void> {
    await this.deadlines.open(work, { hallId: row.hallId, subjectKind: RIGHTS_SUBJECT, subjectId: row.id, step: ruleCode, ownerId: row.ownerId, departmentId: row.departmentId, title: `维权 ${row.number}`, ruleCode, from: work.now });
  }

  private async log(work: Work, { id: caseId }: RightsCase, kind: RightsStepKind, byKind: 'resident' | 'staff', words: string | null): Promise<void> {
    const [last] = await work.rows<{ last: number | string | null }>('SELECT MAX(position) AS last FROM rights_step WHERE case_id = ?', [caseId]);
    const id = newId();
    await work.add(RightsStep, { id, caseId, position: Number(last?.last ?? 0) + 1, kind, byKind, byId: byKind === 'staff' ? work.actor.id : null, at: work.now, wordsCipher: words ? this.crypto.encryptField(words, `rights-step.words:${id}`) : null });
  }

  /** The head of the department the hall has named for it, else the first head; a leader where the hall has no head at all. */
  private async usualOwner(hallId: string): Promise<StaffFacts> {
    const departmentId = await this.halls.setting(hallId, 'rights.departmentId');
    const id = (await this.duty.headOf(hallId, departmentId)) ?? (await this.duty.director(hallId));
    const owner = (await this.people.staffOf(hallId)).find((each) => each.id === id);
    if (!owner) throw relayErrors.RIGHTS_NO_OWNER();
    return owner;
  }

  private async colleague(hallId: string, staffId: string): Promise<StaffFacts> {
    const found = (await this.people.staffOf(hallId)).find(({ id }) => id === staffId);
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }
}

function refuseUnsound(told: { words: string; name: string | null; phone: string | null }, known: { name: boolean; phone: boolean }): void {
  const fields = rightsProblems(told, known);
  if (fields.length > 0) throw relayErrors.RIGHTS_INVALID({ fields });
}
