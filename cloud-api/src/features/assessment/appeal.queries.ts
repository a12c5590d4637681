import { Injectable } from '@nestjs/common';
import { APPEAL_LABELS, CARD_PARTS, mayDecideAppeal } from '@hall/shared/assessment/scorecard.rules';
import { DataSource, In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { People } from '../identity/people.ts';
import type { AppealView, ScorecardFactView } from './assessment.dto.ts';
import { AssessmentFact, AssessmentFormulaRow, Scorecard, ScorecardAppeal } from './assessment.entity.ts';

export const factView = ({ id, day, part, label }: AssessmentFact, struck: readonly string[]): ScorecardFactView => ({ id, day, part: CARD_PARTS[part].label, label, struck: struck.includes(id) });

@Injectable()
export class AppealQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
  ) {}

  /** All of the hall: what waits first, then the newest. */
  async ofHall(actor: StaffActor): Promise<AppealView[]> {
    const rows = await this.dataSource.manager.findBy(ScorecardAppeal, { hallId: actor.hallId });
    const views = await this.views(actor, rows);
    return views.sort((a, b) => Number(b.state === 'raised') - Number(a.state === 'raised') || b.raisedAt - a.raisedAt);
  }

  /** By the card's id. */
  async ofCards(actor: StaffActor, cardIds: readonly string[]): Promise<Map<string, AppealView>> {
    if (cardIds.length === 0) return new Map();
    const rows = await this.dataSource.manager.findBy(ScorecardAppeal, { hallId: actor.hallId, scorecardId: In([...cardIds]) });
    const views = await this.views(actor, rows);
    return new Map(rows.map(({ id, scorecardId }) => [scorecardId, views.find((view) => view.id === id)!]));
  }

  private async views(actor: StaffActor, rows: readonly ScorecardAppeal[]): Promise<AppealView[]> {
    if (rows.length === 0) return [];
    const [cards, facts, names] = await Promise.all([
      this.dataSource.manager.findBy(Scorecard, { id: In(rows.map(({ scorecardId }) => scorecardId)) }), this.dataSource.manager.findBy(AssessmentFact, { id: In(rows.flatMap((row) => row.facts)) }),
      this.people.staffNames(rows.flatMap(({ staffId, decidedBy }) => (decidedBy === null ? [staffId] : [staffId, decidedBy]))),
    ]);
    const formulas = await this.dataSource.manager.findBy(AssessmentFormulaRow, { id: In(cards.map(({ formulaId }) => formulaId)) });
    return rows.map(({ id, scorecardId, staffId, words, facts: named, state, raisedAt, decidedBy, decisionWords, version }) => {
      const card = cards.find((each) => each.id === scorecardId)!;
      const assessorId = formulas.find((formula) => formula.id === card.formulaId)!.publishedBy;
      return {
        id, staffName: names.get(staffId) ?? '', month: card.month, words, facts: facts.filter((fact) => named.includes(fact.id)).map((fact) => factView(fact, state === 'upheld' ? named : [])), state, stateLabel: APPEAL_LABELS[state], raisedAt,
        decidedBy: decidedBy === null ? null : names.get(decidedBy) ?? '', decisionWords, mayDecide: state === 'raised' && actor.permissions.has('assessment.decide') && mayDecideAppeal(actor.id, { staffId, assessorId }), version,
      };
    });
  }
}
