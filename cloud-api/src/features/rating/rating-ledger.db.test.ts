import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { ratingsBook } from '@hall/shared/audit/ratings-book';
import { instantAt } from '@hall/shared/kernel/day';
import { checkRatingProof, type RatingsMonth } from '@hall/shared/rating/ledger-month.rules';
import { Sessions } from '../../platform/auth/sessions.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { Ledger } from '../ledger/ledger.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import { Rating } from './rating.entity.ts';
import type { RatingProofView } from './rating-proof.dto.ts';
import { RatedHall, type Resident } from './testing/rated-hall.ts';

jest.setTimeout(90_000);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const OCTOBER = instantAt('2026-10-20', '10:00');
/** The last invitation of October runs out with this day. */
const LAST_DAY = '2026-11-15';

onEveryDatabase((database) => {
  let hall: TestApp;
  let at: RatedHall;
  let [resident, neighbour]: Resident[] = [];
  let invitationId = '';
  let slip = '';

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { now: OCTOBER });
    at = await RatedHall.open(hall);
    [resident, neighbour] = [await hall.resident(), await hall.resident()];
    await at.newDay(OCTOBER);
    await hall.app.get(LedgerSequencer).sequence();
    for (const level of [5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 1, 1, 1, 2, 2] as const) invitationId = (await at.rated(resident!, { level, reasons: [], attitude: 4 })).invitationId;
    for (let unrated = 0; unrated < 6; unrated += 1) await at.serve(resident!.actor.id);
    slip = (await at.ratedBySlip()).code;
  });
  afterAll(() => hall.close());

  const seal = async (day: string) => {
    hall.clock.set(instantAt(day, '00:10'));
    await hall.app.get(LedgerSequencer).seal();
  };
  const said = async () => (await hall.app.get(Ledger).said<RatingsMonth>(hall.hallId, 'ratings.month')).filter((body) => !('part' in body));
  const again = async (who: Resident) => ({ token: (await hall.work((work) => hall.app.get(Sessions).issue(work, 'resident', who.actor.id))).token });
  const proof = async (path: string, who?: Resident) => hall.call<RatingProofView & { code?: string }>('GET', path, who && (await again(who)));

  test('a month is said when its last invitation has run out, and not a day earlier', async () => {
    await seal(LAST_DAY);
    expect(await said()).toEqual([]);
    expect((await proof(`/resident/ratings/${invitationId}/proof`, resident)).body).toEqual({ month: '2026-10', publishedOn: '2026-11-16', proof: null });
    await seal('2026-11-16');
    expect(await said()).toEqual([{
      month: '2026-10', served: 22, rated: [16, 16], bands: [[1, 2, 6], [3, 4, 5], [5, 5, 5]], active: [727, 728], good: [625, 625], parts: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/),
      satisfied: [{ code: 'attitude', of: [12, 16], share: [666, 1_000] }, { code: 'quality', of: null, share: null }, { code: 'activities', of: null, share: null }],
    }]);
    await seal('2026-11-18');
    expect(await said()).toHaveLength(1);
  });

  test('the exported ledger agrees with the month by its own leaves', async () => {
    const book = ratingsBook(digest);
    const reader = auditor({ digest, isSigned, books: [book] });
    const file = (await hall.app.get(LedgerQueries).export())!;
    let text = '';
    for await (const part of file.lines) text += part;
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    expect(reader.end()).toMatchObject({ sound: true, findings: [] });
    expect(book.months).toBe(1);
  });

  test('who rated can prove that it was counted, on the phone and by the slip; nobody else can', async () => {
    const mine = (await proof(`/resident/ratings/${invitationId}/proof`, resident)).body.proof!;
    expect(checkRatingProof(digest, mine)).toBe(true);
    expect(mine.said).toMatchObject({ month: '2026-10', level: 2, attitude: 4, quality: null });
    expect(mine.root).toBe((await said())[0]!.root);
    expect(mine.shortCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    expect(checkRatingProof(digest, (await proof(`/public/slips/${slip}/proof`)).body.proof!)).toBe(true);
    expect((await proof(`/resident/ratings/${invitationId}/proof`, neighbour)).body.code).toBe('NOT_FOUND');
  });

  test('a service that was not rated has nothing to prove', async () => {
    const { id } = await at.serve(resident!.actor.id);
    expect((await proof(`/resident/ratings/${id}/proof`, resident)).body).toMatchObject({ proof: null });
  });

  test('a rating that is changed behind the hall’s back proves nothing any more, and a salt that is deleted leaves the month sound', async () => {
    const { id: ratingId } = await hall.dataSource.manager.findOneByOrFail(Rating, { invitationId });
    await hall.work((work) => work.execute('UPDATE rating SET level = 5 WHERE id = ?', [ratingId]));
    expect((await proof(`/resident/ratings/${invitationId}/proof`, resident)).body.proof).toBeNull();
    await hall.work((work) => work.execute('UPDATE rating SET level = 2 WHERE id = ?', [ratingId]));
    expect((await proof(`/resident/ratings/${invitationId}/proof`, resident)).body.proof).not.toBeNull();
    await hall.work((work) => hall.app.get(Ledger).forget(work, 'rating', ratingId));
    expect((await proof(`/resident/ratings/${invitationId}/proof`, resident)).body.proof).toBeNull();
    expect(checkRatingProof(digest, (await proof(`/public/slips/${slip}/proof`)).body.proof!)).toBe(true);
  });
});
