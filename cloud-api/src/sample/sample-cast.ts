import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { currentNotices } from '../features/identity/notices.ts';
import { People } from '../features/identity/people.ts';
import { ResidentsService } from '../features/identity/residents.service.ts';
import { Staff } from '../features/identity/staff.entity.ts';
import { system } from '../platform/auth/actor.ts';
import { Sessions } from '../platform/auth/sessions.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/persistence/unit-of-work.ts';
import { SampleActor } from './sample-actor.ts';
import { syntheticPerson, type SyntheticPerson } from './synthetic-people.ts';

/** A resident of the sample: who they are, and their hands on the phone. */
export interface SampleResident {
  id: string;
  person: SyntheticPerson;
  age: number;
  phone: SampleActor;
}

/** Brings the sample's people to their phones and desks. */
export class SampleCast {
  private readonly app: NestFastifyApplication;
  private readonly unitOfWork: UnitOfWork;

  constructor(app: NestFastifyApplication) {
    this.app = app;
    this.unitOfWork = app.get(UnitOfWork);
  }

  /** @param key the way in: a demo person's key, or any other unique word @param agrees whether both notices are agreed to */
  async resident(key: string, number: number, age: number, agrees = true): Promise<SampleResident> {
    const person = syntheticPerson(number, age, dayOf(this.app.get(Clock).now()));
    const residentId = await this.unitOfWork.run(system('sample'), async (work) => {
      const account = await this.app.get(ResidentsService).accountFor(work, 'demo', key);
      await this.app.get(People).setPhone(work, account, person.phone);
      return account;
    });
    const phone = this.actor('resident', residentId);
    if (agrees) {
      for (const { kind, version } of currentNotices()) await phone.post('/resident/consents', { kind, version });
      await phone.put('/resident/me/declaration', { name: person.name, citizenId: person.citizenId });
    }
    return { id: residentId, person, age, phone };
  }

  /** A clerk has seen the card: the account is proven to be this person's. */
  async prove({ id, person }: SampleResident): Promise<void> {
    await this.unitOfWork.run(system('sample'), (work) => this.app.get(People).verify(work, id, person));
  }

  /** Accounts of people whose cards were seen at a window, and the hands on their phones. */
  async proven(people: readonly SyntheticPerson[]): Promise<SampleActor[]> {
    const ids = await this.unitOfWork.run(system('sample'), async (work) => {
      const accounts: string[] = [];
      for (const person of people) {
        const account = await this.app.get(ResidentsService).accountFor(work, 'demo', `proven-${person.phone}`);
        // Somebody who has an account already keeps to that one.
        if ((await this.app.get(People).verify(work, account, person)) === null) accounts.push(account);
      }
      return accounts;
    });
    return ids.map((id) => this.actor('resident', id));
  }

  async staff(userName: string): Promise<SampleActor> {
    const staff = await this.app.get(DataSource).manager.findOneByOrFail(Staff, { userName });
    return this.actor('staff', staff.id);
  }

  private actor(kind: 'resident' | 'staff', id: string): SampleActor {
    return new SampleActor(this.app, () => this.unitOfWork.run(system('sample'), async (work) => (await this.app.get(Sessions).issue(work, kind, id)).token));
  }
}
