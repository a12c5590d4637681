import { Injectable } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { platformErrors } from '../errors/platform.errors.ts';
import { Tallies } from './tallies.ts';

/** How often one address may knock within how long. Generous: a whole office may stand behind one address. */
const DOORS = {
  /** Each knock costs a password hash. */
  'staff-sign-in': { most: 60, within: MINUTE },
  /** Each knock may send a text message to somebody. */
  'phone-code': { most: 30, within: MINUTE },
  /** Each knock asks WeChat. A whole neighbourhood's telephones may share an address, the staff of a hall are few. */
  'wechat-sign-in': { most: 600, within: MINUTE },
  'staff-wechat-sign-in': { most: 60, within: MINUTE },
  /** Each knock leaves a row for two minutes and may ask WeChat for a picture. */
  'scan-sign-in': { most: 60, within: MINUTE },
  /** Eight digits, good for ten minutes. */
  'pair-device': { most: 30, within: 10 * MINUTE },
  /** Nobody signs in for these: what comes from one address is all there is to count. */
  'anonymous-suggestion': { most: 60, within: 10 * MINUTE },
  'anonymous-picture': { most: 200, within: 10 * MINUTE },
  /** Sixteen signs; asking is cheap, so only a flood is stopped. */
  'tracking-code': { most: 120, within: 10 * MINUTE },
  /** Each knock searches everything public. */
  'similar-suggestions': { most: 120, within: MINUTE },
  'guide-matches': { most: 120, within: MINUTE },
  /** Votes for the service star: a whole village may stand behind one address, but a person votes once. */
  'star-vote': { most: 600, within: MINUTE },
  'star-voter': { most: 12, within: 10 * MINUTE },
  /** Each knock looks for one ballot of many. */
  'star-proof': { most: 120, within: MINUTE },
  /** Answers of an appraisal: as votes. */
  'appraisal-answer': { most: 600, within: MINUTE },
  'appraisal-person': { most: 12, within: 10 * MINUTE },
  /** Each knock reads the whole ledger. */
  'ledger-export': { most: 20, within: 10 * MINUTE },
} as const;

/**
 * Doors that stand open to everybody and cost something, or can be guessed at, slow down one address, whichever process it
 * knocks at. Whoever comes from very many addresses is the proxy's affair.
 */
@Injectable()
export class Knocks {
  constructor(private readonly tallies: Tallies) {}

  /** @throws TOO_MANY_REQUESTS */
  async count(door: keyof typeof DOORS, address: string): Promise<void> {
    const { most, within } = DOORS[door];
    if ((await this.tallies.count(`${door} ${address}`, within)) > most) throw platformErrors.TOO_MANY_REQUESTS();
  }
}
