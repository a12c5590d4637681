import { defineEvent } from '../../platform/events/event-kind.ts';

/** A message lies in somebody's hands. `staffId`: the recipient, or whoever acts for them. */
export const relaySent = defineEvent<{ relayId: string; hallId: string; staffId: string }>('relay.sent');

/** Its receipt is still owed, and its sender or a superior asks for it. `staffId`: the recipient, or whoever acts for them. */
export const relayReminded = defineEvent<{ relayId: string; hallId: string; staffId: string }>('relay.reminded');

export interface RightsTold {
  caseId: string;
  hallId: string;
  residentId: string | null;
}
/** `staffId`: whose it is now. */
export const rightsAssigned = defineEvent<{ caseId: string; hallId: string; staffId: string }>('rights.assigned');
export const rightsContacted = defineEvent<RightsTold>('rights.contacted');
export const rightsResolved = defineEvent<RightsTold>('rights.resolved');
/** `staffId`: its owner. */
export const rightsReopened = defineEvent<{ caseId: string; hallId: string; staffId: string }>('rights.reopened');
