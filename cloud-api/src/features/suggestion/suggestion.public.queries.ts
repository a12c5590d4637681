import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SUGGESTION_STATE_LABELS, type SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { DECLINE_REASONS } from '@hall/shared/suggestion/suggestion.rules';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { Halls } from '../hall/halls.ts';
import { AlikeSuggestions } from './alike-suggestions.ts';
import type { Place } from './gram-index.ts';
import { SuggestionParts, standing, type NameLine } from './suggestion-parts.ts';
import type { PublicSuggestionDetail, PublicSuggestionPage, PublicSuggestionQuery, PublicSuggestionView, SimilarSuggestionView, TombstoneView } from './suggestion.dto.ts';
import { Suggestion } from './suggestion.entity.ts';
import { SuggestionSearch } from './suggestion-search.ts';

const A_PAGE = 20;
const STAGES: Record<'open' | 'answered' | 'closed', readonly SuggestionState[]> = { open: ['submitted', 'accepted', 'assigned', 'taken', 'planned', 'reopened'], answered: ['replied', 'confirmed'], closed: ['closed', 'redirected', 'declined'] };

/** `261123-7K3M` */
const NUMBER = /^\d{6}-\w{4}$/;

interface Asked { topic: PublicSuggestionQuery['topic']; states: readonly SuggestionState[] | undefined; behind: Place | null }
interface Rows { rows: Suggestion[]; next: Place | null }

/** What everybody may read: public wordings, what was done about them, and a tombstone where something was taken away. */
@Injectable()
export class PublicSuggestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly parts: SuggestionParts,
    private readonly search: SuggestionSearch,
    private readonly alike: AlikeSuggestions,
  ) {}

  /** The newest day first; within a day in no order that means anything. A search may stop before its page is full and say where to go on. */
  async page({ q = '', topic, stage, cursor }: PublicSuggestionQuery): Promise<PublicSuggestionPage> {
    const hallId = await this.halls.defaultHallId();
    const asked: Asked = { topic, states: stage && STAGES[stage], behind: cursor ? { day: cursor.slice(0, 10), id: cursor.slice(11) } : null };
    const words = q.trim();
    const { rows, next } = words === '' ? await this.newest(hallId, asked) : (await this.numbered(hallId, words, asked)) ?? (await this.holding(hallId, words, asked));
    return { items: await this.views(hallId, rows), nextCursor: next && `${next.day}.${next.id}` };
  }

  /** @throws NOT_FOUND also for one that is not shown */
  async one(id: string): Promise<PublicSuggestionDetail> {
    const row = await this.dataSource.manager.findOneBy(Suggestion, { id });
    if (!row || row.face === 'none') throw platformErrors.NOT_FOUND();
    const [name, owed, merged] = await Promise.all([this.parts.names(row.hallId), this.parts.owedOf([id]), this.dataSource.manager.countBy(Suggestion, { mergedIntoId: id })]);
    const card = this.view(row, name, owed.get(id));
    if (card.tombstone !== null && row.visibility === 'hidden') return { ...card, steps: [], deadlines: [], plans: [], answers: [], mergedIntoId: null, merged };
    const [steps, plans, answers] = await Promise.all([this.parts.steps(id, name, 'everybody'), this.parts.plans(id, name, 'everybody'), this.parts.answers(id, name, 'everybody')]);
    return { ...card, steps, deadlines: this.parts.deadlineViews(owed.get(id)), plans, answers, mergedIntoId: row.mergedIntoId, merged };
  }

  async similar(text: string): Promise<SimilarSuggestionView[]> {
    const ids = await this.alike.to(await this.halls.defaultHallId(), text);
    const rows = new Map((await this.parts.rows(ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = rows.get(id);
      return row ? [{ id, number: row.number, text: row.publicText ?? '', state: row.state, stateLabel: SUGGESTION_STATE_LABELS[row.state], receivedOn: row.receivedOn, supporters: row.supporters }] : [];
    });
  }

  private async newest(hallId: string, { topic, states, behind }: Asked): Promise<Rows> {
    const query = this.dataSource.manager.createQueryBuilder(Suggestion, 's').where("s.hallId = :hallId AND s.face <> 'none' AND s.state <> 'duplicate'", { hallId });
    if (topic) query.andWhere('s.topic = :topic', { topic });
    if (states) query.andWhere('s.state IN (:...states)', { states: [...states] });
    if (behind) query.andWhere('(s.receivedOn < :day OR (s.receivedOn = :day AND s.id < :id))', behind);
    const rows = await query.orderBy('s.receivedOn', 'DESC').addOrderBy('s.id', 'DESC').take(A_PAGE + 1).getMany();
    const shown = rows.slice(0, A_PAGE);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > A_PAGE && last ? { day: last.receivedOn, id: last.id } : null };
  }

  /** Whoever types a number means that one. */
  private async numbered(hallId: string, words: string, { topic, states }: Asked): Promise<Rows | null> {
    if (!NUMBER.test(words)) return null;
    const row = await this.dataSource.manager.findOneBy(Suggestion, { hallId, number: words.toUpperCase(), face: 'whole' });
    return row && (!topic || row.topic === topic) && (!states || states.includes(row.state)) ? { rows: [row], next: null } : null;
  }

  private async holding(hallId: string, words: string, asked: Asked): Promise<Rows> {
    const { ids, next } = await this.search.find(hallId, { words, ...asked }, A_PAGE);
    const found = new Map((await this.parts.rows(ids)).map((row) => [row.id, row]));
    return { rows: ids.flatMap((id) => found.get(id) ?? []), next };
  }

  private async views(hallId: string, rows: readonly Suggestion[]): Promise<PublicSuggestionView[]> {
    const [name, owed] = await Promise.all([this.parts.names(hallId), this.parts.owedOf(rows.map(({ id }) => id))]);
    return rows.map((row) => this.view(row, name, owed.get(row.id)));
  }

  private view(row: Suggestion, name: NameLine, owed: readonly DeadlineView[] | undefined): PublicSuggestionView {
    return {
      id: row.id, number: row.number, ...standing(row), receivedOn: row.receivedOn, text: row.face === 'whole' ? row.publicText : null, tombstone: tombstoneOf(row), supporters: row.supporters, owner: name(row.ownerId) || null, ...this.parts.overdue(owed, name),
    };
  }
}

/** What stands where a text does not, and beneath one that was not taken up. */
function tombstoneOf(row: Suggestion): TombstoneView | null {
  if (row.visibility === 'hidden') return { label: '这条意见没有公开', reason: row.reviewReason };
  if (row.state === 'declined') return { label: `不予受理：${DECLINE_REASONS.find(({ code }) => code === row.declineReason)?.label ?? ''}`, reason: row.closingWords };
  if (row.state === 'redirected') return { label: '已转有关部门', reason: row.closingWords };
  return null;
}
