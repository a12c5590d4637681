import { comeBack } from './come-back.ts';
import { networkAnswered, networkFailed } from './network.store.ts';

describe('a server that was lost', () => {
  const turns = async () => { for (let turn = 0; turn < 5; turn += 1) await Promise.resolve(); };

  beforeEach(() => { jest.useFakeTimers(); networkAnswered(); });
  afterEach(() => jest.useRealTimers());

  it('is asked again until it answers, and what could not be read is read then, once', async () => {
    let there = false;
    const ask = jest.fn(async () => { if (!there) throw new Error('lost'); networkAnswered(); });
    const back = jest.fn();
    const stop = comeBack(ask, back);
    networkFailed();
    for (let round = 0; round < 3; round += 1) { jest.advanceTimersByTime(4_000); await turns(); }
    expect([ask.mock.calls.length, back.mock.calls.length]).toEqual([3, 0]);
    there = true;
    jest.advanceTimersByTime(4_000);
    await turns();
    jest.advanceTimersByTime(60_000);
    await turns();
    expect([ask.mock.calls.length, back.mock.calls.length]).toEqual([4, 1]);
    stop();
  });

  it('is not asked while it answers, nor when another question found it first', async () => {
    const ask = jest.fn(async () => undefined);
    const back = jest.fn();
    const stop = comeBack(ask, back);
    jest.advanceTimersByTime(60_000);
    networkFailed();
    networkAnswered();
    jest.advanceTimersByTime(60_000);
    await turns();
    expect([ask.mock.calls.length, back.mock.calls.length]).toEqual([0, 1]);
    stop();
  });
});
