import { Injectable } from '@nestjs/common';
import type { CardPart } from '@hall/shared/assessment/scorecard.rules';
import { dayOf } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';

export interface Counting {
  hallId: string;
  /** Heard twice, it is written once. */
  key: string;
  staffId: string;
  part: CardPart;
  good: boolean;
  label: string;
  at: number;
}

/** What counts on people's cards, taken from what the rooms tell; nobody types any of it. */
@Injectable()
export class AssessmentFacts {
  constructor(
    private readonly people: People,
    private readonly ledger: Ledger,
  ) {}

  async record(work: Work, { hallId, key, staffId, part, good, label, at }: Counting): Promise<void> {
    const departmentId = (await this.people.staffOf(hallId)).find((person) => person.id === staffId)?.departmentId ?? null;
    // A month is sealed under the same hold: no fact slips in while its cards are counted.
    await this.ledger.hold(work, hallId);
    await work.sql.insertIfAbsent('assessment_fact (id, hall_id, fact_key, day, part, good, staff_id, department_id, label, counted_in) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [newId(), hallId, key, dayOf(at), part, good ? 1 : 0, staffId, departmentId, label, null]);
  }
}
