import { actionsFrom, finalStates, move, reachableFrom } from './moves.ts';
import type { Moves } from './moves.ts';

const DOOR: Moves<'open' | 'shut' | 'locked' | 'removed', 'shut' | 'lock' | 'unlock' | 'open'> = {
  open: { shut: 'shut' }, shut: { lock: 'locked', open: 'open' }, locked: { unlock: 'shut' }, removed: {},
};

test('a move that is written leads where it says', () => expect(move(DOOR, 'open', 'shut')).toEqual({ ok: true, value: 'shut' }));
test('a move that is not written is refused', () => expect(move(DOOR, 'open', 'lock')).toMatchObject({ ok: false, code: 'MOVE_NOT_ALLOWED' }));
test('the moves of a state are listed', () => expect(actionsFrom(DOOR, 'shut')).toEqual(['lock', 'open']));
test('what no chain of moves reaches is not reachable', () => expect([...reachableFrom(DOOR, 'locked')].sort()).toEqual(['locked', 'open', 'shut']));
test('a state without moves is final', () => expect(finalStates(DOOR)).toEqual(['removed']));
