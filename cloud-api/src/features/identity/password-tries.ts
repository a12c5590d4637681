import { Injectable } from '@nestjs/common';
import { HOUR, MINUTE } from '@hall/shared/kernel/day';
import { Tallies } from '../../platform/auth/tallies.ts';
import { identityErrors } from './identity.errors.ts';

interface Window { most: number; within: number }

/** 等保 level 3 practice, from one address: five failures shut the door for 300 seconds. */
const FROM_ONE_ADDRESS: Window = { most: 5, within: 5 * MINUTE };
const FROM_ONE_ADDRESS_FOR_LONG: Window = { most: 20, within: HOUR };
/** From all addresses together: 2,400 passwords a day at the most, and it takes many addresses to keep the owner out. */
const FROM_EVERYWHERE: Window = { most: 100, within: HOUR };

/**
 * Wrong passwords, counted for an account and the address they come from: whoever guesses shuts out themselves and not the
 * person whose name they type. An account nobody has is counted all the same, so that a refusal tells nothing.
 */
@Injectable()
export class PasswordTries {
  constructor(private readonly tallies: Tallies) {}

  /** Counts before anybody looks at the password: what is tried all at once is counted all the same. @throws ACCOUNT_LOCKED */
  async count(account: string, address: string): Promise<void> {
    for (const { name, most, within } of namesOf(account, address)) if ((await this.tallies.count(name, within)) > most) throw identityErrors.ACCOUNT_LOCKED();
  }

  /** It was the right one. */
  async takeBack(account: string, address: string): Promise<void> {
    for (const { name } of namesOf(account, address)) await this.tallies.takeBack(name);
  }
}

/** The narrowest first: what it refuses is not held against the whole account. */
const namesOf = (account: string, address: string): (Window & { name: string })[] => [
  { name: `password ${account} ${address}`, ...FROM_ONE_ADDRESS }, { name: `password-hour ${account} ${address}`, ...FROM_ONE_ADDRESS_FOR_LONG }, { name: `password-all ${account}`, ...FROM_EVERYWHERE },
];
