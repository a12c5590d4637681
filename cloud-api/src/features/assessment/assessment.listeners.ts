import { Injectable, type OnModuleInit } from '@nestjs/common';
import { withinFive } from '@hall/shared/assessment/scorecard.rules';
import { DEADLINE_CATALOGUE } from '@hall/shared/deadline/deadline.rules';
import { Listeners } from '../../platform/events/listeners.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { deadlineMet, deadlineOverdue, type DeadlineTold, type OwedBy } from '../deadlines/deadlines.events.ts';
import { applicationReturned } from '../enrolment/enrolment.events.ts';
import { ticketServed } from '../queue/queue.events.ts';
import { AssessmentFacts } from './assessment-facts.ts';

@Injectable()
export class AssessmentListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly facts: AssessmentFacts,
  ) {}

  onModuleInit(): void {
    this.listeners.on(ticketServed, 'assessment.served', async (work, { id, payload }) => {
      const { hallId, staffId, servedAt: at, ready } = payload;
      await this.facts.record(work, { hallId, key: `served:${id}`, staffId, part: 'served', good: true, label: '窗口办件', at });
      if (ready) await this.facts.record(work, { hallId, key: `five:${id}`, staffId, part: 'five', good: withinFive(payload), label: '材料备齐的办件', at });
    });
    this.listeners.on(applicationReturned, 'assessment.returned', async (work, { id, at, payload: { hallId, staffId, late } }) =>
      this.facts.record(work, { hallId, key: `once:${id}`, staffId, part: 'once', good: !late, label: '退回补正', at }));
    this.listeners.on(deadlineOverdue, 'assessment.overdue', (work, { at, payload }) => this.owed(work, payload, false, at));
    this.listeners.on(deadlineMet, 'assessment.met', (work, { at, payload }) => this.owed(work, payload, !payload.late, at));
  }

  /** Once overdue it stays so on the card: the later meeting finds the key taken. */
  private async owed(work: Work, { hallId, deadlineId, ownerId, ruleCode }: DeadlineTold & OwedBy, good: boolean, at: number): Promise<void> {
    if (!ownerId) return;
    await this.facts.record(work, { hallId, key: `owed:${deadlineId}`, staffId: ownerId, part: ruleCode === 'relay.acknowledge' ? 'relays' : 'kept', good, label: DEADLINE_CATALOGUE[ruleCode].label, at });
  }
}
