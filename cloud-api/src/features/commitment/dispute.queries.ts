import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { DISPUTE_LABELS, DISPUTE_MOVES } from '@hall/shared/commitment/commitment.moves';
import { actionsFrom } from '@hall/shared/kernel/moves';
import { TICKET_STATE_LABELS } from '@hall/shared/queue/ticket.moves';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { QueueTickets, type VisitRecord } from '../queue/queue-tickets.ts';
import { Ratings } from '../rating/ratings.ts';
import { FulfilmentRow, MeasuredFact } from './commitment.entity.ts';
import { DisputeDeadlines, staffIn } from './dispute-deadlines.ts';
import type { DeskDisputeView, OpenedDisputeView, StaffDisputeView, TicketRecordView, VisitLookView } from './dispute.dto.ts';
import { TimeDispute } from './dispute.entity.ts';
import { VisitTimesReader } from './visit-times.ts';

const MOST = 200;

/** What was written down of a visit and what came of a doubt about it: to its holder, and to those who answer. */
@Injectable()
export class DisputeQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: QueueTickets,
    private readonly times: VisitTimesReader,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly ratings: Ratings,
    private readonly deadlines: DisputeDeadlines,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws NOT_FOUND for a ticket that is not theirs */
  async ofTicket(actor: ResidentActor, ticketId: string): Promise<TicketRecordView> {
    // Whoever carried the visit and whoever was served may be two: each sees that it is doubted, and only who wrote them the words.
    return this.record(await this.tickets.recordOf(actor.id, ticketId), ({ raisedBy }) => raisedBy === actor.id);
  }

  /** For whoever holds the slip of the visit. @throws RATING_SLIP_UNKNOWN */
  async bySlip(code: string): Promise<TicketRecordView> {
    const { hallId, ticketId } = await this.ratings.visitOfSlip(code);
    return this.record(await this.tickets.record(hallId, ticketId), ({ raisedBy }) => raisedBy === null);
  }

  private async record(visit: VisitRecord, own: (row: TimeDispute) => boolean): Promise<TicketRecordView> {
    const [facts, row] = await Promise.all([this.times.facts(visit.id), this.dataSource.manager.findOneBy(TimeDispute, { ticketId: visit.id })]);
    const mine = row !== null && own(row);
    const owed = row?.state === 'raised' ? (await this.deadlines.of([row.id])).get(row.id)?.dueAt ?? null : null;
    return {
      ticketId: visit.id, number: visit.number, day: visit.day, ...this.times.timesOf(visit, facts), mayDispute: row === null && visit.ended && this.times.isOver(facts),
      dispute: row && { state: row.state, stateLabel: DISPUTE_LABELS[row.state], raisedAt: row.raisedAt, dueAt: owed, words: mine ? this.wordsOf(row) : null, answeredAt: row.answeredAt, answer: mine ? this.answerOf(row) : null },
      proof: await this.times.proof(visit, facts),
    };
  }

  /** What was taken down at the desk, with what to tell the person, the newest first. */
  async atDesk({ hallId }: StaffActor): Promise<DeskDisputeView[]> {
    const rows = await this.dataSource.manager.find(TimeDispute, { where: { hallId, recordedBy: Not(IsNull()) }, order: { raisedAt: 'DESC' }, take: MOST });
    const [names, owed] = await Promise.all([this.people.staffNames(rows.flatMap(({ recordedBy }) => recordedBy ?? [])), this.deadlines.of(rows.map(({ id }) => id))]);
    return Promise.all(rows.map(async (row) => {
      const { number, day } = await this.tickets.record(hallId, row.ticketId);
      return { id: row.id, number, day, stateLabel: DISPUTE_LABELS[row.state], recordedBy: names.get(row.recordedBy!) ?? '', raisedAt: row.raisedAt, dueAt: row.state === 'raised' ? owed.get(row.id)?.dueAt ?? null : null, answer: this.answerOf(row) };
    }));
  }

  /** What waits for an answer, the oldest first; then what was answered, the newest first. */
  async ofHall(actor: StaffActor): Promise<StaffDisputeView[]> {
    const { manager } = this.dataSource;
    const [open, answered] = await Promise.all([
      manager.find(TimeDispute, { where: { hallId: actor.hallId, state: 'raised' }, order: { raisedAt: 'ASC' }, take: MOST }),
      manager.find(TimeDispute, { where: { hallId: actor.hallId, state: In(['upheld', 'explained']) }, order: { raisedAt: 'DESC' }, take: MOST }),
    ]);
    return this.views(actor, [...open, ...answered]);
  }

  /** With what was written; each reading is written down. @throws NOT_FOUND */
  async opened(actor: StaffActor, id: string): Promise<OpenedDisputeView> {
    const row = await this.dataSource.manager.findOneBy(TimeDispute, { id, hallId: actor.hallId });
    if (!row) throw platformErrors.NOT_FOUND();
    const [visit, facts, counted] = await Promise.all([this.tickets.record(row.hallId, row.ticketId), this.times.facts(row.ticketId), this.dataSource.manager.findBy(FulfilmentRow, { subjectId: row.ticketId, hallId: row.hallId })]);
    const [view] = await this.views(actor, [row]);
    const served = staffIn(facts).has(actor.id);
    if (!served && row.wordsCipher !== null) {
      await this.unitOfWork.run(actor, (work) => {
        work.audit('dispute.read', id);
        return Promise.resolve();
      });
    }
    return { ...view!, ...this.times.timesOf(visit, facts), words: served ? null : this.wordsOf(row), answer: this.answerOf(row), counted: counted.filter(({ excludedAt }) => excludedAt === null).length };
  }

  /** One visit behind a figure. @throws NOT_FOUND */
  async visit(actor: StaffActor, ticketId: string): Promise<VisitLookView> {
    const visit = await this.tickets.record(actor.hallId, ticketId);
    const [facts, row, windowLabel, matterNames, names] = await Promise.all([
      this.times.facts(ticketId), this.dataSource.manager.findOneBy(TimeDispute, { ticketId }), this.tickets.windowLabel(actor.hallId, visit.windowId), this.tickets.matterNames(visit.matterIds), this.people.staffNames(visit.staffId === null ? [] : [visit.staffId]),
    ]);
    return {
      ticketId, number: visit.number, day: visit.day, ...this.times.timesOf(visit, facts), windowLabel, staffName: visit.staffId === null ? null : names.get(visit.staffId) ?? null, matterNames,
      stateLabel: TICKET_STATE_LABELS[visit.state], disputeLabel: row && DISPUTE_LABELS[row.state],
    };
  }

  private async views(actor: StaffActor, rows: readonly TimeDispute[]): Promise<StaffDisputeView[]> {
    const visits = new Map<string, VisitRecord>(await Promise.all(rows.map(async (row): Promise<[string, VisitRecord]> => [row.ticketId, await this.tickets.record(row.hallId, row.ticketId)])));
    const facts = rows.length === 0 ? [] : await this.dataSource.manager.findBy(MeasuredFact, { subjectKind: 'visit', subjectId: In(rows.map(({ ticketId }) => ticketId)) });
    const [names, windows, owed] = await Promise.all([
      this.people.staffNames([...[...visits.values()].flatMap(({ staffId }) => staffId ?? []), ...rows.flatMap(({ answeredBy, recordedBy }) => [answeredBy, recordedBy].flatMap((id) => id ?? []))]), this.halls.windows(actor.hallId), this.deadlines.of(rows.map(({ id }) => id), actor),
    ]);
    return rows.map((row) => {
      const visit = visits.get(row.ticketId)!;
      const served = staffIn(facts.filter(({ subjectId }) => subjectId === row.ticketId)).has(actor.id);
      return {
        id: row.id, ticketId: row.ticketId, number: visit.number, day: visit.day, windowLabel: windows.find(({ id }) => id === visit.windowId)?.label ?? null, staffName: visit.staffId === null ? null : names.get(visit.staffId) ?? null,
        state: row.state, stateLabel: DISPUTE_LABELS[row.state], raisedAt: row.raisedAt,
        wayLabel: row.recordedBy !== null ? `窗口代记（${names.get(row.recordedBy) ?? ''}）` : row.raisedBy === null ? '凭小票' : '本人手机', deadline: owed.get(row.id) ?? null, answeredBy: row.answeredBy === null ? null : names.get(row.answeredBy) ?? '', answeredAt: row.answeredAt,
        actions: served ? [] : actionsFrom(DISPUTE_MOVES, row.state), version: row.version,
      };
    });
  }

  private wordsOf({ id, wordsCipher }: TimeDispute): string | null {
    return wordsCipher === null ? null : this.crypto.decryptField(wordsCipher, `time-dispute.words:${id}`);
  }

  private answerOf({ id, answerCipher }: TimeDispute): string | null {
    return answerCipher === null ? null : this.crypto.decryptField(answerCipher, `time-dispute.answer:${id}`);
  }
}
