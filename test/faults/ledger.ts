import { CaseQueries } from '../../cloud-api/src/features/enrolment/case.queries.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';

type BookingStep = 'held' | 'booked' | 'cancelled';
const STEPS: readonly string[] = ['held', 'booked', 'cancelled'];

/** What the hall has said "yes" to. After any accident all of it must still be so, or further on. */
export class Ledger {
  /** Every "yes", for whoever waits for the next one. */
  acknowledged = 0;
  private readonly bookings = new Map<string, BookingStep>();
  private readonly drafts = new Map<string, number>();
  private readonly tickets = new Map<string, { number: string; left: boolean }>();
  private waiting: { upTo: number; go: () => void }[] = [];

  booking(id: string, step: BookingStep): void {
    this.bookings.set(id, step);
    this.yes();
  }

  /** @param edition how often this draft has been saved, as written into its address */
  draft(id: string, edition: number): void {
    this.drafts.set(id, edition);
    this.yes();
  }

  ticket(id: string, number: string, left: boolean): void {
    this.tickets.set(id, { number, left });
    this.yes();
  }

  /** Settles when so many more have been said yes to. */
  more(count: number): Promise<void> {
    return new Promise((go) => this.waiting.push({ upTo: this.acknowledged + count, go }));
  }

  counts(): string {
    return `${this.bookings.size} bookings, ${this.drafts.size} drafts, ${this.tickets.size} tickets`;
  }

  /** What was promised and is not so. */
  async broken(hall: TestApp): Promise<string[]> {
    const faults: string[] = [];
    const bookings = new Map(((await hall.dataSource.query('SELECT id, state FROM booking')) as { id: string; state: string }[]).map((row) => [row.id, row.state]));
    for (const [id, step] of this.bookings) {
      const state = bookings.get(id);
      const further = state !== undefined && (STEPS.indexOf(state) >= STEPS.indexOf(step) || (step === 'held' && state === 'expired'));
      if (!further) faults.push(`booking ${id} was ${step} and is ${state ?? 'gone'}`);
    }
    const tickets = new Map(((await hall.dataSource.query('SELECT id, number, state FROM ticket')) as { id: string; number: string; state: string }[]).map((row) => [row.id, row]));
    for (const [id, { number, left }] of this.tickets) {
      const row = tickets.get(id);
      if (!row || row.number !== number || (left && row.state !== 'left')) faults.push(`ticket ${number} is ${row ? `${row.number} ${row.state}` : 'gone'}`);
    }
    for (const [id, edition] of this.drafts) {
      const kept = await this.editionOf(hall, id);
      if (kept < edition) faults.push(`draft ${id} was saved as edition ${edition} and is edition ${kept}`);
    }
    return faults;
  }

  /** Each step of a booking is written down once: the retry of somebody who got no answer did nothing twice. */
  async twice(hall: TestApp): Promise<string[]> {
    const rows: { what: string; subject: string; n: number | string }[] = await hall.dataSource.query(
      "SELECT action AS what, subject_id AS subject, COUNT(*) AS n FROM audit_entry WHERE action IN ('booking.hold', 'booking.confirm', 'booking.cancel', 'ticket.take', 'application.open') GROUP BY action, subject_id HAVING COUNT(*) > 1",
    );
    return rows.map(({ what, subject, n }) => `${what} ${subject} was done ${n} times`);
  }

  private async editionOf(hall: TestApp, applicationId: string): Promise<number> {
    const [row] = (await hall.dataSource.query('SELECT resident_id FROM application WHERE id = ?', [applicationId])) as { resident_id: string }[];
    if (!row) return -1;
    const view = await hall.app.get(CaseQueries).forResident({ kind: 'resident', id: row.resident_id, assurance: 'declared' }, applicationId);
    return Number(/\d+/.exec(view.answers.householdAddress ?? '0')?.[0] ?? 0);
  }

  private yes(): void {
    this.acknowledged += 1;
    const ready = this.waiting.filter(({ upTo }) => upTo <= this.acknowledged);
    this.waiting = this.waiting.filter(({ upTo }) => upTo > this.acknowledged);
    for (const { go } of ready) go();
  }
}
