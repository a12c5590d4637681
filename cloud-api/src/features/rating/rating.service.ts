import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { halfWidth } from '@hall/shared/kernel/half-width';
import { checkRating, invitationExpiresOn, isNegative, mayRate, type RatingInput } from '@hall/shared/rating/rating.rules';
import { ANYONE, type ResidentActor, type StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { ratingErrors } from './rating.errors.ts';
import { ratingGiven, ratingInvited } from './rating.events.ts';
import { Rating, RatingInvitation } from './rating.entity.ts';
import { RatingMonths } from './rating-months.ts';
import { Ledger } from '../ledger/ledger.ts';
import { RatingTerms } from './rating-terms.ts';

const PURPOSE = 'rating-slip';
const CODE = 'rating-slip-code';
/** Without 0, O, 1 and I, which are mistaken for each other; 32 signs, so every byte is fair. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/** A service that was just given, as far as its invitation must know it. */
export interface ServedService {
  ticketId: string;
  hallId: string;
  residentId: string | null;
  matterIds: string[];
  windowId: string | null;
  staffId: string | null;
  servedAt: number;
}

/** Inviting to rate and rating: once for each service. */
@Injectable()
export class RatingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly terms: RatingTerms,
    private readonly months: RatingMonths,
    private readonly ledger: Ledger,
  ) {}

  /** The one invitation of a service; made when it is first asked for. */
  async invite(work: Work, service: ServedService): Promise<RatingInvitation> {
    const { affected } = await work.sql.insertIfAbsent(
      'rating_invitation (id, ticket_id, hall_id, resident_id, matter_ids, window_id, staff_id, served_on, served_at, rated, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1)',
      [newId(), service.ticketId, service.hallId, service.residentId, JSON.stringify(service.matterIds), service.windowId, service.staffId, dayOf(service.servedAt), service.servedAt],
    );
    const invitation = (await work.findOne(RatingInvitation, { ticketId: service.ticketId }))!;
    if (affected > 0) {
      work.emit(ratingInvited, { invitationId: invitation.id, ticketId: service.ticketId, hallId: service.hallId, residentId: service.residentId });
      await this.months.served(work, invitation);
    }
    return invitation;
  }

  /**
   * The code for the slip: the same however often it is printed, so that nobody makes the paper in a person's hand worthless by
   * printing another, least of all the one who is rated. Null when the service has been rated or its time is over.
   * @returns ten signs
   */
  async slipCode(actor: StaffActor, service: ServedService): Promise<string | null> {
    const days = await this.terms.days(service.hallId);
    return this.unitOfWork.run(actor, async (work) => {
      const invitation = await this.invite(work, service);
      if (!mayRate({ rated: invitation.rated, expiresOn: invitationExpiresOn(invitation.servedOn, days) }, work.now).ok) return null;
      const code = this.codeOf(invitation.id);
      await work.change(RatingInvitation, invitation, { slipHash: this.hashOf(code) });
      work.audit('rating.print-slip', invitation.id);
      return code;
    });
  }

  /** @throws NOT_FOUND, RATING_INVALID, RATING_ALREADY_GIVEN, RATING_EXPIRED */
  rateOwn(actor: ResidentActor, key: Idempotency | null, invitationId: string, input: RatingInput): Promise<void> {
    return this.rate(actor, key, input, { id: invitationId, residentId: actor.id }, 'account');
  }

  /** By whoever holds the slip. @throws RATING_SLIP_UNKNOWN, RATING_INVALID, RATING_ALREADY_GIVEN, RATING_EXPIRED */
  rateBySlip(key: Idempotency | null, code: string, input: RatingInput): Promise<void> {
    return this.rate(ANYONE, key, input, { slipHash: this.hashOf(code) }, 'slip');
  }

  /** Worked out anew each time and stored nowhere: ten signs of the keyed digest. */
  private codeOf(invitationId: string): string {
    const digits = this.crypto.mac(CODE, invitationId);
    return Array.from({ length: CODE_LENGTH }, (_, at) => SIGNS.charAt(Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16) % SIGNS.length)).join('');
  }

  hashOf(code: string): string {
    return this.crypto.mac(PURPOSE, halfWidth(code).replace(/[\s-]/g, '').toUpperCase());
  }

  private async rate(actor: ResidentActor | typeof ANYONE, key: Idempotency | null, input: RatingInput, where: { id: string; residentId: string } | { slipHash: string }, way: 'account' | 'slip'): Promise<void> {
    const checked = checkRating({ ...input });
    if (!checked.ok) throw ratingErrors.RATING_INVALID({ fields: checked.problems });
    const known = await this.terms.find(where);
    if (!known) throw way === 'slip' ? ratingErrors.RATING_SLIP_UNKNOWN() : platformErrors.NOT_FOUND();
    const days = await this.terms.days(known.hallId);
    await this.unitOfWork.run(actor, async (work) => {
      const invitation = await work.lock(RatingInvitation, known.id);
      await work.once(key, async (id) => {
        const verdict = mayRate({ rated: invitation.rated, expiresOn: invitationExpiresOn(invitation.servedOn, days) }, work.now);
        if (!verdict.ok) throw refusal(verdict);
        await this.keep(work, id, invitation, checked.value, way);
      });
    });
  }

  private async keep(work: Work, id: string, invitation: RatingInvitation, rating: RatingInput, way: 'account' | 'slip'): Promise<void> {
    const { level, reasons, attitude, quality, activities, comment } = rating;
    await work.add(Rating, {
      id, invitationId: invitation.id, hallId: invitation.hallId, windowId: invitation.windowId, staffId: invitation.staffId, way, level, reasons,
      attitude: attitude ?? null, quality: quality ?? null, activities: activities ?? null, commentCipher: comment ? this.crypto.encryptField(comment, `rating.comment:${id}`) : null, givenOn: dayOf(work.now),
    });
    // Its salt for the month's root is made now, so that a month of many ratings is closed quickly.
    await this.ledger.codeOf(work, invitation.hallId, 'rating', id);
    await work.change(RatingInvitation, invitation, { rated: true });
    work.audit('rating.give', invitation.id, { way });
    work.emit(ratingGiven, { ratingId: id, invitationId: invitation.id, hallId: invitation.hallId, levelClass: isNegative(level) ? 'negative' : 'positive' });
    await this.months.rated(work, invitation, rating);
  }
}
