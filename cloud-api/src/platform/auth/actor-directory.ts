import type { SignedInActor } from './actor.ts';

/** Tells who stands behind a session. The identity feature knows; the platform only asks. */
export abstract class ActorDirectory {
  /** Null when the person or device may no longer act. */
  abstract actorOf(kind: SignedInActor['kind'], subjectId: string): Promise<SignedInActor | null>;
}
