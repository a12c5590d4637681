import { Injectable } from '@nestjs/common';
import { RotatingCodes, type CodePlace } from '../../platform/auth/rotating-codes.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import type { ActivityCodeView } from './activity.dto.ts';
import { activityErrors } from './activity.errors.ts';

const PURPOSE = 'activity-door';
const placeOf = (id: string): CodePlace => ({ purpose: PURPOSE, id });

/** The rotating code shown at an activity's door: whoever knows it is there. */
@Injectable()
export class ActivityCodes {
  constructor(
    private readonly codes: RotatingCodes,
    private readonly address: PublicAddress,
  ) {}

  current(activityId: string): ActivityCodeView {
    const { token, digits, validUntil } = this.codes.current(placeOf(activityId));
    return { url: this.address.page(`/activity/attend/index?id=${activityId}&code=${token}`), digits, validUntil };
  }

  /** @param triedBy whose wrong tries are counted @throws ACTIVITY_CODE_WRONG, TOO_MANY_REQUESTS */
  async check(activityId: string, code: string, triedBy: string): Promise<void> {
    if (!(await this.codes.guess(PURPOSE, triedBy, () => this.codes.fits(placeOf(activityId), code) || null))) throw activityErrors.ACTIVITY_CODE_WRONG();
  }
}
