import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { SuggestionActor } from '@hall/shared/suggestion/suggestion.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionPlan } from './suggestion-work.entity.ts';
import { Suggestion } from './suggestion.entity.ts';

const SEES_ALL = ['suggestion.triage', 'suggestion.publish', 'suggestion.review'] as const;

/**
 * Who of the staff may lay hands on what. Whoever sorts, publishes or reviews sees the hall's whole post; everybody else
 * only what was put into their hands, because a suggestion may be about a colleague.
 */
@Injectable()
export class SuggestionDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duty: DutyRoster,
    private readonly steps: SuggestionSteps,
    private readonly clock: Clock,
  ) {}

  seesAll(actor: StaffActor): boolean {
    return SEES_ALL.some((permission) => actor.permissions.has(permission));
  }

  /** Those whose work lies in the actor's hands: their own, and of everybody away whom they act for. */
  hands(actor: StaffActor): Promise<string[]> {
    return this.duty.actsFor(actor.hallId, actor.id, this.clock.now());
  }

  /** Whether the suggestion, or the plan of its present round, is in the actor's hands. */
  owns(hands: readonly string[], row: Suggestion, plan: SuggestionPlan | null): boolean {
    return (row.ownerId !== null && hands.includes(row.ownerId)) || (plan !== null && hands.includes(plan.ownerId));
  }

  roles(actor: StaffActor, owns: boolean): SuggestionActor[] {
    return [
      ...(actor.permissions.has('suggestion.triage') ? (['triager'] as const) : []), ...(owns && actor.permissions.has('suggestion.answer') ? (['owner'] as const) : []), ...(actor.permissions.has('suggestion.publish') ? (['publisher'] as const) : []),
    ];
  }

  /** @throws NOT_FOUND also for another hall's and for one that lies in others' hands */
  async read(actor: StaffActor, id: string): Promise<{ row: Suggestion; plan: SuggestionPlan | null; hands: string[] }> {
    const row = await this.dataSource.manager.findOneBy(Suggestion, { id, hallId: actor.hallId });
    if (!row) throw platformErrors.NOT_FOUND();
    const [plan, hands] = await Promise.all([this.dataSource.manager.findOneBy(SuggestionPlan, { suggestionId: id, round: row.round }), this.hands(actor)]);
    if (!this.seesAll(actor) && !this.owns(hands, row, plan)) throw platformErrors.NOT_FOUND();
    return { row, plan, hands };
  }

  /**
   * Locks one for writing; what an anonymous author left to be written is written first. Acting in another's name is written down.
   * @throws NOT_FOUND, STALE_VERSION
   */
  async open(work: Work, actor: StaffActor, id: string, version?: number): Promise<{ row: Suggestion; plan: SuggestionPlan | null; by: SuggestionActor[] }> {
    const { hands } = await this.read(actor, id);
    const row = await work.lock(Suggestion, id, version);
    await this.steps.tend(work, row);
    const plan = await this.steps.planOf(work, row);
    const owns = this.owns(hands, row, plan);
    if (owns && row.ownerId !== null && row.ownerId !== actor.id && hands.includes(row.ownerId)) await this.duty.actsAs(work, actor, row.ownerId, id);
    return { row, plan, by: this.roles(actor, owns) };
  }

  /** Ids of suggestions whose plan of the present round is in these hands. */
  async plannedBy(hands: readonly string[]): Promise<string[]> {
    const plans = await this.dataSource.manager.find(SuggestionPlan, { where: { ownerId: In([...hands]), state: In(['published', 'observing']) }, select: { suggestionId: true } });
    return plans.map(({ suggestionId }) => suggestionId);
  }

  /** Ids of suggestions with a plan of the present round or an answer that waits for approval: looked up from what waits, which is little. */
  async toApprove(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      "SELECT p.suggestion_id AS id FROM suggestion_plan p JOIN suggestion s ON s.id = p.suggestion_id AND s.round = p.round WHERE p.state = 'proposed' UNION SELECT a.draft_of AS id FROM suggestion_answer a WHERE a.draft_of IS NOT NULL",
    );
    return rows.map(({ id }) => id);
  }
}
