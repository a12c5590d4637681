import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { ContactPersonView, EnquiryCardList, EnquiryContactsView, EnquiryView } from './enquiry.dto.ts';
import { GuideQueries } from './guide.queries.ts';
import { Enquiry, EnquiryTransfer } from './enquiry.entity.ts';
import { EnquiryViews } from './enquiry.views.ts';

/** The most a list on the phone shows, the newest first. */
const MOST = 100;

/** What a resident reads: whom to ask, and their own questions. */
@Injectable()
export class EnquiryQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: EnquiryViews,
    private readonly roster: DutyRoster,
    private readonly people: People,
    private readonly halls: Halls,
    private readonly guide: GuideQueries,
    private readonly clock: Clock,
  ) {}

  /** Who leads the hall today and who heads each section, with phones. */
  async contacts(): Promise<EnquiryContactsView> {
    const hallId = await this.halls.defaultHallId();
    const day = dayOf(this.clock.now());
    const [hall, openState, duty, sections, staff, acting, others] = await Promise.all([
      this.halls.hall(hallId), this.halls.openState(hallId), this.roster.onDuty(hallId, day), this.halls.departments(hallId), this.people.staffOf(hallId), this.roster.actingOn(hallId, day), this.guide.search({ kind: 'contact' }),
    ]);
    const heading = (departmentId: string): ContactPersonView | null => {
      const head = staff.find((each) => each.departmentId === departmentId && each.roles.includes('head'));
      const there = head && staff.find(({ id }) => id === acting(head.id));
      return head && there ? { name: there.name, post: there.post, photoUrl: there.photoUrl, inNameOf: there.id === head.id ? null : head.name } : null;
    };
    return {
      day, hallName: hall.name, hallPhone: hall.phone, openState,
      leader: duty && { name: duty.actingName, post: duty.post, photoUrl: duty.photoUrl, inNameOf: duty.actingId === duty.leaderId ? null : duty.leaderName },
      sections: sections.map(({ id, name, phone }) => ({ departmentId: id, name, phone: phone ?? hall.phone, person: heading(id) })),
      others: others.items.map(({ id, question, phone, excerpt }) => ({ id, name: question, phone: phone ?? '', note: excerpt })),
    };
  }

  async mine(actor: ResidentActor): Promise<EnquiryCardList> {
    const rows = await this.dataSource.manager.find(Enquiry, { where: { residentId: actor.id }, order: { askedAt: 'DESC', id: 'DESC' }, take: MOST });
    if (rows.length === 0) return { items: [] };
    return { items: await this.views.cards(rows, await this.views.names(rows[0]!.hallId, rows.map(({ ownerId }) => ownerId))) };
  }

  /** @throws NOT_FOUND also for somebody else's */
  async one(actor: ResidentActor, id: string): Promise<EnquiryView> {
    const row = await this.dataSource.manager.findOneBy(Enquiry, { id, residentId: actor.id });
    if (!row) throw platformErrors.NOT_FOUND();
    return (await this.views.whole(row, await this.dataSource.manager.findOneBy(EnquiryTransfer, { openKey: id }), ['asker'])).view;
  }
}
