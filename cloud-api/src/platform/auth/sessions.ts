import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../clock/clock.ts';
import { CryptoPort } from '../crypto/crypto.port.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import { newId } from '../persistence/new-id.ts';
import { Session } from '../persistence/platform.entities.ts';
import type { Work } from '../persistence/work.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { ActorDirectory, type SignedIn } from './actor-directory.ts';
import { ANYONE, system, type SignedInActor } from './actor.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export interface Lifetime {
  /** Milliseconds. */
  token: number;
  /** Of the renewal token; null: none is given. */
  renewal: number | null;
}

/** How long an access token and its renewal live. An idle console locks itself; its session lives on. */
const LIFETIMES = {
  resident: { token: 2 * 60 * MINUTE, renewal: 30 * DAY },
  staff: { token: 12 * 60 * MINUTE, renewal: null },
  device: { token: 365 * DAY, renewal: null },
} as const satisfies Record<string, Lifetime>;
/** How long the second factor counts as just given. */
const STEPPED_UP_FOR = 10 * MINUTE;
/** How long a process believes what it has just read; a sign-out elsewhere takes effect within this time. */
const BELIEVED_FOR = 5_000;

export interface IssuedSession {
  sessionId: string;
  accountId: string;
  token: string;
  expiresAt: number;
  renewalToken: string;
  renewalExpiresAt: number;
}

/** Signed-in people and devices. Tokens are random; the database holds only their hashes. */
@Injectable()
export class Sessions {
  private readonly known = new LRUCache<string, SignedIn>({ max: 20_000, ttl: BELIEVED_FOR });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
    private readonly directory: ActorDirectory,
  ) {}

  /** @param life other than usual, for example of a session that can be had anew without a word */
  async issue(work: Work, kind: SignedInActor['kind'], subjectId: string, life: Lifetime = LIFETIMES[kind]): Promise<IssuedSession> {
    const token = this.crypto.randomToken();
    const renewalToken = life.renewal ? this.crypto.randomToken() : '';
    const sessionId = newId();
    const renewalExpiresAt = life.renewal ? work.now + life.renewal : null;
    await work.add(Session, {
      id: sessionId, tokenHash: this.crypto.hash(token), renewalHash: renewalToken ? this.crypto.hash(renewalToken) : null, subjectKind: kind, subjectId,
      createdAt: work.now, expiresAt: work.now + life.token, renewalExpiresAt, endedAt: null, steppedUpUntil: null,
    });
    return { sessionId, accountId: subjectId, token, expiresAt: work.now + life.token, renewalToken, renewalExpiresAt: renewalExpiresAt ?? 0 };
  }

  /** @throws SIGN_IN_NEEDED when the renewal token is unknown, used or too old */
  async renew(renewalToken: string): Promise<IssuedSession> {
    return this.unitOfWork.run(ANYONE, async (work) => {
      const old = await work.findOne(Session, { renewalHash: this.crypto.hash(renewalToken) });
      if (!old || old.endedAt !== null || (old.renewalExpiresAt ?? 0) <= work.now) throw platformErrors.SIGN_IN_NEEDED();
      const ended = await work.execute('UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL', [work.now, old.id]);
      if (ended.affected === 0) throw platformErrors.SIGN_IN_NEEDED();
      return this.issue(work, old.subjectKind, old.subjectId);
    });
  }

  /**
   * Who acts with this token, or null.
   * @param believing `now` reads again what is only believed, for whoever is about to be refused
   */
  async actorFor(token: string, believing: 'lately' | 'now' = 'lately'): Promise<{ actor: SignedInActor; sessionId: string } | null> {
    const hash = this.crypto.hash(token);
    const known = believing === 'lately' ? this.known.get(hash) : undefined;
    if (known && known.expiresAt > this.clock.now()) return known;
    const found = await this.directory.behind(hash);
    if (!found || found.expiresAt <= this.clock.now()) return null;
    this.known.set(hash, found);
    return found;
  }

  async end(sessionId: string): Promise<void> {
    this.known.clear();
    await this.unitOfWork.run(system('sign-out'), async (work) => {
      await work.execute('UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL', [work.now, sessionId]);
    });
  }

  /** The second factor was just given in this session. @returns until when that counts */
  async stepUp(work: Work, sessionId: string): Promise<number> {
    const until = work.now + STEPPED_UP_FOR;
    await work.execute('UPDATE session SET stepped_up_until = ? WHERE id = ? AND ended_at IS NULL', [until, sessionId]);
    this.known.clear();
    return until;
  }

  /** Reads again before saying no: it may have been given at another process a moment ago. */
  async hasSteppedUp(token: string): Promise<boolean> {
    const counts = (known: SignedIn | null | undefined): boolean => (known?.steppedUpUntil ?? 0) > this.clock.now();
    const hash = this.crypto.hash(token);
    return counts(this.known.get(hash)) || counts(await this.directory.behind(hash));
  }

  /**
   * Ends every session of a person or device, for example after accounts were merged.
   * @param except the session that goes on, of whoever asks for it
   */
  async endAll(work: Work, kind: SignedInActor['kind'], subjectId: string, except = ''): Promise<void> {
    await work.execute('UPDATE session SET ended_at = ? WHERE subject_kind = ? AND subject_id = ? AND ended_at IS NULL AND id <> ?', [work.now, kind, subjectId, except]);
    this.known.clear();
  }
}
