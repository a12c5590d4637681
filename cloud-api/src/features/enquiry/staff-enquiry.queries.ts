import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { WAITING_ENQUIRY_STATES } from '@hall/shared/enquiry/enquiry.moves';
import { ENQUIRY_WAY_LABELS } from '@hall/shared/enquiry/enquiry.rules';
import { MOST_COUNTED } from '@hall/shared/kernel/counting';
import { maskName } from '@hall/shared/kernel/masking';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { countUpTo } from '../../platform/persistence/count-up-to.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { EnquiryPeople, mayAnswer, type Standing } from './enquiry-people.ts';
import { EnquiryRecords } from './enquiry-records.ts';
import { ENQUIRY_SCOPES, type EnquiryScope, type EnquiryTakersView, type StaffEnquiryPage, type StaffEnquiryQuery, type StaffEnquiryView } from './enquiry-staff.dto.ts';
import { Enquiry, EnquiryDraft, EnquiryTransfer } from './enquiry.entity.ts';
import { EnquiryViews, offeredTo } from './enquiry.views.ts';
import { GuideProposals } from './guide-proposals.ts';

const PAGE = 15;
/** Sealed words cannot be searched by the database: as many of the newest are opened and looked through. */
const LOOKED_THROUGH = 500;
const WAITING = [...WAITING_ENQUIRY_STATES];

interface Lists {
  standing: Standing;
  offeredIds: string[];
  overdueIds: string[];
}

/** Questions as staff see them: whose turn it is, and one with all that may be done. */
@Injectable()
export class StaffEnquiryQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: EnquiryRecords,
    private readonly views: EnquiryViews,
    private readonly who: EnquiryPeople,
    private readonly guide: GuideProposals,
    private readonly deadlines: Deadlines,
    private readonly people: People,
    private readonly halls: Halls,
  ) {}

  async list(actor: StaffActor, { scope = 'mine', q, departmentId, page }: StaffEnquiryQuery): Promise<StaffEnquiryPage> {
    const lists = await this.lists(actor);
    const at = (Number(page ?? 1) - 1) * PAGE;
    const asked = this.rows(actor, lists, scope);
    if (departmentId !== undefined) asked.andWhere('e.departmentId = :departmentId', { departmentId });
    const [rows, total] = q?.trim() ? await this.searched(asked, q.trim(), at) : [await asked.clone().skip(at).take(PAGE).getMany(), await countUpTo(asked, MOST_COUNTED)];
    const names = await this.views.names(actor.hallId, rows.map(({ ownerId }) => ownerId));
    const transfers = await this.dataSource.manager.findBy(EnquiryTransfer, { openKey: In(rows.map(({ id }) => id)) });
    const cards = await this.views.cards(rows, names);
    return {
      items: cards.map((card, index) => {
        const row = rows[index]!;
        return { ...card, way: row.way, wayLabel: ENQUIRY_WAY_LABELS[row.way], ownerId: row.ownerId, offeredTo: offeredTo(transfers.find(({ openKey }) => openKey === row.id) ?? null, names), mine: row.ownerId !== null && lists.standing.names.includes(row.ownerId) };
      }),
      total,
      counts: await Promise.all(ENQUIRY_SCOPES.map(async (each) => ({ scope: each, count: await countUpTo(this.rows(actor, lists, each), MOST_COUNTED) }))),
    };
  }

  /** @throws NOT_FOUND also for one that is not for the actor's eyes */
  async one(actor: StaffActor, id: string): Promise<StaffEnquiryView> {
    const row = await this.dataSource.manager.findOneBy(Enquiry, { id, hallId: actor.hallId });
    const [transfer, standing] = [await this.who.openTransfer(id), await this.who.standing(actor)];
    const by = row ? this.who.capacities(standing, row, transfer) : [];
    if (!row || by.length === 0) throw platformErrors.NOT_FOUND();
    const { view, steps, deadlines } = await this.views.whole(row, transfer, by, actor);
    const asker = row.residentId === null
      ? { name: this.records.open(row.askerNameCipher, 'name', id), reached: row.askerNameCipher !== null || row.askerPhoneCipher !== null }
      : await this.people.resident(row.residentId).then(({ name, phone }) => ({ name, reached: name !== null || phone !== null }));
    const mayAct = by.includes('owner') || by.includes('superior');
    return {
      ...view, way: row.way, wayLabel: ENQUIRY_WAY_LABELS[row.way], ownerId: row.ownerId, askerName: asker.name === null ? null : maskName(asker.name), contactable: asker.reached && mayAct, mine: by.includes('owner'), deadlines,
      draft: view.actions.includes('answer') ? await this.draft(id) : null, guide: await this.guide.proposal(row, steps, mayAct),
    };
  }

  /** Whom a question can be offered to. */
  async takers(actor: StaffActor): Promise<EnquiryTakersView> {
    const [staff, sections, names, open] = await Promise.all([
      this.people.staffOf(actor.hallId), this.halls.departments(actor.hallId), this.views.names(actor.hallId),
      this.dataSource.manager.find(Enquiry, { where: { hallId: actor.hallId, state: In(WAITING) }, select: { id: true, ownerId: true } }),
    ]);
    return {
      people: staff.filter((each) => mayAnswer(each) && each.id !== actor.id).map(({ id, name, post, departmentId }) =>
        ({ id, name, post, departmentName: names.section(departmentId), actingName: names.acting(id), open: open.filter(({ ownerId }) => ownerId === id).length })),
      sections: sections.map(({ id, name }) => ({ id, name })),
    };
  }

  private async draft(enquiryId: string) {
    const row = await this.dataSource.manager.findOneBy(EnquiryDraft, { enquiryId });
    return row && { text: this.records.open(row.textCipher, 'draft', row.id)!, writtenBy: await this.people.staffName(row.writtenBy), savedAt: row.savedAt, version: row.version };
  }

  private async lists(actor: StaffActor): Promise<Lists> {
    const [standing, overdue] = await Promise.all([this.who.standing(actor), this.deadlines.owed(actor.hallId, { code: 'enquiry.answer', overdue: true })]);
    const offers = await this.dataSource.manager.find(EnquiryTransfer, { where: [{ state: 'offered', toStaffId: In([...standing.names]) }, { state: 'offered', toDepartmentId: In([...standing.departments]) }] });
    return { standing, overdueIds: overdue.map(({ subjectId }) => subjectId), offeredIds: offers.filter((offer) => offer.toStaffId === standing.me || !standing.names.includes(offer.fromId)).map(({ enquiryId }) => enquiryId) };
  }

  /** What one list holds of what is for the actor's eyes; what waits longest first, what is done the newest first. */
  private rows(actor: StaffActor, { standing, offeredIds, overdueIds }: Lists, scope: EnquiryScope): SelectQueryBuilder<Enquiry> {
    const rows = this.dataSource.manager.createQueryBuilder(Enquiry, 'e').where('e.hallId = :hallId', { hallId: actor.hallId });
    const [names, offered, overdue] = [{ names: listed(standing.names) }, { offered: listed(offeredIds) }, { overdue: listed(overdueIds) }];
    if (!standing.superior) {
      rows.andWhere(new Brackets((any) => any.where("e.addressee = 'section'").orWhere('e.ownerId IN (:...names)', names).orWhere('e.id IN (:...offered)', offered)));
    }
    const waiting = () => rows.andWhere('e.state IN (:...waiting)', { waiting: WAITING });
    if (scope === 'mine') waiting().andWhere('e.ownerId IN (:...names)', names);
    if (scope === 'offered') waiting().andWhere('e.id IN (:...offered)', offered);
    if (scope === 'unowned') waiting().andWhere('e.ownerId IS NULL');
    if (scope === 'overdue') waiting().andWhere('e.id IN (:...overdue)', overdue);
    if (scope === 'open') waiting();
    if (scope === 'answered') rows.andWhere("e.state = 'answered'");
    const newestFirst = scope === 'answered' || scope === 'all';
    return newestFirst ? rows.orderBy('e.changedAt', 'DESC').addOrderBy('e.id', 'DESC') : rows.orderBy('e.askedAt').addOrderBy('e.id');
  }

  private async searched(asked: SelectQueryBuilder<Enquiry>, q: string, at: number): Promise<[Enquiry[], number]> {
    const rows = await asked.take(LOOKED_THROUGH).getMany();
    const questions = await this.views.questions(rows.map(({ id }) => id));
    const found = rows.filter((row) => row.number.includes(q.toUpperCase()) || (questions.get(row.id) ?? '').includes(q));
    return [found.slice(at, at + PAGE), found.length];
  }
}

/** `IN ()` is no SQL: an empty list finds nothing. */
const listed = (ids: readonly string[]): string[] => (ids.length === 0 ? ['-'] : [...ids]);
