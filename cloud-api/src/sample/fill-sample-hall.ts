import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { dayOf } from '@hall/shared/kernel/day';
import { People } from '../features/identity/people.ts';
import { ResidentsService } from '../features/identity/residents.service.ts';
import { system } from '../platform/auth/actor.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/persistence/unit-of-work.ts';
import { DEMO_PERSONS } from './demo-persons.ts';
import { syntheticPerson } from './synthetic-people.ts';

/** Fills the sample hall with people and what they are about, through the same doors everybody uses. */
export async function fillSampleHall(app: NestFastifyApplication): Promise<void> {
  const today = dayOf(app.get(Clock).now());
  const unitOfWork = app.get(UnitOfWork);
  for (const { key, number, age } of DEMO_PERSONS) {
    const person = syntheticPerson(number, age, today);
    await unitOfWork.run(system('sample'), async (work) => {
      const residentId = await app.get(ResidentsService).accountFor(work, 'demo', key);
      await app.get(People).setPhone(work, residentId, person.phone);
      if (key !== 'new') await app.get(People).declare(work, residentId, person);
    });
  }
}
