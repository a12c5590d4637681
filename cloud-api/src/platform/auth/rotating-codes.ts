import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '@hall/shared/kernel/day';
import { Clock } from '../clock/clock.ts';
import { CryptoPort } from '../crypto/crypto.port.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import { Tallies } from './tallies.ts';

const STEP = MINUTE;
/** Of the 64 digits of the keyed digest; 96 bits cannot be guessed within the two minutes a code lives. */
const MAC_LENGTH = 24;
/** Six digits can be guessed by trying them all, so everybody has few tries. */
const MOST_WRONG_TRIES = 10;
const TRIES_FORGOTTEN_AFTER = 10 * MINUTE;

/** What the code is for, such as `hall-check-in`, and which of them: a hall, an activity. */
export interface CodePlace {
  purpose: string;
  id: string;
}

export interface RotatingCode {
  /** For the QR code. */
  token: string;
  /** The same for whoever cannot scan. */
  digits: string;
  validUntil: Instant;
}

/**
 * Codes that change every minute: whoever knows one stands where it is shown. Each stays good for one minute longer, so
 * that nobody fails for typing slowly. Nothing is stored: a code is the keyed digest of its place and minute.
 */
@Injectable()
export class RotatingCodes {
  constructor(
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
    private readonly tallies: Tallies,
  ) {}

  current(place: CodePlace): RotatingCode {
    const step = stepAt(this.clock.now());
    return { token: this.tokenOf(place, step), digits: this.digitsOf(place, step), validUntil: (step + 1) * STEP };
  }

  /** @param code the token or the six digits */
  fits(place: CodePlace, code: string): boolean {
    const now = stepAt(this.clock.now());
    return [now, now - 1].some((step) => code === this.tokenOf(place, step) || code === this.digitsOf(place, step));
  }

  /**
   * Counts a try before it is looked at: tries made all at once are tries all the same. A right one is taken back.
   * @param triedBy whose wrong tries are counted
   * @param look answers null for a wrong code
   * @throws TOO_MANY_REQUESTS after ten wrong tries within ten minutes
   */
  async guess<T>(purpose: string, triedBy: string, look: () => Promise<T | null> | T | null): Promise<T | null> {
    const name = `${purpose} ${triedBy}`;
    if ((await this.tallies.count(name, TRIES_FORGOTTEN_AFTER)) > MOST_WRONG_TRIES) throw platformErrors.TOO_MANY_REQUESTS();
    const found = await look();
    if (found !== null) await this.tallies.takeBack(name);
    return found;
  }

  private tokenOf({ purpose, id }: CodePlace, step: number): string {
    return this.crypto.mac(purpose, `token:${id}:${step}`).slice(0, MAC_LENGTH);
  }

  private digitsOf({ purpose, id }: CodePlace, step: number): string {
    return String(Number.parseInt(this.crypto.mac(purpose, `digits:${id}:${step}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
  }
}

const stepAt = (instant: Instant): number => Math.floor(instant / STEP);
