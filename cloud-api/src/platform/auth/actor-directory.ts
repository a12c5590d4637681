import type { SignedInActor } from './actor.ts';

export interface SignedIn {
  sessionId: string;
  actor: SignedInActor;
  /** Epoch milliseconds; it may have passed. */
  expiresAt: number;
  /** Until when the second factor counts as just given; null when it was not. */
  steppedUpUntil: number | null;
}

/** Tells who stands behind a session. The identity feature knows; the platform only asks. */
export abstract class ActorDirectory {
  /** Null when there is no such session, it was ended, or the person or device may no longer act. */
  abstract behind(tokenHash: string): Promise<SignedIn | null>;
}
