import { createHash } from 'node:crypto';
import type { RatingProofView } from '@hall/shared/api/views';
import { proofOf } from '@hall/shared/ledger/merkle.rules';
import { ratingLeaves, ratingSeal, ratingsRoot } from '@hall/shared/rating/ledger-month.rules';
import { phone } from '../../kit/testing/taro-double.ts';
import { closeSession } from '../../kit/session.ts';
import { prove } from './prove.ts';
import { digest } from './sha256.ts';

const said = { month: '2026-10', level: 4, attitude: null, quality: 5, activities: null };
const seal = ratingSeal(digest, 'salt', said);
const all = ratingLeaves(digest, [seal, digest('another'), digest('a third')], 'nothing');
const root = ratingsRoot(digest, all);
const SLIP = '/public/slips/K7PQ/';

/** The hall answers with this proof, and the ledger with this root. */
function answers(proof: Partial<NonNullable<RatingProofView['proof']>> | null, published = root): void {
  const index = all.findIndex((leaf) => leaf === digest(`0:${seal}`));
  const whole = proof && { salt: 'salt', said, steps: proofOf(digest, all, index), root, seq: 812, shortCode: '7K3M-02QX-9FTD', ...proof };
  phone.answer = ({ url }) => ({ statusCode: 200, data: url.includes('/proof') ? { month: '2026-10', publishedOn: '2026-11-16', proof: whole } : { items: [{ seq: 812, kind: 'ratings.month', body: { month: '2026-10', root: published } }], next: null } });
}

describe('proving that a rating was counted', () => {
  beforeEach(() => { phone.reset(); closeSession(true); });

  test('its digest is SHA-256', () => {
    for (const text of ['', 'abc', 'a'.repeat(200)]) expect(digest(text)).toBe(createHash('sha256').update(text).digest('hex'));
  });
  test('the phone finds the rating in the month by itself, up to the root in the public ledger', async () => {
    answers({});
    expect(await prove(SLIP)).toEqual({ found: 'counted', month: '2026-10', level: 4, seq: 812, shortCode: '7K3M-02QX-9FTD' });
    expect(phone.asked.map(({ url }) => url.replace(/^.*\/api/, '')).pop()).toBe('/public/ledger/entries?kind=ratings.month&before=813');
  });
  test('before the month is published it says when', async () => {
    answers(null);
    expect(await prove(SLIP)).toEqual({ found: 'not-yet', publishedOn: '2026-11-16' });
  });
  test('a level that is not the one that was counted, and a root that was never published, are not believed', async () => {
    answers({ said: { ...said, level: 5 } });
    expect(await prove(SLIP)).toEqual({ found: 'different' });
    answers({}, digest('another root'));
    expect(await prove(SLIP)).toEqual({ found: 'different' });
  });
});
