import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { addDays, type Day } from '@hall/shared/kernel/day';
import { leafHash, proofOf } from '@hall/shared/ledger/merkle.rules';
import { firstDayOf, lastDayOf, monthOf, publishedOn, type Month } from '@hall/shared/rating/published-figures.rules';
import { LEAVES_AN_ENTRY, checkRatingProof, ratingLeaves, ratingSeal, ratingsMonth, ratingsRoot, type MonthCounts, type RatingLeaves, type RatingSaid, type RatingsMonth } from '@hall/shared/rating/ledger-month.rules';
import { RATING_DIMENSIONS, type RatingLevel } from '@hall/shared/rating/rating.rules';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';
import { RatingMonth } from './rating-case.entity.ts';
import { Rating, type RatingInvitation } from './rating.entity.ts';
import type { RatingProofView } from './rating-proof.dto.ts';
import { RatingTerms } from './rating-terms.ts';

type SaidRow = Pick<Rating, 'id' | 'level' | 'attitude' | 'quality' | 'activities'>;

/** How far back a month is said that was not said on its day; what ended before the ledger began is not said at all. */
const LOOK_BACK_DAYS = 31;
const AT_ONCE = 500;
const keyOf = (month: Month): string => `ratings:${month}`;
const partKeyOf = (month: Month, part: number): string => `ratings:${month}:${part}`;

/** A month's ratings on the public ledger: sums as they may be told, and for each rating a digest that only who gave it can recognise. */
@Injectable()
export class RatingLedger implements OnModuleInit {
  private readonly digest = (text: string): string => this.crypto.hash(text);

  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: Ledger,
    private readonly crypto: CryptoPort,
    private readonly terms: RatingTerms,
  ) {}

  onModuleInit(): void {
    this.ledger.beforeSealing((work, hallId, day) => this.close(work, hallId, day));
  }

  /** Says every month whose last invitation runs out with this day: from then on nothing of it can change. */
  private async close(work: Work, hallId: string, day: Day): Promise<void> {
    const days = await this.terms.days(hallId);
    const known = await work.rows<{ month: string }>('SELECT DISTINCT month FROM rating_month WHERE hall_id = ? AND month >= ? AND served > 0 ORDER BY month', [hallId, monthOf(addDays(day, -LOOK_BACK_DAYS - days - 31))]);
    for (const { month } of known) {
      const publicFrom = publishedOn(month, days);
      if (publicFrom > addDays(day, 1) || publicFrom <= addDays(day, -LOOK_BACK_DAYS)) continue;
      const [said] = await this.ledger.saidUnder(hallId, [keyOf(month)]);
      if (!said) await this.say(work, hallId, month, day);
    }
  }

  private async say(work: Work, hallId: string, month: Month, day: Day): Promise<void> {
    const seals = await this.seals(work, hallId, month);
    const leaves = ratingLeaves(this.digest, seals, await this.ledger.seal(work, hallId, 'ratings', month, month));
    const parts = Math.ceil(leaves.length / LEAVES_AN_ENTRY);
    for (let part = 1; part <= parts; part += 1) {
      const body: RatingLeaves = { month, part, leaves: leaves.slice((part - 1) * LEAVES_AN_ENTRY, part * LEAVES_AN_ENTRY) };
      await this.ledger.say(work, { hallId, key: partKeyOf(month, part), kind: 'ratings.month', day, body: plain(body) });
    }
    await this.ledger.say(work, { hallId, key: keyOf(month), kind: 'ratings.month', day, body: plain(ratingsMonth(month, countsOf(await work.find(RatingMonth, { hallId, month })), ratingsRoot(this.digest, leaves), parts)) });
  }

  private async seals(work: Work, hallId: string, month: Month): Promise<string[]> {
    const rows = await work.rows<SaidRow>(
      'SELECT r.id, r.level, r.attitude, r.quality, r.activities FROM rating_invitation i JOIN rating r ON r.invitation_id = i.id WHERE i.hall_id = ? AND i.served_on >= ? AND i.served_on <= ?', [hallId, firstDayOf(month), lastDayOf(month)]);
    const seals: string[] = [];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      const names = await this.ledger.codes(hallId, 'rating', some.map(({ id }) => id));
      for (const row of some) {
        const salt = names.get(row.id)?.salt;
        seals.push(salt === undefined ? await this.ledger.seal(work, hallId, 'rating', row.id, { ...saidOf(month, row) }) : ratingSeal(this.digest, salt, saidOf(month, row)));
      }
    }
    return seals;
  }

  /** What proves to whoever gave this rating that it is in; without a rating there is nothing to prove. */
  async proof(invitation: RatingInvitation): Promise<RatingProofView> {
    const { hallId, servedOn } = invitation;
    const rating = await this.dataSource.manager.findOneBy(Rating, { invitationId: invitation.id });
    const month = monthOf(servedOn);
    const publicFrom = publishedOn(month, await this.terms.days(hallId));
    if (!rating) return { month, publishedOn: publicFrom, proof: null };
    const [[told], place, names] = await Promise.all([this.ledger.saidUnder<RatingsMonth>(hallId, [keyOf(month)]), this.ledger.placeOf(hallId, keyOf(month)), this.ledger.codes(hallId, 'rating', [rating.id])]);
    const salt = names.get(rating.id)?.salt;
    if (!told || !place || salt === undefined) return { month, publishedOn: publicFrom, proof: null };
    const said = saidOf(month, rating);
    const parts = await this.ledger.saidUnder<RatingLeaves>(hallId, Array.from({ length: told.parts }, (_, at) => partKeyOf(month, at + 1)));
    const leaves = [...parts].sort((a, b) => a.part - b.part).flatMap((part) => part.leaves);
    const index = leaves.indexOf(leafHash(this.digest, ratingSeal(this.digest, salt, said)));
    const steps = index < 0 ? [] : proofOf(this.digest, leaves, index);
    const proof = { salt, said, steps, root: told.root };
    if (!checkRatingProof(this.digest, proof)) return { month, publishedOn: publicFrom, proof: null };
    return { month, publishedOn: publicFrom, proof: { ...proof, seq: place.seq, shortCode: await this.ledger.sealOver(hallId, place.seq) } };
  }
}

const plain = (body: object): { [name: string]: Json } => ({ ...body }) as { [name: string]: Json };
const whole = (value: number | string | null): number | null => (value === null ? null : Number(value));
const saidOf = (month: Month, { level, attitude, quality, activities }: SaidRow): RatingSaid => ({ month, level: Number(level), attitude: whole(attitude), quality: whole(quality), activities: whole(activities) });

function countsOf(rows: readonly RatingMonth[]): MonthCounts {
  const sum = (of: (row: RatingMonth) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const levels: Record<RatingLevel, number> = { 1: sum(({ level1 }) => level1), 2: sum(({ level2 }) => level2), 3: sum(({ level3 }) => level3), 4: sum(({ level4 }) => level4), 5: sum(({ level5 }) => level5) };
  return {
    served: sum(({ served }) => served), rated: sum(({ rated }) => rated), negative: levels[1] + levels[2], answered: sum(({ answered }) => answered), revisited: sum(({ revisited }) => revisited), levels,
    said: Object.fromEntries(RATING_DIMENSIONS.map(({ code }) => [code, { said: sum((row) => row[`${code}Said`]), satisfied: sum((row) => row[`${code}Satisfied`]) }])) as MonthCounts['said'],
  };
}
