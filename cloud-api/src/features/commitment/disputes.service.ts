import { Injectable } from '@nestjs/common';
import { move } from '@hall/shared/kernel/moves';
import { DISPUTE_MOVES } from '@hall/shared/commitment/commitment.moves';
import { permissionsOf } from '@hall/shared/identity/permissions';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import { Exclusion, FulfilmentRow, MeasuredFact } from './commitment.entity.ts';
import { commitmentErrors } from './commitment.errors.ts';
import { disputeAnswered, disputeRaised } from './commitment.events.ts';
import type { DisputeAnswerInput } from './dispute.dto.ts';
import { TimeDispute } from './dispute.entity.ts';
import { ExclusionsService } from './exclusions.service.ts';
import { VisitTimesReader } from './visit-times.ts';

/** Who was served says that the times are wrong; it stands in the ledger from that moment, and somebody who did not serve them answers. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: QueueTickets,
    private readonly times: VisitTimesReader,
    private readonly people: People,
    private readonly ledger: Ledger,
    private readonly exclusions: ExclusionsService,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws NOT_FOUND for a ticket that is not theirs, DISPUTE_TOO_EARLY, DISPUTE_RAISED_ALREADY */
  async raise(actor: ResidentActor, ticketId: string, words: string, key: Idempotency | null): Promise<void> {
    const { hallId, ended } = await this.tickets.recordOf(actor.id, ticketId);
    const facts = await this.times.facts(ticketId);
    // What ended a moment ago is said in the ledger a moment later, and only what stands there can be doubted.
    if (!ended || !this.times.isOver(facts)) throw commitmentErrors.DISPUTE_TOO_EARLY();
    const servers = staffIn(facts);
    const staffIds = (await this.people.staffOf(hallId)).filter(({ id, roles }) => permissionsOf(roles).includes('commitment.exclude') && !servers.has(id)).map(({ id }) => id);
    await this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await this.ledger.hold(work, hallId);
      const said = words.trim();
      const { affected } = await work.sql.insertIfAbsent('time_dispute (id, hall_id, ticket_id, raised_by, state, words_cipher, raised_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)', [
        id, hallId, ticketId, actor.id, 'raised', said === '' ? null : this.crypto.encryptField(said, `time-dispute.words:${id}`), work.now,
      ]);
      if (affected === 0) throw commitmentErrors.DISPUTE_RAISED_ALREADY();
      await this.ledger.say(work, { hallId, key: `dispute:${ticketId}`, kind: 'dispute.raised', body: { s: await this.ledger.codeOf(work, hallId, 'visit', ticketId) } });
      work.audit('dispute.raise', id);
      work.emit(disputeRaised, { hallId, disputeId: id, ticketId, staffIds });
    }));
  }

  /** @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED, DISPUTE_NOT_YOURS to whoever served the visit */
  async answer(actor: StaffActor, id: string, { outcome, words, exclude, version }: DisputeAnswerInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await this.ledger.hold(work, actor.hallId);
      const row = await work.lock(TimeDispute, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      if (staffIn(await work.find(MeasuredFact, { subjectKind: 'visit', subjectId: row.ticketId })).has(actor.id)) throw commitmentErrors.DISPUTE_NOT_YOURS();
      const verdict = move(DISPUTE_MOVES, row.state, outcome === 'upheld' ? 'uphold' : 'explain');
      if (!verdict.ok) throw refusal(verdict);
      await work.change(TimeDispute, row, { state: verdict.value, answeredBy: actor.id, answeredAt: work.now, answerCipher: this.crypto.encryptField(words.trim(), `time-dispute.answer:${id}`) });
      const [s, by] = [await this.ledger.codeOf(work, row.hallId, 'visit', row.ticketId), await this.ledger.codeOf(work, row.hallId, 'staff', actor.id)];
      await this.ledger.say(work, { hallId: row.hallId, key: `dispute-answer:${row.ticketId}`, kind: 'dispute.answered', body: { s, outcome: verdict.value, by } });
      work.audit(`dispute.${verdict.value}`, id);
      work.emit(disputeAnswered, { hallId: row.hallId, disputeId: id, ticketId: row.ticketId, residentId: row.raisedBy });
      if (exclude && verdict.value === 'upheld') await this.proposeExclusions(work, actor, row.ticketId, words);
    });
  }

  /** Leaving its times out stays what it always is: proposed by one, decided by another. */
  private async proposeExclusions(work: Work, actor: StaffActor, ticketId: string, words: string): Promise<void> {
    for (const time of await work.find(FulfilmentRow, { subjectId: ticketId, hallId: actor.hallId })) {
      const open = (await work.find(Exclusion, { fulfilmentId: time.id })).some(({ state }) => state === 'proposed');
      if (time.excludedAt === null && !open) await this.exclusions.proposeIn(work, actor, time.id, { reason: 'recording-error', words: words.trim() }, newId());
    }
  }
}

/** Everybody who had a hand in the visit. */
export const staffIn = (facts: readonly Pick<MeasuredFact, 'attributes'>[]): ReadonlySet<string> => new Set(facts.flatMap(({ attributes }) => attributes.staff ?? []));
