import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EnquiryActor } from '@hall/shared/enquiry/enquiry.moves';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { addDays, dayOf, type Instant } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import { EnquiryTransfer, type Enquiry } from './enquiry.entity.ts';

/** What one member of staff is to questions, just now. */
export interface Standing {
  me: string;
  /** Themselves, and everybody away whom they act for. */
  names: readonly string[];
  /** The sections of those. */
  departments: readonly string[];
  superior: boolean;
}

/** How many days ahead somebody is looked for who leads the hall next. */
const AHEAD = 14;

/** Who has to do with a question: who receives it, who may read it, and as what somebody acts. */
@Injectable()
export class EnquiryPeople {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roster: DutyRoster,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async standing(actor: StaffActor): Promise<Standing> {
    const [names, staff] = await Promise.all([this.roster.actsFor(actor.hallId, actor.id, this.clock.now()), this.people.staffOf(actor.hallId)]);
    const departments = staff.filter(({ id, departmentId }) => names.includes(id) && departmentId !== null).map(({ departmentId }) => departmentId!);
    return { me: actor.id, names, departments: [...new Set(departments)], superior: actor.permissions.has('deadline.extend') };
  }

  /** As what the member of staff acts; empty for a question that is not for their eyes. */
  capacities(standing: Standing, enquiry: Enquiry, transfer: EnquiryTransfer | null): EnquiryActor[] {
    const owner = enquiry.ownerId !== null && standing.names.includes(enquiry.ownerId);
    // Whoever owns it, or acts for its owner, does not accept their own offer in the name of a colleague who is away and never asked.
    const offered = transfer !== null && (transfer.toStaffId === standing.me || (!owner && ((transfer.toStaffId !== null && standing.names.includes(transfer.toStaffId)) || (transfer.toDepartmentId !== null && standing.departments.includes(transfer.toDepartmentId)))));
    // What is put to the leader may be about a colleague: it is read by the leader, by those who look after the work, and by whoever is asked to take it.
    const receiver = enquiry.addressee === 'section' || standing.superior || owner || offered;
    return [...(receiver ? ['receiver' as const] : []), ...(owner ? ['owner' as const] : []), ...(offered ? ['offered' as const] : []), ...(receiver && standing.superior ? ['superior' as const] : [])];
  }

  openTransfer(enquiryId: string): Promise<EnquiryTransfer | null> {
    return this.dataSource.manager.findOneBy(EnquiryTransfer, { openKey: enquiryId });
  }

  /** Who leads the hall now or, on a day without a shift, who leads it next; the director when nobody is on the roster. */
  async leader(hallId: string, now: Instant): Promise<string | null> {
    for (let ahead = 0; ahead <= AHEAD; ahead += 1) {
      const duty = await this.roster.onDuty(hallId, addDays(dayOf(now), ahead));
      if (duty) return duty.leaderId;
    }
    return this.roster.director(hallId);
  }

  /** Those of a section who answer questions; where it has nobody, the head who looks after it. */
  async answering(hallId: string, departmentId: string): Promise<string[]> {
    const found = (await this.people.staffOf(hallId)).filter((staff) => staff.departmentId === departmentId && mayAnswer(staff)).map(({ id }) => id);
    if (found.length > 0) return found;
    const head = await this.roster.headOf(hallId, departmentId);
    return head === null ? [] : [head];
  }

  /** Whoever acts for the owner, so that news reaches somebody who is there. */
  async acting(hallId: string, ownerId: string | null, now: Instant): Promise<string | null> {
    return ownerId === null ? null : this.roster.actingFor(hallId, ownerId, now);
  }
}

export const mayAnswer = ({ roles }: Pick<StaffFacts, 'roles'>): boolean => permissionsOf(roles).includes('enquiry.answer');
