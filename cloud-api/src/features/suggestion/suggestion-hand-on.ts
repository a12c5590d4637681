import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { SUGGESTION_SUBJECT, SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { Suggestion } from './suggestion.entity.ts';
import { suggestionAssigned } from './suggestion.events.ts';

/** A suggestion passes to a colleague when its owner leaves: as if it were assigned anew, with everything already said. */
@Injectable()
export class SuggestionHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly steps: SuggestionSteps,
    private readonly deadlines: SuggestionDeadlines,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.handedOnBy(SUGGESTION_SUBJECT, {
      needs: 'suggestion.answer',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(Suggestion, subjectId);
        if (row.hallId !== actor.hallId || row.ownerId !== fromId) throw platformErrors.NOT_FOUND();
        const given = await this.steps.move(work, row, 'assign', ['triager'], { ownerId: to.id, assignedBy: actor.id });
        await this.steps.say(work, given.id, { kind: 'assign', on: dayOf(work.now), by: { kind: 'staff', id: actor.id }, words: `承办人：${to.name}`, open: true });
        await this.deadlines.follow(work, given, { plan: (await this.steps.planOf(work, given))?.state ?? null });
        work.audit('suggestion.assign', given.id);
        work.emit(suggestionAssigned, { suggestionId: given.id, hallId: given.hallId, staffId: to.id });
      },
    });
  }
}
