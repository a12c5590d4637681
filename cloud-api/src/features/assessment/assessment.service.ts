import { Injectable, type OnModuleInit } from '@nestjs/common';
import { assessmentFormulaProblems, cardResult, countCard, type AssessmentFormula } from '@hall/shared/assessment/scorecard.rules';
import { formulaFor, type Month } from '@hall/shared/assessment/weights.rules';
import type { AssessmentSealed } from '@hall/shared/audit/assessment-book';
import { monthOf } from '@hall/shared/commitment/figures.rules';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { addDays, dayOf, type Day } from '@hall/shared/kernel/day';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';
import { AssessmentFact, AssessmentFormulaRow, Scorecard } from './assessment.entity.ts';
import { assessmentErrors } from './assessment.errors.ts';

type Holder = Pick<Scorecard, 'holderKind' | 'holderId'>;

/** Under which subject a holder's card of a month has its name and salt in the ledger. */
export const sealedAs = (month: Month, holderId: string): string => `${month}:${holderId}`;
/** What the digest in the ledger is of, besides the salt. */
export const sealedContent = ({ month, number, people, counts, score }: Pick<Scorecard, 'month' | 'number' | 'people' | 'counts' | 'score'>): Json => ({ month, number, people, score, counts });

/** How many people's work lies in these facts. */
export const peopleOf = (holderKind: Scorecard['holderKind'], facts: readonly Pick<AssessmentFact, 'staffId'>[]): number => (holderKind === 'department' ? Math.max(1, new Set(facts.map(({ staffId }) => staffId)).size) : 1);
/** The formula for so many people. */
export const scaledTo = <F extends Pick<AssessmentFormula, 'target'>>(people: number, formula: F): F => ({ ...formula, target: formula.target * people });

/** Scorecards: the formula before the month, the cards on its last day, sealed so that nobody can exchange one, and open to nobody but the person and who leads. */
@Injectable()
export class AssessmentService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.ledger.beforeSealing((work, hallId, day) => this.endOfDay(work, hallId, day));
  }

  /** @throws ASSESSMENT_FORMULA_INVALID */
  async publish(actor: StaffActor, input: AssessmentFormula, key: Idempotency | null): Promise<void> {
    const { served, five, kept, once, relays } = input.weights;
    const formula: AssessmentFormula = { from: input.from, weights: { served, five, kept, once, relays }, target: input.target };
    await this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      const fields = assessmentFormulaProblems(formula, dayOf(work.now));
      if (fields.length > 0) throw assessmentErrors.ASSESSMENT_FORMULA_INVALID({ fields });
      await work.add(AssessmentFormulaRow, { id, hallId: actor.hallId, ...formula, weights: { ...formula.weights }, publishedBy: actor.id, publishedAt: work.now });
      await this.ledger.say(work, { hallId: actor.hallId, key: `assessment-formula:${id}`, kind: 'assessment.formula', body: formula as unknown as { [name: string]: Json } });
      work.audit('assessment.publish-formula', id, { from: formula.from });
    }));
  }

  /** Strikes facts from a person's card and from those of the departments they counted for. Each gets another card behind the last; the first stays. */
  async strike(work: Work, card: Scorecard, struck: readonly string[]): Promise<void> {
    await this.correct(work, card, struck);
    const departments = new Set((await work.find(AssessmentFact, { hallId: card.hallId, countedIn: card.month, staffId: card.holderId })).flatMap(({ id, departmentId }) => (departmentId !== null && struck.includes(id) ? departmentId : [])));
    for (const holderId of departments) {
      const [last] = (await work.find(Scorecard, { hallId: card.hallId, month: card.month, holderKind: 'department', holderId })).sort((a, b) => b.number - a.number);
      if (last) await this.correct(work, last, [...last.struck, ...struck]);
    }
  }

  private async correct(work: Work, card: Scorecard, struck: readonly string[]): Promise<void> {
    const formula = await work.get(AssessmentFormulaRow, card.formulaId);
    const facts = (await work.find(AssessmentFact, { hallId: card.hallId, countedIn: card.month, ...(card.holderKind === 'person' ? { staffId: card.holderId } : { departmentId: card.holderId }) })).filter(({ id }) => !struck.includes(id));
    const corrected = await this.lay(work, formula, card.hallId, card.month, card, facts, card.number + 1, struck);
    await this.say(work, card.hallId, card.month, `:${card.holderId}:${corrected.number}`, dayOf(work.now), true, [corrected]);
  }

  private async endOfDay(work: Work, hallId: string, day: Day): Promise<void> {
    const month = monthOf(day);
    if (monthOf(addDays(day, 1)) === month) return;
    const facts = await work.find(AssessmentFact, { hallId, countedIn: IsNull(), day: LessThanOrEqual(day) });
    await work.execute('UPDATE assessment_fact SET counted_in = ? WHERE hall_id = ? AND counted_in IS NULL AND day <= ?', [month, hallId, day]);
    const formula = formulaFor((await work.find(AssessmentFormulaRow, { hallId })).sort((a, b) => (a.id < b.id ? -1 : 1)), month);
    if (!formula) return;
    const holders = new Map<string, { holder: Holder; facts: AssessmentFact[] }>();
    const count = (holder: Holder, fact: AssessmentFact) => {
      const of = holders.get(holder.holderId) ?? { holder, facts: [] };
      of.facts.push(fact);
      holders.set(holder.holderId, of);
    };
    for (const fact of facts) {
      count({ holderKind: 'person', holderId: fact.staffId }, fact);
      if (fact.departmentId !== null) count({ holderKind: 'department', holderId: fact.departmentId }, fact);
    }
    const cards: Scorecard[] = [];
    for (const { holder, facts: own } of holders.values()) cards.push(await this.lay(work, formula, hallId, month, holder, own, 1, []));
    await this.say(work, hallId, month, '', day, false, cards);
  }

  private async lay(work: Work, formula: AssessmentFormulaRow, hallId: string, month: Month, { holderKind, holderId }: Holder, facts: readonly AssessmentFact[], number: number, struck: readonly string[]): Promise<Scorecard> {
    const counts = countCard(facts);
    const people = peopleOf(holderKind, facts);
    const { score } = cardResult(scaledTo(people, formula), counts);
    return work.add(Scorecard, { id: newId(), hallId, month, holderKind, holderId, number, formulaId: formula.id, counts, people, score, struck: [...struck], sealedAt: work.now });
  }

  private async say(work: Work, hallId: string, month: Month, key: string, day: Day, corrected: boolean, cards: readonly Scorecard[]): Promise<void> {
    const sealed: { c: string; seal: string }[] = [];
    for (const card of cards) {
      const subject = sealedAs(month, card.holderId);
      sealed.push({ c: await this.ledger.codeOf(work, hallId, 'scorecard', subject), seal: await this.ledger.seal(work, hallId, 'scorecard', subject, sealedContent(card)) });
    }
    const body: AssessmentSealed = { month, corrected, cards: sealed.sort((a, b) => (a.c < b.c ? -1 : 1)) };
    await this.ledger.say(work, { hallId, key: `assessment:${month}${key}`, kind: 'assessment.sealed', day, body: body as unknown as { [name: string]: Json } });
  }
}
