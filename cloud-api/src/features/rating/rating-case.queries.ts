import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import { RATING_CASE_STATE_LABELS, decideRatingCase, mayDecideObjection, mayFind, mayGiveUpRevisit, mayJudge, verdictLabel, type RatingCaseState } from '@hall/shared/rating/rating-case.moves';
import { RATING_STEP_LABELS } from '@hall/shared/rating/rating-case.rules';
import { RATING_DIMENSIONS, RATING_REASONS, levelLabel } from '@hall/shared/rating/rating.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { People } from '../identity/people.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import { Rating, RatingInvitation } from './rating.entity.ts';
import { RatingCase, RatingCaseStep, RatingObjection, RatingQuestion } from './rating-case.entity.ts';
import { RATING_SUBJECT, RatingCaseSteps, factsOf } from './rating-case-steps.ts';
import type { RatingCaseAct, RatingCaseRowView, RatingCaseScope, RatingCaseView } from './rating-case.dto.ts';

const SHOWN = 200;
const OPEN: RatingCaseState[] = ['opened', 'contacted', 'verified', 'rectifying', 'answered', 'revisited', 'reopened'];

/** Cases as those who work them see them. Whoever was rated finds nothing of their own. */
@Injectable()
export class RatingCaseQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoPort,
    private readonly deadlines: Deadlines,
    private readonly duty: DutyRoster,
    private readonly people: People,
    private readonly tickets: QueueTickets,
    private readonly steps: RatingCaseSteps,
  ) {}

  /** The oldest first, the closed ones the newest first. */
  async list(actor: StaffActor, scope: RatingCaseScope = 'mine'): Promise<RatingCaseRowView[]> {
    const { hallId } = actor;
    const open = { hallId, state: In(OPEN) };
    const mine = scope === 'mine' ? await this.duty.actsFor(hallId, actor.id, this.clock.now()) : [];
    const where: Record<RatingCaseScope, FindOptionsWhere<RatingCase>[]> = {
      mine: [{ ...open, ownerId: In(mine) }, { ...open, ownerId: IsNull() }], open: [open], closed: [{ hallId, state: 'closed' }], judge: [{ ...open, proposedBy: Not(IsNull()) }, { ...open, objections: Not(0) }],
    };
    const rows = await this.dataSource.manager.find(RatingCase, { where: where[scope], order: { openedAt: scope === 'closed' ? 'DESC' : 'ASC' }, take: SHOWN });
    const others = rows.filter(({ staffId, proposedBy, verdict, verdictBy }) => staffId !== actor.id && (scope !== 'judge' || (proposedBy !== actor.id && (verdict === null || !verdictBy.includes(actor.id)))));
    return this.rowsOf(hallId, others);
  }

  /** Reading the words of somebody is written down. @throws NOT_FOUND also to the one whose service was rated */
  async read(actor: StaffActor, caseId: string): Promise<RatingCaseView> {
    const view = await this.one(actor, caseId);
    await this.unitOfWork.run(actor, (work) => {
      work.audit('rating-case.read', caseId);
      return Promise.resolve();
    });
    return view;
  }

  /** @throws NOT_FOUND also to the one whose service was rated */
  async one(actor: StaffActor, caseId: string): Promise<RatingCaseView> {
    const row = await this.dataSource.manager.findOneBy(RatingCase, { id: caseId, hallId: actor.hallId });
    if (!row || row.staffId === actor.id) throw platformErrors.NOT_FOUND();
    const { manager } = this.dataSource;
    const [[head], rating, steps, objections, question, deadlines] = await Promise.all([
      this.rowsOf(actor.hallId, [row]), manager.findOneByOrFail(Rating, { id: row.ratingId }), manager.find(RatingCaseStep, { where: { caseId }, order: { at: 'ASC', id: 'ASC' } }),
      manager.find(RatingObjection, { where: { caseId }, order: { at: 'ASC' } }), manager.findOneBy(RatingQuestion, { caseId }), this.deadlines.of(RATING_SUBJECT, [caseId], actor),
    ]);
    const names = await this.people.staffNames([row.staffId, row.proposedBy, row.ownerId, ...steps.map(({ staffId }) => staffId)].filter((id) => id !== null));
    const nameOf = (id: string | null): string | null => (id === null ? null : names.get(id) ?? '');
    const { actions, notMine } = await this.actionsOf(actor, row);
    return {
      ...head!, staffName: nameOf(row.staffId), level: rating.level, levelLabel: levelLabel(rating.level), reasons: rating.reasons.map((code) => RATING_REASONS.find((reason) => reason.code === code)?.label ?? code),
      dimensions: RATING_DIMENSIONS.flatMap(({ code, label }) => { const level = rating[code]; return level === null ? [] : [{ code: label, label: levelLabel(level) }]; }),
      comment: rating.commentCipher === null ? null : this.crypto.decryptField(rating.commentCipher, `rating.comment:${rating.id}`), reachable: row.way === 'account',
      proposal: row.proposedVerdict && { verdict: row.proposedVerdict, label: verdictLabel(row.proposedVerdict), byName: nameOf(row.proposedBy) ?? '' }, content: row.content, unreachable: row.unreachable, reopenings: row.reopenings,
      asked: question && { question: question.question, answer: question.answerCipher === null ? null : this.crypto.decryptField(question.answerCipher, `rating-question.answer:${question.id}`), released: question.releasedOn !== null },
      objections: objections.map(({ id, side, wordsCipher, state, at }) => ({ id, side, state, at, words: this.crypto.decryptField(wordsCipher, `rating-objection.words:${id}`) })),
      steps: steps.map((step) => ({ kind: step.kind, label: RATING_STEP_LABELS[step.kind], detail: step.detail, words: this.steps.wordsOf(step), byName: nameOf(step.staffId), at: step.at })),
      deadlines: deadlines.get(caseId) ?? [], actions, notMine, version: row.version,
    };
  }

  /** Whose service each of these cases is about. */
  async aboutWhom(caseIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.dataSource.manager.find(RatingCase, { where: { id: In([...caseIds]) }, select: { id: true, staffId: true } });
    return new Map(rows.flatMap(({ id, staffId }) => (staffId === null ? [] : [[id, staffId] as const])));
  }

  private async rowsOf(hallId: string, rows: readonly RatingCase[]): Promise<RatingCaseRowView[]> {
    if (rows.length === 0) return [];
    const [invitations, deadlines, names] = await Promise.all([
      this.dataSource.manager.findBy(RatingInvitation, { id: In(rows.map(({ invitationId }) => invitationId)) }), this.deadlines.of(RATING_SUBJECT, rows.map(({ id }) => id)),
      this.people.staffNames(rows.flatMap(({ ownerId }) => ownerId ?? [])),
    ]);
    return Promise.all(rows.map(async (row) => {
      const owed = (deadlines.get(row.id) ?? []).find(isOpen);
      return {
        id: row.id, state: row.state, stateLabel: RATING_CASE_STATE_LABELS[row.state], month: row.month, windowLabel: await this.tickets.windowLabel(hallId, row.windowId),
        matterNames: await this.tickets.matterNames(invitations.find(({ id }) => id === row.invitationId)?.matterIds ?? []), ownerName: row.ownerId === null ? null : names.get(row.ownerId) ?? '', openedAt: row.openedAt,
        owedLabel: owed?.stepLabel ?? null, dueAt: owed?.dueAt ?? null, overdue: owed?.overdue ?? false, waitsForSecond: row.proposedBy !== null || (row.objections > 0 && row.verdict !== null),
        verdict: row.verdict, verdictLabel: row.verdict && verdictLabel(row.verdict),
      };
    }));
  }

  private async actionsOf(actor: StaffActor, row: RatingCase): Promise<{ actions: RatingCaseAct[]; notMine: string | null }> {
    const facts = factsOf(row);
    const judging: RatingCaseAct[] = actor.permissions.has('rating.judge') ? [...(mayJudge(facts, actor.id).ok ? ['judge' as const] : []), ...(row.objections > 0 && mayDecideObjection(facts, row.verdictBy, actor.id).ok ? ['decide' as const] : [])] : [];
    const acting = row.ownerId === null ? actor.id : await this.duty.actingFor(actor.hallId, row.ownerId, this.clock.now());
    if (row.ownerId !== null && row.ownerId !== actor.id && acting !== actor.id) return { actions: judging, notMine: judging.length > 0 ? null : '由科室负责人办理，您可以查看。' };
    const may = (action: 'contact' | 'rectify' | 'answer' | 'revisit'): boolean => decideRatingCase(action, facts, actor.id).ok;
    const contact = row.way === 'account' ? ['write' as const] : ['cannot-contact' as const];
    const offered: [RatingCaseAct[], boolean][] = [
      [contact, row.state === 'opened' || (row.way === 'account' && may('contact'))], [['tried'], row.state === 'opened'], [['ask'], row.staffId !== null && row.state !== 'closed' && !(await this.isReleased(row.id))],
      [['verify'], mayFind('verify', 'valid', facts, actor.id).ok], [['propose'], mayFind('propose', 'mistaken', facts, actor.id).ok], [['rectify'], may('rectify')], [['answer'], may('answer')],
      [['give-up-revisit'], may('revisit') && mayGiveUpRevisit(row.answeredAt!, this.clock.now())],
    ];
    return { actions: [...judging, ...offered.flatMap(([acts, ok]) => (ok ? acts : []))], notMine: null };
  }

  private async isReleased(caseId: string): Promise<boolean> {
    return (await this.dataSource.manager.findOneBy(RatingQuestion, { caseId }))?.releasedOn != null;
  }
}

const isOpen = ({ state }: DeadlineView): boolean => state === 'running' || state === 'paused' || state === 'awaiting-calendar';
