import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { addDays, dayOf, weekdayOf } from '@hall/shared/kernel/day';
import { decideSuggestion } from '@hall/shared/suggestion/suggestion.moves';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { BOX_WEEKDAY } from './box.queries.ts';
import { BoxService } from './box.service.ts';
import { DRAFT_PICTURE } from './submission.service.ts';
import { SUGGESTION_SUBJECT, SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { Suggestion } from './suggestion.entity.ts';
import { suggestionClosed } from './suggestion.events.ts';

const clockwork = system('suggestion.clockwork');
const AT_ONCE = 500;
/** Somebody may write for some days before sending. */
const DRAFTS_KEPT_DAYS = 14;
const DAY = 86_400_000;
const PLANNED_AHEAD_DAYS = 14;

/** What time alone brings about. */
@Injectable()
export class SuggestionSweeps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly halls: Halls,
    private readonly deadlines: Deadlines,
    private readonly pictures: Pictures,
    private readonly steps: SuggestionSteps,
    private readonly owed: SuggestionDeadlines,
    private readonly box: BoxService,
  ) {}

  /**
   * Writes what the hall owes since anonymous authors acted on days gone by. They are taken in the order of their random
   * ids, which is no order: all that is written carries the time of this job. @returns how many
   */
  async tend(): Promise<number> {
    const today = dayOf(this.clock.now());
    const rows = await this.dataSource.manager.find(Suggestion, { where: { upkeep: true, changedOn: LessThan(today) }, select: { id: true }, order: { id: 'ASC' }, take: AT_ONCE });
    for (const { id } of rows) await this.unitOfWork.run(clockwork, async (work) => this.steps.tend(work, await work.lock(Suggestion, id)));
    return rows.length;
  }

  /** Silence settles: whoever says nothing to an answer in time has let it be, as soon as its plan has held. @returns how many */
  async settle(): Promise<number> {
    let settled = 0;
    for (const { id: hallId } of await this.halls.all()) {
      for (const late of await this.deadlines.owed(hallId, { code: 'suggestion.confirm', overdue: true })) {
        if (late.subjectKind === SUGGESTION_SUBJECT && (await this.unitOfWork.run(clockwork, (work) => this.settleOne(work, late.subjectId)))) settled += 1;
      }
    }
    return settled;
  }

  private async settleOne(work: Work, id: string): Promise<boolean> {
    const row = await work.lock(Suggestion, id);
    await this.steps.tend(work, row);
    if (!decideSuggestion('settle', await this.steps.facts(work, row, ['hall'])).ok) return false;
    const plan = await this.steps.planOf(work, row);
    const closed = await this.steps.move(work, row, 'settle', ['hall']);
    await this.steps.say(work, id, { kind: 'settle', on: dayOf(work.now), by: { kind: 'hall' } });
    await this.owed.follow(work, closed, { plan: plan?.state ?? null, dropped: 'silence' });
    work.audit('suggestion.settle', id);
    await this.steps.announce(work, closed, suggestionClosed, 'closed');
    return true;
  }

  /** Plans the openings of the next two weeks on the hall's weekday. @returns how many are new */
  async planOpenings(): Promise<number> {
    const today = dayOf(this.clock.now());
    let planned = 0;
    for (const { id: hallId } of await this.halls.all()) {
      const weekday = await this.halls.setting(hallId, BOX_WEEKDAY);
      for (let ahead = 1; ahead <= PLANNED_AHEAD_DAYS; ahead += 1) {
        const day = addDays(today, ahead);
        if (weekdayOf(day) === weekday && (await this.box.planBy(clockwork, hallId, day))) planned += 1;
      }
    }
    return planned;
  }

  /** Pictures of suggestions that never came. */
  async dropDrafts(): Promise<number> {
    return this.unitOfWork.run(clockwork, (work) => this.pictures.removeOlder(work, DRAFT_PICTURE, work.now - DRAFTS_KEPT_DAYS * DAY));
  }
}
