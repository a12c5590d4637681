import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import type { SuggestionAction } from '@hall/shared/suggestion/suggestion.moves';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import type { SupportView } from './suggestion.dto.ts';
import { Suggestion, SuggestionAuthor } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';
import { Supporters } from './supporters.ts';

type AuthorMove = Extract<SuggestionAction, 'confirm' | 'reopen' | 'withdraw'>;

/** What a named author says about the answer, and what others say to a suggestion everybody can read: me too. */
@Injectable()
export class AuthorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: SuggestionSteps,
    private readonly deadlines: SuggestionDeadlines,
    private readonly supporters: Supporters,
  ) {}

  /** @throws NOT_FOUND also when it is somebody else's, STALE_VERSION, and the rule's refusals */
  async move(actor: ResidentActor, id: string, action: AuthorMove, version: number, reason?: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.own(work, actor, id, version);
      const moved = await this.steps.move(work, row, action, ['author'], action === 'reopen' ? this.steps.newRound(row) : {});
      await this.steps.say(work, id, { kind: action, on: dayOf(work.now), by: { kind: 'author' }, words: reason });
      const plan = await this.steps.planOf(work, moved);
      await this.deadlines.follow(work, moved, { plan: plan?.state ?? null, ...(action === 'withdraw' ? { dropped: 'withdrawn' } : {}) });
      work.audit(`suggestion.${action}`, id);
      if (action === 'reopen') await this.steps.reopenedNow(work, moved);
    });
  }

  /** Once per account, however often it is tapped. @throws NOT_FOUND for what is not public, SUGGESTION_OWN */
  async support(actor: ResidentActor, id: string): Promise<SupportView> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.open(work, id);
      if ((await this.steps.residentOf(work, id)) === actor.id) throw suggestionErrors.SUGGESTION_OWN();
      const { affected } = await work.sql.insertIfAbsent('suggestion_supporter (suggestion_id, resident_id) VALUES (?, ?)', [id, actor.id]);
      if (affected > 0) work.audit('suggestion.support', id);
      return { supporters: await this.supporters.count(work, id), mine: true };
    });
  }

  /** Taking it back twice is no error. @throws NOT_FOUND */
  async unsupport(actor: ResidentActor, id: string): Promise<SupportView> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.open(work, id);
      const { affected } = await work.execute('DELETE FROM suggestion_supporter WHERE suggestion_id = ? AND resident_id = ?', [id, actor.id]);
      if (affected > 0) work.audit('suggestion.unsupport', id);
      return { supporters: await this.supporters.count(work, id), mine: false };
    });
  }

  /** @throws NOT_FOUND */
  async supported(actor: ResidentActor, id: string): Promise<SupportView> {
    const row = await this.dataSource.manager.findOneBy(Suggestion, { id, face: 'whole' });
    if (!row) throw platformErrors.NOT_FOUND();
    return { supporters: row.supporters, mine: (await this.supporters.of(actor.id, [id])).has(id) };
  }

  private async own(work: Work, actor: ResidentActor, id: string, version: number): Promise<Suggestion> {
    const author = await work.findOne(SuggestionAuthor, { suggestionId: id });
    if (author?.residentId !== actor.id) throw platformErrors.NOT_FOUND();
    return work.lock(Suggestion, id, version);
  }

  private async open(work: Work, id: string): Promise<void> {
    if ((await work.lock(Suggestion, id)).face !== 'whole') throw platformErrors.NOT_FOUND();
  }
}
