import { DOORS, openDoors } from './doors.view.ts';

describe('the doors of the console', () => {
  it('shows a window clerk only the rooms of the post', () => {
    expect(openDoors(['queue.call', 'case.find', 'window.handle']).map((door) => door.path)).toEqual(['/desk', '/find']);
  });

  it('shows no door to someone without permissions', () => {
    expect(openDoors([])).toEqual([]);
  });

  it('has one permission and one address for each door', () => {
    expect(new Set(DOORS.map((door) => door.path)).size).toBe(DOORS.length);
    for (const door of DOORS) expect(door.permission).toMatch(/^[a-z]+\.[a-z-]+$/);
  });
});
