import { Injectable } from '@nestjs/common';
import { OPEN_APPLICATION_STATES } from '@hall/shared/enrolment/application.moves';
import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { dayOf } from '@hall/shared/kernel/day';
import { checkPhone } from '@hall/shared/kernel/phone';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { Cases, type CaseFacts } from '../enrolment/cases.ts';
import { People } from '../identity/people.ts';
import type { BookForCaller, CallerMatterWish, MatterWish } from './booking.dto.ts';
import { bookingErrors } from './booking.errors.ts';
import { MatterShelf } from './matter-shelf.ts';
import { openKeyOf, type VisitWish } from './visit-wish.ts';

interface Person {
  key: string;
  name: string | null;
}

/** Turns what somebody wants to come for into matters of persons, and checks that both are theirs to name. */
@Injectable()
export class VisitWishes {
  constructor(
    private readonly people: People,
    private readonly cases: Cases,
    private readonly shelf: MatterShelf,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for a relative or case of somebody else, BOOKING_MATTER_UNKNOWN, BOOKING_CASE_CLOSED, BOOKING_MATTER_TWICE */
  async ofResident(actor: ResidentActor, wanted: readonly MatterWish[]): Promise<VisitWish[]> {
    const cases = await this.cases.factsOf(wanted.flatMap((wish) => wish.applicationId ?? []));
    let self: Promise<Person> | undefined;
    const wishes: VisitWish[] = [];
    for (const wish of wanted) {
      const application = wish.applicationId === undefined ? null : cases.get(wish.applicationId);
      if (application === undefined || (application && application.residentId !== actor.id)) throw platformErrors.NOT_FOUND();
      const relativeId = application?.relativeId ?? wish.relativeId;
      const person = relativeId ? await this.relative(actor.id, relativeId) : await (self ??= this.self(actor.id));
      wishes.push(await this.wish(wish.matterId, person, application, actor.id));
    }
    return distinct(wishes);
  }

  /** For somebody on the phone or at the desk; the ID number is asked for but not needed. */
  async ofCaller(actor: StaffActor, input: Pick<BookForCaller, 'callerName' | 'callerPhone' | 'citizenId'> & { matters: readonly CallerMatterWish[] }): Promise<{ wishes: VisitWish[]; phone: string }> {
    const phone = phoneOf(input.callerPhone);
    const caller: Person = { key: input.citizenId ? this.citizenKey(input.citizenId) : `caller:${this.people.phoneIndex(phone)}`, name: input.callerName.trim() };
    const cases = await this.cases.factsOf(input.matters.flatMap((wish) => wish.applicationId ?? []));
    const wishes: VisitWish[] = [];
    for (const wish of input.matters) {
      const application = wish.applicationId === undefined ? null : cases.get(wish.applicationId);
      if (application === undefined || (application && application.hallId !== actor.hallId)) throw platformErrors.NOT_FOUND();
      wishes.push(await this.wish(wish.matterId, caller, application, application?.residentId ?? null));
    }
    return { wishes: distinct(wishes), phone };
  }

  private async wish(matterId: string, person: Person, application: CaseFacts | null, residentId: string | null): Promise<VisitWish> {
    const matter = await this.shelf.matter(matterId);
    if (application && application.matterId !== matterId) throw bookingErrors.BOOKING_CASE_OTHER_MATTER();
    if (application && !OPEN_APPLICATION_STATES.includes(application.state)) throw bookingErrors.BOOKING_CASE_CLOSED();
    return {
      id: newId(), matterId, matterName: matter.name, personKey: application?.citizenIndex ?? person.key, personName: application?.personName || person.name,
      applicationId: application?.id ?? null, caseNumber: application?.caseNumber ?? null, ready: application?.state === 'ready', residentId,
    };
  }

  private async self(residentId: string): Promise<Person> {
    const { citizenIndex, name } = await this.people.identityOf(residentId);
    return { key: citizenIndex ?? `resident:${residentId}`, name };
  }

  private async relative(residentId: string, relativeId: string): Promise<Person> {
    const { citizenIndex, name } = await this.people.relative(residentId, relativeId);
    return { key: citizenIndex, name };
  }

  private citizenKey(text: string): string {
    const checked = checkCitizenId(text, dayOf(this.clock.now()));
    if (!checked.ok) throw bookingErrors.BOOKING_CITIZEN_ID_INVALID({ fields: [{ path: 'citizenId', code: checked.code, message: checked.message }] });
    return this.people.citizenIndex(checked.value);
  }
}

/** @throws BOOKING_PHONE_INVALID */
export function phoneOf(text: string, path = 'callerPhone'): string {
  const checked = checkPhone(text);
  if (!checked.ok) throw bookingErrors.BOOKING_PHONE_INVALID({ fields: [{ path, code: checked.code, message: checked.message }] });
  return checked.value;
}

function distinct(wishes: VisitWish[]): VisitWish[] {
  const keys = new Set(wishes.map((wish) => openKeyOf(wish.personKey, wish.matterId)));
  if (keys.size < wishes.length) throw bookingErrors.BOOKING_MATTER_TWICE();
  return wishes;
}
