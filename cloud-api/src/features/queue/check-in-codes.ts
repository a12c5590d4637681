import { Injectable } from '@nestjs/common';
import { RotatingCodes, type CodePlace } from '../../platform/auth/rotating-codes.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import { Halls } from '../hall/halls.ts';
import type { CheckInCodeView } from './board.dto.ts';
import { queueErrors } from './queue.errors.ts';

const PURPOSE = 'hall-check-in';
const placeOf = (id: string): CodePlace => ({ purpose: PURPOSE, id });

/** The hall's rotating code: whoever knows it stands in the hall. */
@Injectable()
export class CheckInCodes {
  constructor(
    private readonly codes: RotatingCodes,
    private readonly address: PublicAddress,
    private readonly halls: Halls,
  ) {}

  /** What the screen shows now. */
  current(hallId: string): CheckInCodeView {
    const { token, digits, validUntil } = this.codes.current(placeOf(hallId));
    return { url: this.address.page(`/visit/check-in/index?code=${token}`), digits, validUntil };
  }

  /**
   * The hall whose code this is.
   * @param code the token of the QR code, or the six digits beside it
   * @param triedBy whose wrong tries are counted
   * @throws CHECK_IN_CODE_WRONG, TOO_MANY_REQUESTS after ten wrong tries within ten minutes
   */
  async hallOf(code: string, triedBy: string): Promise<string> {
    const found = await this.codes.guess('hall-code', triedBy, async () => (await this.halls.all()).find(({ id }) => this.codes.fits(placeOf(id), code)) ?? null);
    if (!found) throw queueErrors.CHECK_IN_CODE_WRONG();
    return found.id;
  }
}
