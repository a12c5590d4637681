import type { ApplicationView } from '@hall/shared/api/views';
import { ApiError } from '../kit/api.ts';
import { DraftKeeper, type DraftGround } from './draft-keeper.ts';
import type { Pending } from './draft.state.ts';

const NOW = Date.parse('2026-11-23T02:32:00Z');
const application = (version: number, answers = {}): ApplicationView => ({ id: 'case', version, answers, savedAt: NOW }) as unknown as ApplicationView;

function desk(answer: (version: number, answers: Pending) => ApplicationView | ApiError) {
  const seen = { sent: [] as { version: number; answers: Pending }[], remembered: undefined as Pending | null | undefined, read: application(9) };
  const ground: DraftGround = {
    send: async (_, version, answers) => {
      seen.sent.push({ version, answers });
      await Promise.resolve();
      const result = answer(version, answers);
      if (result instanceof ApiError) throw result;
      return result;
    },
    read: () => Promise.resolve(seen.read),
    remember: (pending) => { seen.remembered = pending; },
    now: () => NOW,
  };
  return { seen, keeper: (pending: Pending = {}) => new DraftKeeper(ground, application(1), pending) };
}

const lost = () => new ApiError(0, 'UNREACHABLE', '没有连上服务器。');

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

describe('a draft saves itself', () => {
  test('on the phone at once, and on the server when the hand rests', async () => {
    const { seen, keeper } = desk((version) => application(version + 1));
    const draft = keeper();
    draft.change({ name: '王' });
    draft.change({ name: '王秀英' });
    expect(seen.remembered).toEqual({ name: '王秀英' });
    expect(seen.sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(seen.sent).toEqual([{ version: 1, answers: { name: '王秀英' } }]);
    expect(seen.remembered).toBeNull();
    expect(draft.held.state).toEqual({ kind: 'server', at: NOW });
  });

  test('what is written while a letter is under way goes out in the next one, under the new version', async () => {
    const { seen, keeper } = desk((version) => application(version + 1));
    const draft = keeper();
    draft.change({ name: '王秀英' });
    const flushed = draft.flush();
    draft.change({ phone: '13812345678' });
    await expect(flushed).resolves.toBe(true);
    expect(seen.sent).toEqual([{ version: 1, answers: { name: '王秀英' } }, { version: 2, answers: { phone: '13812345678' } }]);
  });

  test('a lost network keeps the writing on the phone and says so, and sends it by itself later', async () => {
    let network = false;
    const { seen, keeper } = desk((version) => (network ? application(version + 1) : lost()));
    const draft = keeper();
    draft.change({ name: '王秀英' });
    await expect(draft.flush()).resolves.toBe(false);
    expect(seen.remembered).toEqual({ name: '王秀英' });
    expect(draft.held.state).toEqual({ kind: 'phone', at: NOW });
    network = true;
    await jest.advanceTimersByTimeAsync(8_000);
    expect(seen.remembered).toBeNull();
    expect(draft.held.state).toMatchObject({ kind: 'server' });
  });

  test('writing found on the phone after a restart is sent first thing', async () => {
    const { seen, keeper } = desk((version) => application(version + 1));
    await expect(keeper({ bankCard: '6217002870012345674' }).flush()).resolves.toBe(true);
    expect(seen.sent).toEqual([{ version: 1, answers: { bankCard: '6217002870012345674' } }]);
  });

  test('when another device was quicker, its state is taken and the writing laid over it', async () => {
    const { seen, keeper } = desk((version) => (version === 9 ? application(10) : new ApiError(409, 'STALE_VERSION', '内容已更新')));
    const draft = keeper({ name: '王秀英' });
    await expect(draft.flush()).resolves.toBe(true);
    expect(seen.sent.map(({ version }) => version)).toEqual([1, 9]);
    expect(draft.held.application.version).toBe(10);
  });

  test('a page that looks on hears of every change, until it looks away', () => {
    const { keeper } = desk((version) => application(version + 1));
    const draft = keeper();
    const heard = jest.fn();
    const stop = draft.subscribe(heard);
    draft.change({ name: '王' });
    draft.learn(application(1));
    expect(heard).toHaveBeenCalledTimes(1);
    draft.learn(application(5));
    expect(draft.held.application.version).toBe(5);
    stop();
    draft.change({ name: '王秀' });
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('a refusal is shown as the sentence of the server, and nothing is thrown away', async () => {
    const { seen, keeper } = desk(() => new ApiError(422, 'ANSWERS_TOO_LONG', '“姓名”太长了。'));
    const draft = keeper({ name: '王'.repeat(40) });
    await expect(draft.flush()).resolves.toBe(false);
    expect(draft.held.state).toEqual({ kind: 'refused', message: '“姓名”太长了。' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(seen.sent).toHaveLength(1);
  });
});
