import { boardOf, newer, reconnectAfter, topicOf } from './live.view.ts';

describe('the live line to the hall', () => {
  it('tries again after one second, then ever more patiently up to half a minute', () => {
    expect(reconnectAfter(0, 1)).toBe(1_000);
    expect(reconnectAfter(3, 1)).toBe(8_000);
    expect(reconnectAfter(40, 1)).toBe(30_000);
  });

  it('spreads the screens of a hall so that they do not all come back in the same moment', () => {
    expect(reconnectAfter(2, 0)).toBe(3_000);
    expect(reconnectAfter(2, 0.5)).toBe(3_500);
  });

  it('drops a board that is older than, or the same as, the one shown', () => {
    expect(newer(null, { version: 0 })).toBe(true);
    expect(newer({ version: 7 }, { version: 8 })).toBe(true);
    expect(newer({ version: 7 }, { version: 7 })).toBe(false);
    expect(newer({ version: 7 }, { version: 6 })).toBe(false);
  });

  it('tells what a message is about', () => {
    expect([topicOf('{"topic":"device:a1","version":1,"state":{}}'), topicOf('[]'), topicOf('{')]).toEqual(['device:a1', null, null]);
  });

  it('reads only whole board messages', () => {
    expect(boardOf('{"topic":"board","version":3,"state":{"version":3}}')).toEqual({ version: 3 });
    expect(boardOf('{"topic":"ticket","state":{"version":3}}')).toBeNull();
    expect(boardOf('{"topic":"board","state":{}}')).toBeNull();
    expect(boardOf('not json')).toBeNull();
  });
});
