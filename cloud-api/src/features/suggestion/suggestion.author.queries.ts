import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { offersOfSuggestion } from '@hall/shared/suggestion/suggestion.moves';
import { DECLINE_REASONS } from '@hall/shared/suggestion/suggestion.rules';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { AnonymousPictures } from './anonymous-pictures.service.ts';
import { SUGGESTION_PICTURE } from './submission.service.ts';
import { SuggestionParts, standing } from './suggestion-parts.ts';
import { SuggestionWords } from './suggestion-words.ts';
import type { MergedIntoView, MySuggestionCard, MySuggestionView } from './suggestion.dto.ts';
import { Suggestion, SuggestionAuthor } from './suggestion.entity.ts';

/** A suggestion as its author sees it: everything that was done, nothing of what staff tell each other. */
@Injectable()
export class AuthorSuggestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly words: SuggestionWords,
    private readonly parts: SuggestionParts,
    private readonly pictures: Pictures,
    private readonly anonymousPictures: AnonymousPictures,
  ) {}

  /** The newest first. */
  async list(residentId: string): Promise<MySuggestionCard[]> {
    const authored = await this.dataSource.manager.findBy(SuggestionAuthor, { residentId });
    if (authored.length === 0) return [];
    const rows = await this.dataSource.manager.find(Suggestion, { where: { id: In(authored.map(({ suggestionId }) => suggestionId)) }, order: { receivedOn: 'DESC', id: 'DESC' } });
    const [name, owed] = await Promise.all([rows[0] ? this.parts.names(rows[0].hallId) : () => '', this.parts.owedOf(rows.map(({ id }) => id))]);
    return rows.map((row) => ({
      id: row.id, number: row.number, ...standing(row), excerpt: this.words.excerpt(row), receivedOn: row.receivedOn, changedOn: row.changedOn, overdue: this.parts.overdue(owed.get(row.id), name).overdue, yourTurn: row.state === 'replied',
    }));
  }

  /** @throws NOT_FOUND also when it is somebody else's */
  async one(residentId: string, id: string): Promise<MySuggestionView> {
    if (!(await this.dataSource.manager.existsBy(SuggestionAuthor, { suggestionId: id, residentId }))) throw platformErrors.NOT_FOUND();
    return this.view(id);
  }

  /** For whoever has shown to be the author, by account or by code. */
  async view(id: string): Promise<MySuggestionView> {
    const row = await this.dataSource.manager.findOneByOrFail(Suggestion, { id });
    const into = row.mergedIntoId === null ? null : await this.dataSource.manager.findOneBy(Suggestion, { id: row.mergedIntoId });
    // What was joined to another is worked on there; where everybody may read that, its author may too.
    const worked = into?.face === 'whole' ? into : row;
    const [name, owed, pictures, nameless] = await Promise.all([this.parts.names(row.hallId), this.parts.owedOf([worked.id]), this.pictures.of(SUGGESTION_PICTURE, [id]), this.anonymousPictures.of([id])]);
    const eyes = worked === row ? 'author' : 'everybody';
    const [steps, plans, answers] = await Promise.all([this.parts.steps(id, name, 'author'), this.parts.plans(worked.id, name, eyes), this.parts.answers(worked.id, name, eyes)]);
    return {
      id, number: row.number, identity: row.identity, ...standing(row), text: this.words.text(row), pictures: row.identity === 'named' ? pictures.map(({ id: pictureId, width, height }) => ({ id: pictureId, width, height })) : [],
      pictureCount: pictures.length + nameless.length, wishesPublic: row.wishesPublic, visibility: row.visibility, publicText: row.face === 'whole' ? row.publicText : null, hiddenReason: row.visibility === 'hidden' ? row.reviewReason : null,
      closingWords: closingWords(row), receivedOn: row.receivedOn, owner: name(worked.ownerId) || null, ...this.parts.overdue(owed.get(worked.id), name), supporters: row.supporters, steps, deadlines: this.parts.deadlineViews(owed.get(worked.id)), plans, answers,
      mergedInto: into && mergedInto(into), actions: await this.actions(row), version: row.version,
    };
  }

  private async actions(row: Suggestion): Promise<MySuggestionView['actions']> {
    const plan = (await this.parts.plansOf(row.id)).find(({ round }) => round === row.round);
    return offersOfSuggestion({ state: row.state, by: ['author'], plan: plan?.state ?? null, reopened: row.reopened, answerDrafted: false, noPlanReason: false });
  }
}

const mergedInto = ({ id, number, face }: Suggestion): MergedIntoView => ({ id, number, open: face === 'whole' });

function closingWords({ declineReason, closingWords: words }: Suggestion): string | null {
  const label = DECLINE_REASONS.find(({ code }) => code === declineReason)?.label;
  return label ? [label, words].filter(Boolean).join('。') : words;
}
