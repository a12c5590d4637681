import { Injectable } from '@nestjs/common';
import { APPEAL_MOVES, mayDecideAppeal } from '@hall/shared/assessment/scorecard.rules';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { move } from '@hall/shared/kernel/moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { AppealDecisionInput, AppealInput } from './assessment.dto.ts';
import { AssessmentFact, AssessmentFormulaRow, Scorecard, ScorecardAppeal } from './assessment.entity.ts';
import { assessmentErrors } from './assessment.errors.ts';
import { appealDecided, appealRaised } from './assessment.events.ts';
import { AssessmentService } from './assessment.service.ts';

/** What somebody says against their own card, and what somebody else decides. Nothing on the first card is changed by either. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessment: AssessmentService,
    private readonly ledger: Ledger,
    private readonly people: People,
  ) {}

  /** Once for each card, naming what is not so. @throws NOT_FOUND also for somebody else's card, APPEAL_FACTS_UNKNOWN, APPEAL_MADE_ALREADY */
  async appeal(actor: StaffActor, cardId: string, { facts, words }: AppealInput, key: Idempotency | null): Promise<void> {
    const deciders = (await this.people.staffOf(actor.hallId)).filter(({ roles }) => permissionsOf(roles).includes('assessment.decide')).map(({ id }) => id);
    await this.unitOfWork.run(actor, async (work) => {
      const card = await work.get(Scorecard, cardId);
      if (card.hallId !== actor.hallId || card.holderKind !== 'person' || card.holderId !== actor.id || card.number !== 1) throw platformErrors.NOT_FOUND();
      await work.once(key, async (id) => {
        if (await work.findOne(ScorecardAppeal, { scorecardId: cardId })) throw assessmentErrors.APPEAL_MADE_ALREADY();
        const own = new Set((await work.find(AssessmentFact, { hallId: card.hallId, countedIn: card.month, staffId: actor.id, good: false })).map((fact) => fact.id));
        const named = [...new Set(facts)];
        if (named.length === 0 || named.some((fact) => !own.has(fact))) throw assessmentErrors.APPEAL_FACTS_UNKNOWN();
        await work.add(ScorecardAppeal, { id, hallId: card.hallId, scorecardId: cardId, staffId: actor.id, facts: named, words: words.trim(), state: 'raised', raisedAt: work.now, decidedBy: null, decidedAt: null, decisionWords: null });
        work.audit('assessment.appeal', cardId);
        const { publishedBy: assessorId } = await work.get(AssessmentFormulaRow, card.formulaId);
        work.emit(appealRaised, { hallId: card.hallId, appealId: id, staffIds: deciders.filter((each) => mayDecideAppeal(each, { staffId: actor.id, assessorId })) });
      });
    });
  }

  /** Upheld, what was named no longer counts: another card is laid behind the first and sealed. @throws NOT_FOUND, STALE_VERSION, APPEAL_SAME_PERSON, MOVE_NOT_ALLOWED */
  async decide(actor: StaffActor, id: string, { agree, words, version }: AppealDecisionInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await this.ledger.hold(work, actor.hallId);
      const row = await work.lock(ScorecardAppeal, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      const card = await work.get(Scorecard, row.scorecardId);
      const { publishedBy } = await work.get(AssessmentFormulaRow, card.formulaId);
      if (!mayDecideAppeal(actor.id, { staffId: row.staffId, assessorId: publishedBy })) throw assessmentErrors.APPEAL_SAME_PERSON();
      const verdict = move(APPEAL_MOVES, row.state, agree ? 'uphold' : 'refuse');
      if (!verdict.ok) throw refusal(verdict);
      await work.change(ScorecardAppeal, row, { state: verdict.value, decidedBy: actor.id, decidedAt: work.now, decisionWords: words.trim() });
      if (agree) await this.assessment.strike(work, card, row.facts);
      work.audit(agree ? 'assessment.uphold' : 'assessment.refuse', id);
      work.emit(appealDecided, { hallId: row.hallId, appealId: id, staffId: row.staffId });
    });
  }
}
