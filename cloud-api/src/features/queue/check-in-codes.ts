import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '@hall/shared/kernel/day';
import { Tallies } from '../../platform/auth/tallies.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import { Halls } from '../hall/halls.ts';
import type { CheckInCodeView } from './board.dto.ts';
import { queueErrors } from './queue.errors.ts';

const PURPOSE = 'hall-check-in';
const STEP = MINUTE;
/** Of the 64 digits of the keyed digest; 96 bits cannot be guessed within the two minutes a code lives. */
const MAC_LENGTH = 24;
/** Six digits can be guessed by trying them all, so a resident has few tries. */
const MOST_WRONG_TRIES = 10;
const TRIES_FORGOTTEN_AFTER = 10 * MINUTE;

/**
 * The hall's rotating code: whoever knows it stands in the hall. It changes every minute and stays good for one
 * minute longer, so that nobody fails for typing slowly. Nothing is stored: a code is the keyed digest of its minute.
 */
@Injectable()
export class CheckInCodes {
  constructor(
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
    private readonly address: PublicAddress,
    private readonly tallies: Tallies,
    private readonly halls: Halls,
  ) {}

  /** What the screen shows now. */
  current(hallId: string): CheckInCodeView {
    const step = stepAt(this.clock.now());
    return { url: this.address.page(`/visit/check-in/index?code=${this.tokenOf(hallId, step)}`), digits: this.digitsOf(hallId, step), validUntil: (step + 1) * STEP };
  }

  /**
   * The hall whose code this is.
   * @param code the token of the QR code, or the six digits beside it
   * @param triedBy whose wrong tries are counted
   * @throws CHECK_IN_CODE_WRONG, TOO_MANY_REQUESTS after ten wrong tries within ten minutes
   */
  async hallOf(code: string, triedBy: string): Promise<string> {
    // Counted before it is looked at: tries made all at once are tries all the same. A right one is taken back.
    if ((await this.tallies.count(`hall-code ${triedBy}`, TRIES_FORGOTTEN_AFTER)) > MOST_WRONG_TRIES) throw platformErrors.TOO_MANY_REQUESTS();
    const now = stepAt(this.clock.now());
    for (const { id } of await this.halls.all()) {
      for (const step of [now, now - 1]) if (code === this.tokenOf(id, step) || code === this.digitsOf(id, step)) return this.right(triedBy, id);
    }
    throw queueErrors.CHECK_IN_CODE_WRONG();
  }

  private async right(triedBy: string, hallId: string): Promise<string> {
    await this.tallies.takeBack(`hall-code ${triedBy}`);
    return hallId;
  }

  private tokenOf(hallId: string, step: number): string {
    return this.crypto.mac(PURPOSE, `token:${hallId}:${step}`).slice(0, MAC_LENGTH);
  }

  private digitsOf(hallId: string, step: number): string {
    return String(Number.parseInt(this.crypto.mac(PURPOSE, `digits:${hallId}:${step}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
  }
}

const stepAt = (instant: Instant): number => Math.floor(instant / STEP);
