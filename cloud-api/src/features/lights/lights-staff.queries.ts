import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CARD_ACTIONS, CARD_LABELS, cardStateOf } from '@hall/shared/lights/card.rules';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import { Matters } from '../matters/matters.ts';
import { CardShelf, honoursOf, personCard, type Shelf } from './card-shelf.ts';
import { Duties } from './duties.ts';
import type { StaffCardLineView, StaffCardList, StaffCardView } from './lights-staff.dto.ts';
import { ServiceCardVersion } from './lights.entity.ts';
import { LightsQueries } from './lights.queries.ts';

/** The cards as those who keep them see them. */
@Injectable()
export class LightsStaffQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly matters: Matters,
    private readonly shelf: CardShelf,
    private readonly duties: Duties,
    private readonly lights: LightsQueries,
    private readonly clock: Clock,
  ) {}

  async list({ hallId }: StaffActor): Promise<StaffCardList> {
    const [shelf, departments, matters, owners] = await Promise.all([this.shelf.of(hallId), this.halls.departments(hallId), this.matters.inForce(dayOf(this.clock.now())), this.duties.owners(hallId)]);
    const names = new Map(shelf.staff.map(({ id, name }) => [id, name]));
    return {
      items: shelf.staff.map((person) => lineOf(person, shelf)),
      windows: shelf.windows.map(({ id, label, clerkId }) => ({ id, label, clerkName: clerkId === null ? null : names.get(clerkId) ?? null })),
      departments: departments.map(({ id, name }) => ({ id, name })),
      matters: matters.map(({ id, name }) => ({ matterId: id, name, departmentId: owners.get(id) ?? null })),
    };
  }

  /** @throws NOT_FOUND when nobody of this hall */
  async one({ hallId }: StaffActor, staffId: string): Promise<StaffCardView> {
    const shelf = await this.shelf.of(hallId);
    const person = shelf.staff.find(({ id }) => id === staffId);
    if (!person) throw platformErrors.NOT_FOUND();
    const card = shelf.cards.get(staffId);
    const history = card ? await this.dataSource.manager.find(ServiceCardVersion, { where: { cardId: card.id }, order: { number: 'DESC' } }) : [];
    const names = await this.people.staffNames(history.map(({ publishedBy }) => publishedBy));
    const line = lineOf(person, shelf);
    const shown = shelf.versions.get(staffId);
    // One that was taken down is written anew from what it said last.
    const duties = card?.draft?.duties ?? shown?.content.duties ?? history[0]?.content.duties ?? [];
    return {
      ...line, duties, drafted: card?.draft != null, preview: personCard(person, shelf, duties, card?.draft ? null : shown?.publishedAt ?? null), url: card ? this.lights.urlOf(card.code) : null,
      history: history.map(({ number, content, publishedBy, publishedAt }) => ({ number, duties: content.duties, publishedBy: names.get(publishedBy) ?? '', publishedAt })),
      actions: [...CARD_ACTIONS[line.state]], version: card && (card.draft !== null || card.versions > 0) ? card.version : 0,
    };
  }
}

function lineOf(person: StaffFacts, shelf: Shelf): StaffCardLineView {
  const card = shelf.cards.get(person.id);
  const state = cardStateOf({ drafted: card?.draft != null, shown: card?.shownNumber != null, versions: card?.versions ?? 0 });
  return {
    staffId: person.id, name: person.name, badgeNumber: person.badgeNumber, post: person.post, departmentName: (person.departmentId === null ? undefined : shelf.departments.get(person.departmentId)?.name) ?? '',
    state, stateLabel: CARD_LABELS[state], photoShown: shelf.consents.get(person.id)?.photoShown ?? false, versions: card?.versions ?? 0, honours: honoursOf(shelf, 'person', person.id).length,
  };
}
