import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { maskName } from '@hall/shared/kernel/masking';
import { dayOf } from '@hall/shared/kernel/day';
import { SUGGESTION_STATE_LABELS, offersOfSuggestion } from '@hall/shared/suggestion/suggestion.moves';
import { CONTENT_VERDICT_LABELS, VISIBILITY_LABELS, redact } from '@hall/shared/suggestion/suggestion.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { People } from '../identity/people.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { AnonymousPictures } from './anonymous-pictures.service.ts';
import { hasProgress, isAnswerable, isPlannable, mayWork, planActions } from './plan-rights.ts';
import { SUGGESTION_PICTURE } from './submission.service.ts';
import type { DueView, StaffSuggestionCard, StaffSuggestionView, SuggestionRefView } from './suggestion-staff.dto.ts';
import { PLAN_SUBJECT, SUGGESTION_SUBJECT } from './suggestion-deadlines.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionParts, standing, topicLabel, type NameLine } from './suggestion-parts.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { SuggestionAnswer, SuggestionNote, SuggestionPlan } from './suggestion-work.entity.ts';
import { Suggestion, SuggestionAuthor } from './suggestion.entity.ts';

export const refOf = (row: Suggestion, words: SuggestionWords): SuggestionRefView => ({ id: row.id, number: row.number, excerpt: words.excerpt(row), state: row.state, stateLabel: SUGGESTION_STATE_LABELS[row.state], receivedOn: row.receivedOn });
const dueView = (due: DeadlineView | null): DueView | null => due && { stepLabel: due.stepLabel, dueAt: due.dueAt, overdue: due.overdue, daysLate: due.daysLate, level: due.level };

/** Draws suggestions for the desk: a card in a list, and the whole of one. */
@Injectable()
export class StaffCards {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly pictures: Pictures,
    private readonly anonymousPictures: AnonymousPictures,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
    private readonly desk: SuggestionDesk,
    private readonly words: SuggestionWords,
    private readonly parts: SuggestionParts,
  ) {}

  async of(rows: readonly Suggestion[]): Promise<StaffSuggestionCard[]> {
    const ids = rows.map(({ id }) => id);
    const [staff, owed, pictures, nameless] = await Promise.all([this.people.staffNames(rows.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]))), this.parts.owedOf(ids), this.pictures.of(SUGGESTION_PICTURE, ids), this.anonymousPictures.of(ids)]);
    const shown = [...pictures.map(({ subjectId }) => subjectId), ...nameless.map(({ suggestionId }) => suggestionId)];
    return rows.map((row) => ({
      id: row.id, number: row.number, identity: row.identity, way: row.way, topic: row.topic, topicLabel: topicLabel(row.topic), state: row.state, stateLabel: SUGGESTION_STATE_LABELS[row.state], excerpt: this.words.excerpt(row), receivedOn: row.receivedOn,
      changedOn: row.changedOn, ownerId: row.ownerId, ownerName: row.ownerId === null ? null : staff.get(row.ownerId) ?? null, verdict: row.verdict, verdictLabel: CONTENT_VERDICT_LABELS[row.verdict], wishesPublic: row.wishesPublic, visibility: row.visibility,
      visibilityLabel: VISIBILITY_LABELS[row.visibility], supporters: row.supporters, pictureCount: shown.filter((id) => id === row.id).length, due: dueView(this.parts.dueFirst(owed.get(row.id))), version: row.version,
    }));
  }

  /** When what is owed first for each is due; left out where nothing is, or nobody can tell. */
  async dueAt(ids: readonly string[]): Promise<Map<string, number>> {
    const owed = await this.parts.owedOf(ids);
    return new Map(ids.flatMap((id) => {
      const dueAt = this.parts.dueFirst(owed.get(id))?.dueAt ?? null;
      return dueAt === null ? [] : [[id, dueAt] as const];
    }));
  }

  /** @throws NOT_FOUND also when it lies in others' hands */
  async whole(actor: StaffActor, id: string): Promise<StaffSuggestionView> {
    const { row, plan, hands } = await this.desk.read(actor, id);
    const owns = this.desk.owns(hands, row, plan);
    const by = this.desk.roles(actor, owns);
    const name = await this.parts.names(row.hallId);
    const [[card], [draft], steps, plans, answers, deadlines, notes, joined, author, selfReported] = await Promise.all([
      this.of([row]), this.dataSource.manager.findBy(SuggestionAnswer, { draftOf: id }), this.parts.steps(id, name, 'staff'), this.parts.plans(id, name, 'staff'), this.parts.answers(id, name, 'staff'), this.allDeadlines(actor, id), this.notes(id, name),
      this.joined(row), this.author(id), this.parts.selfReported(id),
    ]);
    const text = this.words.text(row);
    const publishes = actor.permissions.has('suggestion.publish');
    return {
      ...card!, nextStep: standing(row).nextStep, text, pictures: await this.pictureViews(id), ...author, publicText: row.publicText, publicProposal: redact(text), reviewReason: row.reviewReason, declineReason: row.declineReason, closingWords: row.closingWords,
      assignedByName: name(row.assignedBy) || null, actingName: deadlines.find((each) => each.actingName !== null && each.endedAt === null)?.actingName ?? null, round: row.round, reopened: row.reopened, steps, deadlines, plans, answers,
      draft: draft ? { text: this.words.answer(draft), noPlanReason: draft.noPlanReason, writtenBy: name(draft.writtenBy), version: draft.version } : null, notes, ...joined,
      actions: offersOfSuggestion({ state: row.state, by, plan: plan?.state ?? null, reopened: row.reopened, answerDrafted: draft !== undefined, noPlanReason: Boolean(draft?.noPlanReason) }),
      planActions: planActions(row, plan, by, dayOf(this.clock.now()), selfReported), mayEditPlan: isPlannable(row) && mayWork(by) && (plan === null || plan.state === 'draft'), mayDraftAnswer: isAnswerable(row) && mayWork(by), mayCorrect: publishes && answers.length > 0,
      mayReview: actor.permissions.has('suggestion.review'), mayWord: publishes && row.wishesPublic, mayNoteProgress: hasProgress(row) && mayWork(by),
    };
  }

  /** @throws NOT_FOUND also when the suggestion of this plan lies in others' hands */
  async ofPlan(actor: StaffActor, planId: string): Promise<StaffSuggestionView> {
    const plan = await this.dataSource.manager.findOneBy(SuggestionPlan, { id: planId });
    if (!plan) throw platformErrors.NOT_FOUND();
    return this.whole(actor, plan.suggestionId);
  }

  /** Of the hall's suggestions, those something is overdue with. @param ownerIds only in these hands; null for all */
  async overdueIds(hallId: string, ownerIds: readonly string[] | null): Promise<string[]> {
    const late = (await this.deadlines.owed(hallId, { overdue: true, ...(ownerIds === null ? {} : { ownerIds }) })).filter((each) => each.step !== 'confirm');
    const plans = late.filter(({ subjectKind }) => subjectKind === PLAN_SUBJECT).map(({ subjectId }) => subjectId);
    const ofPlans = plans.length === 0 ? [] : await this.dataSource.manager.findBy(SuggestionPlan, { id: In(plans) });
    return [...new Set([...late.filter(({ subjectKind }) => subjectKind === SUGGESTION_SUBJECT).map(({ subjectId }) => subjectId), ...ofPlans.map(({ suggestionId }) => suggestionId)])];
  }

  private async allDeadlines(actor: StaffActor, id: string): Promise<DeadlineView[]> {
    const [own, ofPlans] = await Promise.all([this.parts.deadlinesOf([id], actor), this.parts.plansOf(id).then((plans) => this.parts.planDeadlinesOf(plans, actor))]);
    return [...(own.get(id) ?? []), ...[...ofPlans.values()].flat()];
  }

  private async pictureViews(id: string): Promise<StaffSuggestionView['pictures']> {
    const [named, nameless] = await Promise.all([this.pictures.of(SUGGESTION_PICTURE, [id]), this.anonymousPictures.of([id])]);
    return [...named, ...nameless].map(({ id: pictureId, width, height }) => ({ id: pictureId, width, height }));
  }

  private async notes(id: string, name: NameLine): Promise<StaffSuggestionView['notes']> {
    const rows = await this.dataSource.manager.find(SuggestionNote, { where: { suggestionId: id }, order: { at: 'ASC', id: 'ASC' } });
    return rows.map((row) => ({ id: row.id, text: this.words.note(row), by: name(row.writtenBy), at: row.at }));
  }

  private async joined(row: Suggestion): Promise<Pick<StaffSuggestionView, 'mergedInto' | 'duplicates'>> {
    const [into, duplicates] = await Promise.all([this.parts.rows(row.mergedIntoId === null ? [] : [row.mergedIntoId]), this.dataSource.manager.find(Suggestion, { where: { mergedIntoId: row.id }, order: { receivedOn: 'ASC', id: 'ASC' } })]);
    return { mergedInto: into[0] ? refOf(into[0], this.words) : null, duplicates: duplicates.map((each) => refOf(each, this.words)) };
  }

  private async author(id: string): Promise<Pick<StaffSuggestionView, 'authorName' | 'contactable'>> {
    const author = await this.dataSource.manager.findOneBy(SuggestionAuthor, { suggestionId: id });
    if (!author) return { authorName: null, contactable: false };
    const { name, phone } = await this.people.resident(author.residentId);
    return { authorName: name === null ? null : maskName(name), contactable: phone !== null };
  }
}
