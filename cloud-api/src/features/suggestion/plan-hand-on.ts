import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { PLAN_SUBJECT, SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionPlan } from './suggestion-work.entity.ts';
import { Suggestion } from './suggestion.entity.ts';
import { suggestionAssigned } from './suggestion.events.ts';

/** A plan is carried out and measured by the one it names: when they leave it names a colleague, from the draft to its last day. */
@Injectable()
export class PlanHandOn implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly steps: SuggestionSteps,
    private readonly deadlines: SuggestionDeadlines,
  ) {}

  onModuleInit(): void {
    const { registry } = this.halls.plans;
    registry.worksFrom(async (hallId, staffId) => {
      const plans = await this.dataSource.manager.find(SuggestionPlan, { where: { ownerId: staffId, state: In(['draft', 'proposed']), suggestion: { hallId } }, relations: { suggestion: true }, order: { id: 'ASC' } });
      // What a later round left behind is nobody's work any more.
      return plans.filter(({ round, suggestion }) => suggestion!.round === round).map(({ id, suggestion }) => ({ text: `意见 ${suggestion!.number} 的整改方案写明由本人负责`, subject: { kind: PLAN_SUBJECT, id } }));
    });
    registry.handedOnBy(PLAN_SUBJECT, {
      needs: 'suggestion.answer',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const known = await work.findOne(SuggestionPlan, { id: subjectId });
        if (!known) throw platformErrors.NOT_FOUND();
        const row = await work.lock(Suggestion, known.suggestionId);
        const plan = await work.lock(SuggestionPlan, subjectId);
        if (row.hallId !== actor.hallId || plan.ownerId !== fromId) throw platformErrors.NOT_FOUND();
        await work.change(SuggestionPlan, plan, { ownerId: to.id });
        await this.steps.say(work, row.id, { kind: 'assign', on: dayOf(work.now), by: { kind: 'staff', id: actor.id }, words: `整改负责人：${to.name}`, open: true });
        await this.steps.change(work, row, {});
        await this.deadlines.planHandedOn(work, plan, to.departmentId);
        work.audit('suggestion.plan-hand-on', row.id, { ownerId: to.id });
        work.emit(suggestionAssigned, { suggestionId: row.id, hallId: row.hallId, staffId: to.id });
      },
    });
  }
}
