import type { StaffHonourList } from '../../cloud-api/src/features/lights/lights-staff.dto.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { Counter } from './household.ts';
import type { OccasionThing } from './occasions.ts';

export interface Lights {
  staffId: string;
  honourId: string;
}

/** Somebody's service card in its first draft, and an honour of theirs. */
export async function hangLights(hall: TestApp, { token }: Pick<Counter, 'token'>): Promise<Lights> {
  const { actor } = await hall.staff(['clerk'], '廖世芬');
  await hall.call('PUT', `/staff/lights/cards/${actor.id}/draft`, { token, body: { duties: ['办理参保登记'], version: 0 } });
  const { body } = await hall.call<StaffHonourList>('POST', '/staff/lights/honours', { token, key: newId(), body: { holderKind: 'person', holderId: actor.id, title: '先进个人', givenBy: '区人社局', document: '区人社发〔2026〕8号', givenOn: '2026-05-01' } });
  return { staffId: actor.id, honourId: body.items[0]!.id };
}

/** For each door of theirs that names a thing: one that is really there. */
export function doorsOfLights({ staffId, honourId }: Lights): Record<string, OccasionThing> {
  return {
    'GET /api/staff/lights/cards/:staffId': { ids: [staffId] },
    'PUT /api/staff/lights/cards/:staffId/draft': { ids: [staffId], body: { duties: ['别人写的'], version: 2 } },
    'POST /api/staff/lights/cards/:staffId/publish': { ids: [staffId], body: { version: 2 } },
    'POST /api/staff/lights/cards/:staffId/withdraw': { ids: [staffId], body: { version: 2 } },
    'POST /api/staff/lights/honours/:id/withdraw': { ids: [honourId], body: { reason: '登记错了', version: 1 } },
  };
}
