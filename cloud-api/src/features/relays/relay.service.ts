import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { decideReceipt, mayRemind, recipientsOf, relayProblems } from '@hall/shared/relays/relay.moves';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import type { RelayInput } from './relay.dto.ts';
import { RelayMessage, RelayReceipt } from './relay.entity.ts';
import { relayErrors } from './relays.errors.ts';
import { relayReminded, relaySent } from './relays.events.ts';

/** The deadlines' word for a message; each recipient is a step of it. */
export const RELAY_SUBJECT = 'relay';

/** Messages that must reach members of staff, and their receipts. */
@Injectable()
export class RelayService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly duty: DutyRoster,
    private readonly deadlines: Deadlines,
  ) {}

  /** Each recipient owes a receipt by the day the rule says. @returns the message's id @throws RELAY_INVALID */
  async send(actor: StaffActor, input: RelayInput, key: Idempotency | null): Promise<string> {
    const to = recipientsOf(await this.people.staffOf(actor.hallId), input, actor.id);
    const fields = relayProblems(input, to.length);
    if (fields.length > 0) throw relayErrors.RELAY_INVALID({ fields });
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      const title = input.title.trim();
      await work.add(RelayMessage, { id, hallId: actor.hallId, title, words: input.words.trim(), link: input.link?.trim() ?? null, sentBy: actor.id, sentAt: work.now, withdrawnAt: null });
      const acting = await this.duty.actingOn(actor.hallId, dayOf(work.now));
      for (const person of to) await this.owe(work, actor, id, title, person, acting(person.id));
      work.audit('relay.send', id, { recipients: to.length });
    }));
  }

  /** By the recipient, and for everybody they act for just now. Once more changes nothing. @throws NOT_FOUND for whom it was not meant */
  async acknowledge(actor: StaffActor, relayId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const message = await work.lock(RelayMessage, relayId);
      const hands = await this.duty.actsFor(actor.hallId, actor.id, work.now);
      const rows = message.hallId === actor.hallId ? await work.find(RelayReceipt, { relayId, staffId: In(hands) }) : [];
      if (rows.length === 0) throw platformErrors.NOT_FOUND();
      for (const { id } of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
        const row = await work.lock(RelayReceipt, id);
        const verdict = decideReceipt('acknowledge', row.state);
        if (!verdict.ok || !(await this.duty.actsAs(work, actor, row.staffId, row.id))) continue;
        await work.change(RelayReceipt, row, { state: verdict.value, acknowledgedAt: work.now, acknowledgedBy: actor.id });
        await this.deadlines.meet(work, { kind: RELAY_SUBJECT, id: relayId }, row.staffId);
        work.audit('relay.acknowledge', row.id);
      }
    });
  }

  /**
   * Reminds everybody whose receipt is owed, each at most once a day; whoever acts for them is told in their place.
   * @throws NOT_FOUND also for another hall's, RELAY_NOBODY_TO_REMIND
   */
  async remind(actor: StaffActor, relayId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const message = await work.lock(RelayMessage, relayId);
      if (message.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      const today = dayOf(work.now);
      const owing = message.withdrawnAt === null ? (await work.find(RelayReceipt, { relayId })).filter((each) => mayRemind(each, today)) : [];
      if (owing.length === 0) throw relayErrors.RELAY_NOBODY_TO_REMIND();
      const acting = await this.duty.actingOn(actor.hallId, today);
      for (const { id, staffId } of owing.sort((a, b) => (a.id < b.id ? -1 : 1))) {
        await work.change(RelayReceipt, await work.lock(RelayReceipt, id), { remindedOn: today });
        work.emit(relayReminded, { relayId, hallId: actor.hallId, staffId: acting(staffId) });
      }
      work.audit('relay.remind', relayId, { readers: owing.length });
    });
  }

  /** Nobody owes its receipt any more; those given stand. @throws NOT_FOUND also for somebody else's, STALE_VERSION */
  async withdraw(actor: StaffActor, relayId: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const message = await work.lock(RelayMessage, relayId);
      if (message.hallId !== actor.hallId || message.sentBy !== actor.id) throw platformErrors.NOT_FOUND();
      if (message.withdrawnAt !== null) return;
      if (message.version !== version) throw platformErrors.STALE_VERSION();
      await work.change(RelayMessage, message, { withdrawnAt: work.now });
      await work.execute("UPDATE relay_receipt SET state = 'released', version = version + 1 WHERE relay_id = ? AND state = 'owed'", [relayId]);
      await this.deadlines.drop(work, { kind: RELAY_SUBJECT, id: relayId }, 'withdrawn');
      work.audit('relay.withdraw', relayId);
    });
  }

  private async owe(work: Work, actor: StaffActor, relayId: string, title: string, person: StaffFacts, actingId: string): Promise<void> {
    const { dueAt } = await this.deadlines.open(work, {
      hallId: actor.hallId, subjectKind: RELAY_SUBJECT, subjectId: relayId, step: person.id, ownerId: person.id, departmentId: person.departmentId, title: `签收：${title}`, ruleCode: 'relay.acknowledge', from: work.now,
    });
    await work.add(RelayReceipt, { id: newId(), relayId, hallId: actor.hallId, staffId: person.id, state: 'owed', remindedOn: null, dueAt, acknowledgedAt: null, acknowledgedBy: null, inTime: null });
    work.emit(relaySent, { relayId, hallId: actor.hallId, staffId: actingId });
  }
}
