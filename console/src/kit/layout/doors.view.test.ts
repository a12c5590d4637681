import { permissionsOf } from '@hall/shared/identity/permissions';
import { barOf, DOORS, openDoors } from './doors.view.ts';

describe('the doors of the console', () => {
  it('shows a window clerk only the rooms of the post', () => {
    expect(openDoors(['queue.call', 'case.find', 'window.handle']).map((door) => door.path)).toEqual(['/desk', '/find', '/rating-questions']);
  });

  it('shows what is owed to whoever owes it, not only to who watches over it', () => {
    expect(openDoors(['enquiry.answer']).map((door) => door.path)).toEqual(['/enquiries', '/deadlines']);
  });

  it('lets a clerk write down whose rights are at stake, and read again what reached them', () => {
    const clerk = barOf(openDoors(permissionsOf(['clerk'])));
    expect(clerk.timely.map(({ path }) => path)).toEqual(['/relays', '/rights']);
  });

  it('lets a clerk look at who may become star, and take down a doubt for whoever has no phone', () => {
    expect(barOf(openDoors(permissionsOf(['clerk']))).sunny.map(({ path }) => path)).toEqual(['/stars', '/desk-disputes']);
  });

  it('shows no door to someone without permissions', () => {
    expect(openDoors([])).toEqual([]);
  });

  it('puts the rooms of keeping the hall behind one word, and a single one beside the others', () => {
    const paths = (doors: readonly { path: string }[]) => doors.map((door) => door.path);
    const head = barOf(openDoors(['queue.call', 'policy.edit', 'calendar.edit', 'device.pair']));
    expect([paths(head.daily), paths(head.keeping)]).toEqual([['/desk', '/rating-questions'], ['/calendar', '/policy', '/devices']]);
    const keeper = barOf(openDoors(['device.pair']));
    expect([paths(keeper.daily), paths(keeper.keeping)]).toEqual([['/devices'], []]);
  });

  it('puts what must come in time behind one word as well', () => {
    const leader = barOf(openDoors(['relay.send', 'rights.handle', 'deadline.read']));
    expect([leader.daily, leader.timely].map((doors) => doors.map(({ path }) => path))).toEqual([['/deadlines'], ['/relays', '/rights']]);
  });

  it('has one permission and one address for each door', () => {
    expect(new Set(DOORS.map((door) => door.path)).size).toBe(DOORS.length);
    for (const door of DOORS) expect(door.permission).toMatch(/^[a-z]+\.[a-z-]+$/);
  });
});
