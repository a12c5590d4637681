import { Injectable } from '@nestjs/common';
import { dayOf, startOfDay } from '@hall/shared/kernel/day';
import { decideSuggestion, type SuggestionAction, type SuggestionActor, type SuggestionFacts } from '@hall/shared/suggestion/suggestion.moves';
import { publicFaceOf } from '@hall/shared/suggestion/suggestion.rules';
import { refusal } from '../../platform/errors/domain-error.ts';
import type { EventKind } from '../../platform/events/event-kind.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import type { SecretWork } from '../../platform/persistence/secret-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { SuggestionAnswer, SuggestionPlan } from './suggestion-work.entity.ts';
import { Suggestion, SuggestionAuthor, SuggestionStep, type StepKind } from './suggestion.entity.ts';
import { suggestionReopened, type SuggestionTold, type SupportedNews } from './suggestion.events.ts';
import { Supporters } from './supporters.ts';

/** What both kinds of unit of work can do. */
type Writing = Pick<SecretWork, 'add' | 'findOne' | 'rows'>;

export interface Said {
  kind: StepKind;
  on: string;
  by: { kind: 'author' | 'hall' } | { kind: 'staff'; id: string };
  words?: string | undefined;
  /** Whether everybody may read the words. */
  open?: boolean;
}

const faceOf = (row: Suggestion) => publicFaceOf({ visibility: row.visibility, worded: row.publicText !== null, wishesPublic: row.wishesPublic, declined: row.state === 'declined', withdrawn: row.state === 'withdrawn' });

/** The steps every change of a suggestion goes through: decide by the rule, change, write the step down. */
@Injectable()
export class SuggestionSteps {
  constructor(
    private readonly words: SuggestionWords,
    private readonly deadlines: SuggestionDeadlines,
    private readonly supporters: Supporters,
  ) {}

  /** The plan of the present round, if one was begun. */
  planOf(work: Writing, row: Suggestion): Promise<SuggestionPlan | null> {
    return work.findOne(SuggestionPlan, { suggestionId: row.id, round: row.round });
  }

  /** Whether the result last written down is its owner's word alone. */
  async isSelfReported(work: Writing, suggestionId: string): Promise<boolean> {
    const [last] = await work.rows<{ kind: StepKind }>("SELECT kind FROM suggestion_step WHERE suggestion_id = ? AND kind IN ('hold', 'vouch') ORDER BY position DESC LIMIT 1", [suggestionId]);
    return last?.kind === 'hold';
  }

  async facts(work: Writing, row: Suggestion, by: readonly SuggestionActor[]): Promise<SuggestionFacts> {
    const [plan, draft] = [await this.planOf(work, row), await work.findOne(SuggestionAnswer, { draftOf: row.id })];
    return { state: row.state, by, plan: plan?.state ?? null, reopened: row.reopened, answerDrafted: draft !== null && draft.kind === 'answer', noPlanReason: (draft?.noPlanReason ?? '').trim() !== '' };
  }

  /** What a move changes, decided by the rule. @throws the rule's refusals */
  async decide(work: Writing, row: Suggestion, action: SuggestionAction, by: readonly SuggestionActor[], on: string, changes: Partial<Suggestion> = {}): Promise<Partial<Suggestion>> {
    const verdict = decideSuggestion(action, await this.facts(work, row, by));
    if (!verdict.ok) throw refusal(verdict, verdict.code === 'SUGGESTION_NOT_YOURS_TO_MOVE' ? 403 : 409);
    return this.changed(row, { ...changes, state: verdict.value }, on);
  }

  /** The changes with everything that follows from them. */
  changed(row: Suggestion, changes: Partial<Suggestion>, on: string): Partial<Suggestion> {
    return { ...changes, changedOn: on, face: faceOf({ ...row, ...changes }) };
  }

  async move(work: Work, row: Suggestion, action: SuggestionAction, by: readonly SuggestionActor[], changes: Partial<Suggestion> = {}): Promise<Suggestion> {
    return work.change(Suggestion, row, await this.decide(work, row, action, by, dayOf(work.now), changes));
  }

  async change(work: Work, row: Suggestion, changes: Partial<Suggestion>): Promise<Suggestion> {
    return work.change(Suggestion, row, this.changed(row, changes, dayOf(work.now)));
  }

  /** The caller holds the suggestion's row, so that steps count up without a gap. */
  async say(work: Writing, suggestionId: string, { kind, on, by, words, open = false }: Said): Promise<void> {
    const [counted] = await work.rows<{ steps: number | string }>('SELECT COUNT(*) AS steps FROM suggestion_step WHERE suggestion_id = ?', [suggestionId]);
    const id = newRandomId();
    await work.add(SuggestionStep, {
      id, suggestionId, position: Number(counted?.steps ?? 0) + 1, kind, onDay: on, byKind: by.kind, byId: by.kind === 'staff' ? by.id : null, wordsCipher: words?.trim() ? this.words.seal('suggestion-step.words', id, words.trim()) : null, open,
    });
  }

  /** The author is not content: another round with another plan begins. */
  newRound(row: Suggestion): Pick<Suggestion, 'round' | 'reopened'> {
    return { round: row.round + 1, reopened: row.reopened + 1 };
  }

  async residentOf(work: Writing, suggestionId: string): Promise<string | null> {
    return (await work.findOne(SuggestionAuthor, { suggestionId }))?.residentId ?? null;
  }

  /** Tells the named author, and those of everything that was joined to it, each under their own suggestion. */
  async tellAuthors<P extends object>(work: Work, row: Suggestion, event: EventKind<SuggestionTold & P>, more: P): Promise<void> {
    const joined = await work.find(Suggestion, { mergedIntoId: row.id });
    for (const { id, hallId } of [row, ...joined]) {
      const residentId = await this.residentOf(work, id);
      if (residentId !== null) work.emit(event, { suggestionId: id, hallId, residentId, ...more });
    }
  }

  /** Tells the authors as `tellAuthors` does, and everybody who said "me too". */
  async announce(work: Work, row: Suggestion, event: EventKind<SuggestionTold>, news: SupportedNews): Promise<void> {
    await this.tellAuthors(work, row, event, {});
    await this.supporters.tell(work, row, news);
  }

  /**
   * Writes what the hall owes since an anonymous author acted. It happens once a day, in the order of random ids, or when
   * staff first act: so neither its time nor its place tells when the author did.
   */
  async tend(work: Work, row: Suggestion): Promise<void> {
    if (!row.upkeep) return;
    await work.change(Suggestion, row, { upkeep: false, nonceHash: null });
    const plan = await this.planOf(work, row);
    await this.deadlines.follow(work, row, { from: startOfDay(row.changedOn), dropped: 'by-the-author', plan: plan?.state ?? null });
    if (row.state === 'reopened') await this.reopenedNow(work, row);
  }

  /** What an earlier plan still owed falls away; whose it is hears of it, and those who said "me too". */
  async reopenedNow(work: Work, row: Suggestion): Promise<void> {
    const before = await work.findOne(SuggestionPlan, { suggestionId: row.id, round: row.round - 1 });
    if (before) await this.deadlines.planOver(work, before);
    work.emit(suggestionReopened, { suggestionId: row.id, hallId: row.hallId, staffId: row.ownerId });
    await this.supporters.tell(work, row, 'reopened');
  }
}
