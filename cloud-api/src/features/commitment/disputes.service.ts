import { Injectable } from '@nestjs/common';
import { move } from '@hall/shared/kernel/moves';
import { DISPUTE_MOVES } from '@hall/shared/commitment/commitment.moves';
import { ANYONE, type ResidentActor, type StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';
import { QueueTickets, type VisitRecord } from '../queue/queue-tickets.ts';
import { Ratings } from '../rating/ratings.ts';
import { Exclusion, FulfilmentRow, MeasuredFact } from './commitment.entity.ts';
import { commitmentErrors } from './commitment.errors.ts';
import { disputeAnswered, disputeRaised } from './commitment.events.ts';
import { DisputeDeadlines, staffIn } from './dispute-deadlines.ts';
import type { DeskDisputeInput, DisputeAnswerInput } from './dispute.dto.ts';
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
    private readonly ratings: Ratings,
    private readonly deadlines: DisputeDeadlines,
    private readonly ledger: Ledger,
    private readonly exclusions: ExclusionsService,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws NOT_FOUND for a ticket that is not theirs, DISPUTE_TOO_EARLY, DISPUTE_RAISED_ALREADY */
  async raise(actor: ResidentActor, ticketId: string, words: string, key: Idempotency | null): Promise<void> {
    await this.lay(actor, await this.tickets.recordOf(actor.id, ticketId), words, key);
  }

  /** By whoever holds the slip of the visit. @throws RATING_SLIP_UNKNOWN, DISPUTE_TOO_EARLY, DISPUTE_RAISED_ALREADY */
  async raiseBySlip(code: string, words: string, key: Idempotency | null): Promise<void> {
    const { hallId, ticketId } = await this.ratings.visitOfSlip(code);
    await this.lay(ANYONE, await this.tickets.record(hallId, ticketId), words, key);
  }

  /**
   * Taken down at the desk for somebody who stands there with the paper and has no phone.
   * @throws DISPUTE_TICKET_UNKNOWN, DISPUTE_TAKEN_BY_SERVER, DISPUTE_TOO_EARLY, DISPUTE_RAISED_ALREADY
   */
  async takeDown(actor: StaffActor, { day, number, words }: DeskDisputeInput, key: Idempotency | null): Promise<void> {
    const visit = await this.tickets.recordByNumber(actor.hallId, day, number.toUpperCase());
    if (!visit) throw commitmentErrors.DISPUTE_TICKET_UNKNOWN();
    await this.lay(actor, visit, words, key);
  }

  private async lay(actor: ResidentActor | StaffActor | typeof ANYONE, visit: VisitRecord, words: string, key: Idempotency | null): Promise<void> {
    const { id: ticketId, hallId, ended } = visit;
    const facts = await this.times.facts(ticketId);
    // What ended a moment ago is said in the ledger a moment later, and only what stands there can be doubted.
    if (!ended || !this.times.isOver(facts)) throw commitmentErrors.DISPUTE_TOO_EARLY();
    // There is one doubt for a visit: whoever served it must not use it up with words of their own.
    if (actor.kind === 'staff' && staffIn(facts).has(actor.id)) throw commitmentErrors.DISPUTE_TAKEN_BY_SERVER();
    const answerers = await this.deadlines.answerers(hallId, facts);
    await this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await this.ledger.hold(work, hallId);
      const said = words.trim();
      const { affected } = await work.sql.insertIfAbsent('time_dispute (id, hall_id, ticket_id, raised_by, recorded_by, state, words_cipher, raised_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)', [
        id, hallId, ticketId, actor.kind === 'resident' ? actor.id : null, actor.kind === 'staff' ? actor.id : null, 'raised', said === '' ? null : this.crypto.encryptField(said, `time-dispute.words:${id}`), work.now,
      ]);
      if (affected === 0) throw commitmentErrors.DISPUTE_RAISED_ALREADY();
      await this.ledger.say(work, { hallId, key: `dispute:${ticketId}`, kind: 'dispute.raised', body: { s: await this.ledger.codeOf(work, hallId, 'visit', ticketId) } });
      await this.deadlines.open(work, id, visit, facts, answerers);
      work.audit('dispute.raise', id);
      work.emit(disputeRaised, { hallId, disputeId: id, ticketId, staffIds: answerers.map((each) => each.id) });
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
      await this.deadlines.meet(work, id);
      work.emit(disputeAnswered, { hallId: row.hallId, disputeId: id, ticketId: row.ticketId, residentId: row.raisedBy, staffId: row.recordedBy });
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
