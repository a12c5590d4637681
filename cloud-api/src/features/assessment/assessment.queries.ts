import { Injectable } from '@nestjs/common';
import { CARD_PARTS, PARTS, SHIPPED_ASSESSMENT_FORMULA, cardResult, countCard, type AssessmentFormula, type CardCounts } from '@hall/shared/assessment/scorecard.rules';
import { formulaFor, scoreWords, type Month } from '@hall/shared/assessment/weights.rules';
import { monthOf, nextMonth } from '@hall/shared/commitment/figures.rules';
import { canonicalJson } from '@hall/shared/kernel/canonical-json';
import { dayOf } from '@hall/shared/kernel/day';
import { DataSource, IsNull } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { AppealQueries, factView } from './appeal.queries.ts';
import type { AssessmentFormulaInput, AssessmentMonthView, OwnScorecardList, OwnScorecardView, ScorecardSealView, ScorecardView } from './assessment.dto.ts';
import { AssessmentFact, AssessmentFormulaRow, Scorecard } from './assessment.entity.ts';
import { peopleOf, scaledTo, sealedAs, sealedContent } from './assessment.service.ts';

type Card = Pick<Scorecard, 'id' | 'month' | 'holderKind' | 'holderId' | 'number' | 'counts' | 'people' | 'score' | 'struck'>;

@Injectable()
export class AssessmentQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly ledger: Ledger,
    private readonly crypto: CryptoPort,
    private readonly appeals: AppealQueries,
    private readonly clock: Clock,
  ) {}

  /** The reader's own cards, with all that counted against them and the way to check the seal. */
  async mine(actor: StaffActor): Promise<OwnScorecardList> {
    const formulas = await this.formulas(actor.hallId);
    const [cards, facts, names] = await Promise.all([
      this.dataSource.manager.findBy(Scorecard, { hallId: actor.hallId, holderKind: 'person', holderId: actor.id }), this.dataSource.manager.findBy(AssessmentFact, { hallId: actor.hallId, staffId: actor.id }), this.names(actor.hallId),
    ]);
    const appeals = await this.appeals.ofCards(actor, cards.map(({ id }) => id));
    const salts = await this.ledger.codes(actor.hallId, 'scorecard', cards.map(({ month }) => sealedAs(month, actor.id)));
    const last = lastOf(cards);
    const items = last.map((card): OwnScorecardView => {
      const first = cards.find(({ month, number }) => month === card.month && number === 1)!;
      const appeal = appeals.get(first.id) ?? null;
      return {
        ...cardView(card, formulas.find(({ id }) => id === first.formulaId)!, names), id: first.id, appeal, mayAppeal: appeal === null && facts.some(({ countedIn, good }) => countedIn === card.month && !good), seal: this.sealOf(card, salts.get(sealedAs(card.month, actor.id))),
        against: facts.filter(({ countedIn, good }) => countedIn === card.month && !good).map((fact) => factView(fact, card.struck)),
      };
    }).sort((a, b) => (a.month < b.month ? 1 : -1));
    const formula = formulaFor(formulas, this.thisMonth());
    const open = facts.filter(({ countedIn }) => countedIn === null);
    const running = formula && { ...this.runningCard(formula, 'person', actor.id, open, names), against: open.filter(({ good }) => !good).map((fact) => factView(fact, [])), appeal: null, mayAppeal: false, seal: null };
    return { formula: formula && plain(formula), running, items };
  }

  /** Everybody's cards of a month for who leads: a head sees the own department, who decides over appeals sees all. */
  async month(actor: StaffActor, asked?: Month): Promise<AssessmentMonthView> {
    const { hallId } = actor;
    const month = asked ?? this.thisMonth();
    const [formulas, names, cards] = [await this.formulas(hallId), await this.names(hallId), await this.dataSource.manager.findBy(Scorecard, { hallId, month })];
    const formula = cards[0] ? formulas.find(({ id }) => id === cards[0]!.formulaId)! : formulaFor(formulas, month);
    const shown = cards.length > 0 ? lastOf(cards).map((card) => ({ of: card, view: cardView(card, formula!, names) })) : month === this.thisMonth() && formula ? await this.running(hallId, formula, names) : [];
    const sees = await this.reach(actor);
    const next = nextMonth(this.thisMonth());
    return {
      month, sealed: cards.length > 0, formula: formula && plain(formula), months: await this.months(hallId), coming: [...new Set(formulas.filter(({ from }) => from > this.thisMonth()).map(({ from }) => from))].sort(),
      suggested: { ...plain(formulaFor(formulas, next) ?? { ...SHIPPED_ASSESSMENT_FORMULA, from: next }), from: next },
      cards: shown.filter(({ of }) => sees(of)).map(({ view }) => view).sort((a, b) => (a.holderKind === b.holderKind ? Number(b.score ?? -1) - Number(a.score ?? -1) : a.holderKind === 'department' ? -1 : 1)),
    };
  }

  /** What a formula would make of the month that runs. Nothing is kept of it. */
  async trial(actor: StaffActor, formula: AssessmentFormula): Promise<ScorecardView[]> {
    const sees = await this.reach(actor);
    return (await this.running(actor.hallId, formula, await this.names(actor.hallId))).filter(({ of }) => sees(of)).map(({ view }) => view);
  }

  /** The same table as a sheet. Each download is written down. */
  async workbook(actor: StaffActor, asked?: Month): Promise<Buffer> {
    const { month, sealed, cards } = await this.month(actor, asked);
    const { name } = await this.halls.hall(actor.hallId);
    await this.unitOfWork.run(actor, (work) => {
      work.audit('assessment.download', null, { month });
      return Promise.resolve();
    });
    return writeTable({
      sheet: '考核', title: `${name} ${month} 考核表`, note: sealed ? '按公布的办法由系统自动计算，已封存。' : '本月还没有结束，仅供了解。', createdAt: this.clock.now(), creator: name,
      columns: [['对象', 20], ['得分', 10], ...PARTS.map((part): [string, number] => [CARD_PARTS[part].label, 18])],
      rows: cards.map(({ holderName, score, parts }) => [holderName, score ?? '', ...parts.map(({ good, all }) => (all === 0 ? '' : `${good}/${all}`))]),
    });
  }

  private async running(hallId: string, formula: AssessmentFormula, names: ReadonlyMap<string, string>): Promise<{ of: { holderKind: string; holderId: string }; view: ScorecardView }[]> {
    const facts = await this.dataSource.manager.findBy(AssessmentFact, { hallId, countedIn: IsNull() });
    const of = (holderKind: 'person' | 'department', holderId: string, own: AssessmentFact[]) => ({ of: { holderKind, holderId }, view: this.runningCard(formula, holderKind, holderId, own, names) });
    const departments = [...new Set(facts.flatMap(({ departmentId }) => departmentId ?? []))];
    return [
      ...departments.map((id) => of('department', id, facts.filter(({ departmentId }) => departmentId === id))),
      ...[...new Set(facts.map(({ staffId }) => staffId))].map((id) => of('person', id, facts.filter(({ staffId }) => staffId === id))),
    ];
  }

  private runningCard(formula: AssessmentFormula, holderKind: 'person' | 'department', holderId: string, facts: readonly AssessmentFact[], names: ReadonlyMap<string, string>): ScorecardView {
    const counts = countCard(facts);
    const people = peopleOf(holderKind, facts);
    return cardView({ id: '', month: this.thisMonth(), holderKind, holderId, number: 1, counts, people, score: cardResult(scaledTo(people, formula), counts).score, struck: [] }, formula, names);
  }

  private async reach(actor: StaffActor): Promise<(of: { holderKind: string; holderId: string }) => boolean> {
    if (actor.permissions.has('assessment.decide')) return () => true;
    const staff = await this.people.staffOf(actor.hallId);
    const own = staff.find(({ id }) => id === actor.id)?.departmentId ?? null;
    if (own === null) return ({ holderKind, holderId }) => holderKind === 'person' && holderId === actor.id;
    const colleagues = new Set(staff.filter(({ departmentId }) => departmentId === own).map(({ id }) => id));
    return ({ holderKind, holderId }) => (holderKind === 'department' ? holderId === own : colleagues.has(holderId));
  }

  private sealOf(card: Card, named: { code: string; salt: string } | undefined): ScorecardSealView | null {
    if (!named) return null;
    const content = canonicalJson(sealedContent(card));
    return { name: named.code, salt: named.salt, content, seal: this.crypto.hash(`${named.salt}|${content}`) };
  }

  private async formulas(hallId: string): Promise<AssessmentFormulaRow[]> {
    return (await this.dataSource.manager.findBy(AssessmentFormulaRow, { hallId })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async months(hallId: string): Promise<Month[]> {
    const rows = await this.dataSource.query<{ month: Month }[]>('SELECT DISTINCT month FROM scorecard WHERE hall_id = ?', [hallId]);
    return rows.map(({ month }) => month).sort().reverse();
  }

  private async names(hallId: string): Promise<Map<string, string>> {
    const [staff, departments] = await Promise.all([this.people.staffOf(hallId), this.halls.departments(hallId)]);
    return new Map([...staff, ...departments].map(({ id, name }) => [id, name]));
  }

  private thisMonth(): Month {
    return monthOf(dayOf(this.clock.now()));
  }
}

const plain = ({ from, weights, target }: AssessmentFormula): AssessmentFormulaInput => ({ from, weights: { ...weights }, target });

/** Of several cards of one holder and month the last. */
function lastOf(cards: readonly Scorecard[]): Scorecard[] {
  const last = new Map<string, Scorecard>();
  for (const card of [...cards].sort((a, b) => a.number - b.number)) last.set(`${card.month}:${card.holderId}`, card);
  return [...last.values()];
}

function cardView({ id, month, holderKind, holderId, number, counts, people, score }: Card, formula: AssessmentFormula, names: ReadonlyMap<string, string>): ScorecardView {
  return { id, month, holderKind, holderName: names.get(holderId) ?? '已离开', corrected: number > 1, score: score === null ? null : scoreWords(score), parts: partsOf(scaledTo(people, formula), counts) };
}

function partsOf(formula: AssessmentFormula, counts: CardCounts): ScorecardView['parts'] {
  const { points } = cardResult(formula, counts);
  return PARTS.map((part) => ({ part, label: CARD_PARTS[part].label, ...counts[part], points: points[part], weight: formula.weights[part] }));
}
