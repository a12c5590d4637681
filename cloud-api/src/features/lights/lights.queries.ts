import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PARTY_KINDS, PARTY_LABELS } from '@hall/shared/lights/card.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import { Halls } from '../hall/halls.ts';
import { CardShelf, commitmentLine, honoursOf, personCard, personView, type Shelf } from './card-shelf.ts';
import { Duties } from './duties.ts';
import type { LightBoardView, LightCardView, LightDepartmentList, LightDepartmentPageView, LightPersonView, MyCardView } from './lights.dto.ts';
import { CardConsent, ServiceCard } from './lights.entity.ts';
import { lightsErrors } from './lights.errors.ts';

const UNNAMED = '大厅综合窗口';

/** What hangs on the wall of the hall, for anybody. */
@Injectable()
export class LightsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly shelf: CardShelf,
    private readonly duties: Duties,
    private readonly address: PublicAddress,
  ) {}

  /** Everybody whose card is published, by badge number. @throws NOT_FOUND when there is no such hall */
  async board(wished?: string): Promise<LightBoardView> {
    const hall = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    return { hallName: hall.name, people: shownPeople(await this.shelf.of(hall.id)) };
  }

  /** What a badge opens. Whoever has left, and whoever has no card yet, is answered for kindly and without a name. @throws CARD_UNKNOWN */
  async byCode(code: string): Promise<LightCardView> {
    const row = await this.dataSource.manager.findOneBy(ServiceCard, { code });
    if (!row) throw lightsErrors.CARD_UNKNOWN();
    const [hall, shelf] = await Promise.all([this.halls.hall(row.hallId), this.shelf.of(row.hallId)]);
    const [person, version] = [shelf.staff.find(({ id }) => id === row.staffId), shelf.versions.get(row.staffId)];
    const about = { hallName: hall.name, hallPhone: hall.phone, card: null };
    if (!person) return { ...about, sight: 'left', sentence: '这位工作人员已不在本大厅工作。您要办的事，大厅的其他同事会接着帮您。' };
    if (!version) return { ...about, sight: 'unpublished', sentence: '这张服务卡正在整理，暂时没有公布。要办事可以直接到窗口，或打大厅电话。' };
    return { ...about, sight: 'shown', sentence: null, card: personCard(person, shelf, version.content.duties, version.publishedAt) };
  }

  /** Departments with their telephone and what they answer for, in the hall's order. */
  async departments(wished?: string): Promise<LightDepartmentList> {
    const hall = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    const [departments, duties, shelf] = await Promise.all([this.halls.departments(hall.id), this.duties.byDepartment(hall.id), this.shelf.of(hall.id)]);
    const people = shownPeople(shelf);
    const rest = duties.get(null) ?? [];
    return {
      hallName: hall.name, hallPhone: hall.phone, address: hall.address,
      items: [
        ...departments.map(({ id, name, phone }) => ({ id, name, phone, people: people.filter(({ departmentId }) => departmentId === id).length, duties: duties.get(id) ?? [] })),
        ...(rest.length === 0 ? [] : [{ id: null, name: UNNAMED, phone: hall.phone, people: 0, duties: rest }]),
      ],
    };
  }

  /** @throws NOT_FOUND */
  async department(id: string): Promise<LightDepartmentPageView> {
    for (const { id: hallId } of await this.halls.all()) {
      const found = (await this.halls.departments(hallId)).find((each) => each.id === id);
      if (!found) continue;
      const [duties, shelf] = await Promise.all([this.duties.byDepartment(hallId), this.shelf.of(hallId)]);
      const staff = shownPeople(shelf).filter(({ departmentId }) => departmentId === id);
      return { id, name: found.name, phone: found.phone, people: staff.length, duties: duties.get(id) ?? [], staff, commitments: (shelf.promises.get(id) ?? []).map(commitmentLine), honours: honoursOf(shelf, 'department', id) };
    }
    throw platformErrors.NOT_FOUND();
  }

  /** A person's own say over their card. */
  async mine(actor: StaffActor): Promise<MyCardView> {
    const [shelf, consent] = await Promise.all([this.shelf.of(actor.hallId), this.dataSource.manager.findOneBy(CardConsent, { staffId: actor.id })]);
    const card = shelf.cards.get(actor.id);
    return {
      hasPhoto: shelf.staff.some(({ id, photoUrl }) => id === actor.id && photoUrl !== null), photoShown: consent?.photoShown ?? false, party: consent?.party ?? null,
      choices: PARTY_KINDS.map((code) => ({ code, label: PARTY_LABELS[code] })), url: card ? this.urlOf(card.code) : null, shown: card?.shownNumber != null, version: consent?.version ?? 0,
    };
  }

  /** Where a badge's code leads: the same page in WeChat and in a browser. */
  urlOf(code: string): string {
    return this.address.page(`/lights/card/index?code=${code}`);
  }
}

export const shownPeople = (shelf: Shelf): LightPersonView[] => shelf.staff.filter(({ id }) => shelf.versions.has(id)).map((person) => personView(person, shelf));
