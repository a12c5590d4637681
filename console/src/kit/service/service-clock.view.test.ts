import { serviceClock } from './service-clock.view.ts';

const ticket = { state: 'serving', servingSince: 100_000, runningSeconds: 0, parkedSeconds: 0, clockLimitSeconds: 300 } as const;

describe('the five-minute clock', () => {
  it('starts when the person stands at the window, not when the number is called', () => {
    expect(serviceClock({ ...ticket, servingSince: null }, 500_000)).toEqual({ running: false, seconds: 0, share: 0, over: false });
  });

  it('counts the service and leaves parked time out', () => {
    expect(serviceClock(ticket, 250_000)).toMatchObject({ seconds: 150, share: 0.5, over: false });
    expect(serviceClock({ ...ticket, parkedSeconds: 60 }, 250_000).seconds).toBe(90);
  });

  it('stands while somebody who was put aside is called back', () => {
    const called = { ...ticket, state: 'called', runningSeconds: 60, parkedSeconds: 600 } as const;
    expect([serviceClock(called, 800_000), serviceClock(called, 900_000)].map(({ running, seconds }) => [running, seconds])).toEqual([[false, 60], [false, 60]]);
  });

  it('is over only after the last second of the promise', () => {
    expect(serviceClock(ticket, 400_000)).toMatchObject({ seconds: 300, over: false });
    expect(serviceClock(ticket, 401_000)).toMatchObject({ seconds: 301, share: 1, over: true });
  });

  it('never runs backwards when clocks disagree', () => {
    expect(serviceClock(ticket, 90_000).seconds).toBe(0);
  });
});
