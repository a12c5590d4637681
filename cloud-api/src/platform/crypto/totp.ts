import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

const PERIOD_SECONDS = 30;

export interface TotpOptions {
  clock: { now(): number };
  /** Shown in the authenticator app above the account's name. */
  issuer: string;
}

export type TotpCheck =
  /** Store `step` beside the account and pass it as `lastStep` next time. */
  | { readonly ok: true; readonly step: number }
  | { readonly ok: false; readonly reason: 'wrong' | 'replayed' };

/** The second factor of staff: six digits, 30 s a step (RFC 6238), one step of clock drift either way. */
export class Totp {
  readonly #clock: { now(): number };
  readonly #issuer: string;

  constructor(options: TotpOptions) {
    this.#clock = options.clock;
    this.#issuer = options.issuer;
  }

  /** @returns 160 random bits as base32 */
  newSecret(): string {
    return generateSecret();
  }

  /** @returns the `otpauth://` address an authenticator app scans as a code */
  enrolmentUri(secret: string, account: string): string {
    return generateURI({ issuer: this.#issuer, label: account, secret, period: PERIOD_SECONDS });
  }

  /** The digits valid at an instant (default now): for the demo's sign-in page and for tests. */
  codeAt(secret: string, at = this.#clock.now()): string {
    return generateSync({ secret, epoch: Math.floor(at / 1000), period: PERIOD_SECONDS });
  }

  /**
   * @param lastStep the step of the last accepted code, or null: a code is good once, even within its 30 seconds
   */
  check(secret: string, code: string, lastStep: number | null): TotpCheck {
    if (!/^\d{6}$/.test(code)) return { ok: false, reason: 'wrong' };
    const epoch = Math.floor(this.#clock.now() / 1000);
    const result = verifySync({ secret, token: code, epoch, period: PERIOD_SECONDS, epochTolerance: PERIOD_SECONDS });
    if (!result.valid) return { ok: false, reason: 'wrong' };
    const step = Math.floor(epoch / PERIOD_SECONDS) + result.delta;
    if (lastStep !== null && step <= lastStep) return { ok: false, reason: 'replayed' };
    return { ok: true, step };
  }
}
