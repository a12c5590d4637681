import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { People } from '../../features/identity/people.ts';
import { TestApp } from '../../testing/test-app.ts';
import { Clock } from '../clock/clock.ts';
import { Settings } from '../config/settings.ts';
import { CryptoPort } from '../crypto/crypto.port.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { onEveryDatabase } from '../persistence/testing/on-every-database.ts';
import { AccessGuard } from './access.guard.ts';
import { ACCESS, type AccessDecision } from './access.ts';
import { ActorDirectory } from './actor-directory.ts';
import { Sessions } from './sessions.ts';

const WANG = { name: '王大山', citizenId: '420606199001011239' };

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => { hall = await TestApp.start(database.url); });
  afterAll(() => hall.close());

  /** A door of one process; each process remembers by itself whom it has let in. */
  function doorOf(sessions: Sessions, decision: AccessDecision) {
    const guard = new AccessGuard({ getAllAndOverride: (key: string) => (key === ACCESS ? decision : undefined) } as unknown as Reflector, sessions, hall.app.get(Settings));
    return async (token: string) => {
      const request = { headers: { authorization: `Bearer ${token}` } };
      const context = { switchToHttp: () => ({ getRequest: () => request }), getHandler: () => null, getClass: () => null } as unknown as ExecutionContext;
      return guard.canActivate(context).then(() => 'in', (error: { code: string }) => error.code);
    };
  }
  const anotherProcess = () => new Sessions(hall.app.get(UnitOfWork), hall.app.get(CryptoPort), hall.app.get(Clock), hall.app.get(ActorDirectory));

  test('whoever has just shown who they are is let in at once, here and at a process that had seen them before', async () => {
    const { token, actor } = await hall.resident();
    const decision: AccessDecision = { who: 'resident', atLeast: 'verified' };
    const doors = [doorOf(hall.app.get(Sessions), decision), doorOf(anotherProcess(), decision)];
    for (const door of doors) expect(await door(token)).toBe('NOT_ALLOWED');
    await hall.work((work) => hall.app.get(People).verify(work, actor.id, WANG));
    for (const door of doors) expect(await door(token)).toBe('in');
  });

  test('a right given to a clerk counts from her next request on', async () => {
    const { token, actor } = await hall.staff(['clerk']);
    const door = doorOf(anotherProcess(), { who: 'staff', permission: 'policy.edit' });
    expect(await door(token)).toBe('NOT_ALLOWED');
    await hall.work((work) => work.execute('UPDATE staff_grant SET roles = ? WHERE staff_id = ?', [JSON.stringify(['head']), actor.id]));
    expect(await door(token)).toBe('in');
  });
});
