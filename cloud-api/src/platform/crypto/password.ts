import { hash, verify } from '@node-rs/argon2';

/** Longer input is refused unhashed, so that a megabyte of "password" costs nothing. */
const MAX_CHARACTERS = 200;
/** `Algorithm.Argon2id`; written as its number because the library's const enum cannot be imported under isolatedModules. */
const ARGON2ID = 2;

export interface PasswordOptions {
  /** KiB of memory for one hash; default 19 456 (19 MiB), passes default 2: the OWASP minimum for argon2id. */
  memoryKiB?: number;
  passes?: number;
}

export interface PasswordCheck {
  readonly ok: boolean;
  /** The password is right but was hashed more weakly than today's setting: hash it again and store that. */
  readonly needsRehash: boolean;
}

/** Staff passwords: argon2id, with the parameters inside the stored text. */
export class Passwords {
  readonly #memoryKiB: number;
  readonly #passes: number;
  #nobody: Promise<string> | undefined;

  constructor(options: PasswordOptions = {}) {
    this.#memoryKiB = options.memoryKiB ?? 19_456;
    this.#passes = options.passes ?? 2;
  }

  /** @throws RangeError when the password is empty or longer than 200 characters */
  async hash(password: string): Promise<string> {
    if (password.length === 0 || password.length > MAX_CHARACTERS) throw new RangeError('A password has 1 to 200 characters.');
    return hash(password, { algorithm: ARGON2ID, memoryCost: this.#memoryKiB, timeCost: this.#passes, parallelism: 1 });
  }

  /**
   * @param stored what {@link hash} returned, or null when no such account exists: that takes just as long, so that
   * nobody learns from the clock which user names are real
   */
  async check(stored: string | null, password: string): Promise<PasswordCheck> {
    if (password.length === 0 || password.length > MAX_CHARACTERS) return { ok: false, needsRehash: false };
    if (stored === null) {
      this.#nobody ??= this.hash('nobody has this password');
      await matches(await this.#nobody, password);
      return { ok: false, needsRehash: false };
    }
    const ok = await matches(stored, password);
    return { ok, needsRehash: ok && this.#isWeaker(stored) };
  }

  #isWeaker(stored: string): boolean {
    const memory = Number(/[$,]m=(\d+)/.exec(stored)?.[1] ?? 0);
    const passes = Number(/[$,]t=(\d+)/.exec(stored)?.[1] ?? 0);
    return !stored.startsWith('$argon2id$') || memory < this.#memoryKiB || passes < this.#passes;
  }
}

async function matches(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password);
  } catch {
    // Text that is no hash at all, such as a locked account's placeholder, matches no password.
    return false;
  }
}
