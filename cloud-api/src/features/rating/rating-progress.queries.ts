import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RATING_CASE_STATE_LABELS, mayObject, type RatingCaseState } from '@hall/shared/rating/rating-case.moves';
import { RATING_STAYS, VERDICT_SENTENCES, toldToRater } from '@hall/shared/rating/rating-case.rules';
import { Deadlines } from '../deadlines/deadlines.ts';
import { RatingCase, RatingCaseStep, RatingObjection } from './rating-case.entity.ts';
import type { RatingProgressView } from './rating-case.dto.ts';
import { RATING_SUBJECT, RatingCaseSteps } from './rating-case-steps.ts';

const SENTENCES: Record<RatingCaseState, string> = {
  opened: '科室负责人已经收到，会先联系您。', contacted: '正在核实当时的情况。', verified: '已经核实，正在处理。', rectifying: '整改已经做了，马上给您答复。', answered: '已经答复您。改得怎么样，请您说一句。',
  revisited: '谢谢您的回访。', closed: '这件事已经办结，谢谢您帮我们改进。', reopened: '您还不满意，我们重新整改。',
};
const MINE = ['reply', 'objection', 'revisit'];
/** An appeal of the clerk concerned is the house's affair; that the case goes back to be looked into again is told without the words. */
const isOfClerk = ({ kind, detail }: RatingCaseStep): boolean => (kind === 'stands' || kind === 'sent-back') && detail === 'clerk';
const isTold = (step: RatingCaseStep): boolean => toldToRater(step.kind) !== null && !(step.kind === 'stands' && isOfClerk(step));

/** How a case goes on, for the one who rated: what was found, what is being done, what is asked of them. Nothing the house says among itself. */
@Injectable()
export class RatingProgress {
  constructor(
    private readonly dataSource: DataSource,
    private readonly deadlines: Deadlines,
    private readonly steps: RatingCaseSteps,
  ) {}

  /** Null without a case, and for whoever did not rate in this way. */
  async of(invitationId: string, way: 'account' | 'slip'): Promise<RatingProgressView | null> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(RatingCase, { invitationId, way });
    if (!row) return null;
    const [steps, objection, deadlines] = await Promise.all([
      manager.find(RatingCaseStep, { where: { caseId: row.id }, order: { at: 'ASC', id: 'ASC' } }), manager.findOneBy(RatingObjection, { caseId: row.id, side: 'rater', verdictNo: row.verdictNo }), this.deadlines.of(RATING_SUBJECT, [row.id]),
    ]);
    // A clock that stands waiting for the person's own word is not theirs to be held to.
    const owed = row.state === 'answered' ? undefined : (deadlines.get(row.id) ?? []).find(({ state }) => state === 'running' || state === 'paused');
    return {
      state: row.state, stateLabel: RATING_CASE_STATE_LABELS[row.state], sentence: SENTENCES[row.state], found: row.verdict === null ? null : `${VERDICT_SENTENCES[row.verdict]}${RATING_STAYS}`,
      dueAt: owed?.dueAt ?? null, overdue: owed?.overdue ?? false, bySlip: row.way === 'slip',
      steps: steps.filter(isTold).map((step) => ({ kind: step.kind, label: toldToRater(step.kind)!, at: step.at, mine: MINE.includes(step.kind), words: isOfClerk(step) ? null : this.steps.wordsOf(step) })),
      mayReply: row.state !== 'closed', mayObject: mayObject('rater', row, objection !== null).ok, mayRevisit: row.state === 'answered', version: row.version,
    };
  }
}
