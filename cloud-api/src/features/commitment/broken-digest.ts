import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, startOfDay, type Day } from '@hall/shared/kernel/day';
import type { Work } from '../../platform/persistence/work.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { commitmentsBrokenOfDay } from './commitment.events.ts';

/** Once a day each head is told how often promises were broken in their department: one message with a number, not one for each time. */
@Injectable()
export class BrokenDigest implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    // A day is sealed once, in one transaction: so its heads are told once, of exactly the times that were published.
    this.ledger.beforeSealing((work, hallId, day) => this.tell(work, hallId, day));
  }

  private async tell(work: Work, hallId: string, day: Day): Promise<void> {
    const rows = await work.rows<{ department_id: string | null; n: number | string }>(
      `SELECT department_id, COUNT(*) AS n FROM fulfilment WHERE hall_id = ? AND settles_on = ? AND excluded_at IS NULL AND due_at IS NOT NULL AND due_at < COALESCE(closed_at, ended_at, ?)
       GROUP BY department_id`, [hallId, day, startOfDay(addDays(day, 1))]);
    if (rows.length === 0) return;
    const heads = (await this.people.staffOf(hallId)).filter(({ roles }) => roles.includes('head'));
    const counts = new Map<string, number>();
    for (const { department_id: departmentId, n } of rows) for (const { id } of responsible(heads, departmentId)) counts.set(id, (counts.get(id) ?? 0) + Number(n));
    for (const [staffId, count] of counts) work.emit(commitmentsBrokenOfDay, { hallId, staffId, day, count });
  }
}

/** A department without a head of its own, and what is no department's, is every head's. */
function responsible(heads: readonly StaffFacts[], departmentId: string | null): readonly StaffFacts[] {
  const own = heads.filter((head) => departmentId !== null && head.departmentId === departmentId);
  return own.length > 0 ? own : heads;
}
