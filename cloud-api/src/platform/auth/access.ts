import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@hall/shared/identity/permissions';
import type { Assurance } from '@hall/shared/identity/assurance.rules';
import type { Actor } from './actor.ts';

/** Who may use a route. A route without a decision is refused, and the server does not start. */
export type AccessDecision =
  | { who: 'anyone' }
  | { who: 'demo' }
  | { who: 'operator' }
  | { who: 'resident'; atLeast: Assurance }
  | { who: 'staff'; permission: Permission | null }
  | { who: 'device'; deviceKind: string };

export const ACCESS = 'hall:access';

export const ForAnyone = () => SetMetadata(ACCESS, { who: 'anyone' } satisfies AccessDecision);
/** Exists only in the demo; elsewhere the route answers 404 as if it were not there. */
export const ForDemo = () => SetMetadata(ACCESS, { who: 'demo' } satisfies AccessDecision);
/** Whoever watches over the servers, by `METRICS_TOKEN`. */
export const ForOperator = () => SetMetadata(ACCESS, { who: 'operator' } satisfies AccessDecision);
export const ForResident = (atLeast: Assurance = 'wechat') => SetMetadata(ACCESS, { who: 'resident', atLeast } satisfies AccessDecision);
/** @param permission the named action; `null` means any signed-in member of staff */
export const ForStaff = (permission: Permission | null) => SetMetadata(ACCESS, { who: 'staff', permission } satisfies AccessDecision);
export const ForDevice = (deviceKind: string) => SetMetadata(ACCESS, { who: 'device', deviceKind } satisfies AccessDecision);

export const STEP_UP = 'hall:step-up';
/**
 * For what cannot be taken back or carries much away: the second factor must have been given in this session within the
 * last ten minutes, besides the permission. Otherwise the route answers 403 `STEP_UP_NEEDED`; the console asks for the
 * six digits (`POST /api/staff/me/step-up`) and sends the request again.
 */
export const NeedsStepUp = () => SetMetadata(STEP_UP, true);

/** The signed-in actor the guard has put on the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<{ actor: Actor }>().actor);
