import { closeSession, openSession } from '../kit/session.ts';
import { phone } from '../kit/testing/taro-double.ts';
import { castVote, fetchReceipt } from './cast.ts';
import { keepVote, keptVote } from './kept-votes.ts';

const HOUR = 3_600_000;
const round = { id: 'r', candidates: [{ id: 'wang' }, { id: 'li' }] } as Parameters<typeof fetchReceipt>[0];
const receipt = { roundId: 'r', round: 'c', ballot: 'b', choice: 'x', candidateName: '李文静', monthLabel: '2026年11月' };

describe('a vote from this phone', () => {
  beforeEach(() => {
    phone.reset();
    closeSession(true);
    openSession({ token: 't', accountId: 'me', expiresAt: Date.now() + HOUR, renewalToken: 'r', renewalExpiresAt: Date.now() + 2 * HOUR });
  });

  test('whose answer was lost is asked for again with the nonce that lies here, and the receipt stays', async () => {
    phone.answer = () => ({ statusCode: 503, data: { code: 'UNAVAILABLE', title: '' } });
    await expect(castVote('r', 'li')).rejects.toMatchObject({ status: 503 });
    const { nonce } = keptVote('me', 'r')!;
    phone.asked = [];
    phone.answer = () => ({ statusCode: 200, data: receipt });
    await fetchReceipt(round);
    expect(phone.asked.map(({ data }) => data)).toEqual([{ candidateId: 'wang', nonce }]);
    expect(keptVote('me', 'r')?.receipt).toEqual(receipt);
    await fetchReceipt(round);
    expect(phone.asked).toHaveLength(1);
  });

  test('that never arrived, because it was given on another phone, leaves nothing here', async () => {
    keepVote('me', { roundId: 'r', nonce: 'n', receipt: null });
    phone.answer = () => ({ statusCode: 409, data: { code: 'STAR_VOTED_ALREADY', title: '', status: 409 } });
    await fetchReceipt(round);
    expect(keptVote('me', 'r')).toBeNull();
    phone.asked = [];
    await fetchReceipt(round);
    expect(phone.asked).toEqual([]);
  });

  test('waits for the network when the receipt cannot be fetched just now', async () => {
    keepVote('me', { roundId: 'r', nonce: 'n', receipt: null });
    phone.answer = () => ({ statusCode: 503, data: { code: 'UNAVAILABLE', title: '', status: 503 } });
    await fetchReceipt(round);
    expect(keptVote('me', 'r')).toEqual({ roundId: 'r', nonce: 'n', receipt: null });
  });
});
