import { Injectable } from '@nestjs/common';
import { hasBlank } from '@hall/shared/kernel/blanks';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { isAnswerable, mustWork } from './plan-rights.ts';
import type { AnswerDraftInput } from './suggestion-staff.dto.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { SuggestionAnswer, SuggestionNote } from './suggestion-work.entity.ts';
import type { Suggestion } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';
import { suggestionCorrected, suggestionReplied } from './suggestion.events.ts';

/** @throws SUGGESTION_INVALID when nothing was written, or a gap of a template was not filled in: what is published cannot be changed */
function refuseUnfinished(text: string): void {
  const message = text.trim() === '' ? '答复还是空的，请先写好。' : hasBlank(text) ? '模板里的空格还没有填好。' : null;
  if (message) throw suggestionErrors.SUGGESTION_INVALID({ fields: [{ path: 'text', code: 'SUGGESTION_ANSWER', message }] });
}

/** The answer: drafted by whose it is, published by who may speak for the hall. What was published is never changed, only corrected beneath. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SuggestionDesk,
    private readonly steps: SuggestionSteps,
    private readonly words: SuggestionWords,
    private readonly deadlines: SuggestionDeadlines,
  ) {}

  /** Saves the one draft there is. @throws STALE_VERSION when somebody else wrote meanwhile */
  async draft(actor: StaffActor, id: string, { text, noPlanReason, version }: AnswerDraftInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.desk.open(work, actor, id);
      mustWork(by, isAnswerable(row));
      const standing = await work.findOne(SuggestionAnswer, { draftOf: id });
      if ((standing?.version ?? null) !== version) throw platformErrors.STALE_VERSION();
      const reason = noPlanReason?.trim() || null;
      if (standing) await work.change(SuggestionAnswer, standing, { textCipher: this.words.seal('suggestion-answer.text', standing.id, text), noPlanReason: reason, writtenBy: actor.id });
      else await this.add(work, row, { text, noPlanReason: reason, kind: 'answer', writtenBy: actor.id });
      work.audit('suggestion.draft', id);
    });
  }

  /** @param version the suggestion's @throws SUGGESTION_ANSWER_NOT_DRAFTED, SUGGESTION_INVALID, SUGGESTION_PLAN_NEEDED */
  async publish(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by, plan } = await this.desk.open(work, actor, id, version);
      const standing = await work.findOne(SuggestionAnswer, { draftOf: id });
      if (standing) refuseUnfinished(this.words.answer(standing));
      const replied = await this.steps.move(work, row, 'reply', by);
      await this.release(work, standing!, actor);
      await this.steps.say(work, id, { kind: 'reply', on: dayOf(work.now), by: { kind: 'staff', id: actor.id } });
      await this.deadlines.follow(work, replied, { plan: plan?.state ?? null, skipped: { plan: 'no-plan-needed' } });
      work.audit('suggestion.reply', id);
      await this.steps.announce(work, replied, suggestionReplied, 'replied');
    });
  }

  /** Appended beneath what stands. @throws SUGGESTION_INVALID, SUGGESTION_NO_ANSWER */
  async correct(actor: StaffActor, id: string, text: string): Promise<void> {
    refuseUnfinished(text);
    await this.unitOfWork.run(actor, async (work) => {
      const { row } = await this.desk.open(work, actor, id);
      const published = (await work.find(SuggestionAnswer, { suggestionId: id })).filter(({ publishedOn }) => publishedOn !== null);
      if (published.length === 0) throw suggestionErrors.SUGGESTION_NO_ANSWER();
      await this.release(work, await this.add(work, row, { text, noPlanReason: null, kind: 'correction', writtenBy: actor.id }, null), actor);
      await this.steps.say(work, id, { kind: 'correct', on: dayOf(work.now), by: { kind: 'staff', id: actor.id } });
      const changed = await this.steps.change(work, row, {});
      work.audit('suggestion.correct', id);
      await this.steps.announce(work, changed, suggestionCorrected, 'corrected');
    });
  }

  /** What staff tell each other. It leaves this room for nobody's eyes but theirs. */
  async note(actor: StaffActor, id: string, text: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await this.desk.open(work, actor, id);
      const noteId = newId();
      await work.add(SuggestionNote, { id: noteId, suggestionId: id, textCipher: this.words.seal('suggestion-note.text', noteId, text.trim()), writtenBy: actor.id, at: work.now });
      work.audit('suggestion.note', id);
    });
  }

  private add(work: Work, row: Suggestion, { text, ...said }: Pick<SuggestionAnswer, 'kind' | 'noPlanReason' | 'writtenBy'> & { text: string }, draftOf: string | null = row.id): Promise<SuggestionAnswer> {
    const answerId = newId();
    return work.add(SuggestionAnswer, { id: answerId, suggestionId: row.id, draftOf, round: row.round, ...said, textCipher: this.words.seal('suggestion-answer.text', answerId, text), publishedBy: null, publishedOn: null, position: 0 });
  }

  private async release(work: Work, answer: SuggestionAnswer, actor: StaffActor): Promise<void> {
    const earlier = (await work.find(SuggestionAnswer, { suggestionId: answer.suggestionId })).filter(({ publishedOn }) => publishedOn !== null).length;
    await work.change(SuggestionAnswer, answer, { draftOf: null, publishedBy: actor.id, publishedOn: dayOf(work.now), position: earlier + 1 });
  }
}
