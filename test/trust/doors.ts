import { ROLE_PERMISSIONS, isPermission, type Permission, type StaffRole } from '@hall/shared/identity/permissions';
import type { AccessDecision } from '../../cloud-api/src/platform/auth/access.ts';
import { RouteInventory } from '../../cloud-api/src/platform/auth/route-inventory.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { NOBODIES, tokenFor, type Caller } from './cast.ts';

/** Written behind a permission whose door also asks for the second factor anew. */
const STEP_UP = ' + step-up';

/**
 * Who may open a door: `anyone`, `demo`, `operator` (open outside production), `resident` (at least signed in), `declared resident`, `verified resident`,
 * `staff` (any), a permission by its name (with `+ step-up` when the second factor must have just been given), or `screen`.
 */
export type Who = 'anyone' | 'demo' | 'operator' | 'resident' | 'declared resident' | 'verified resident' | 'staff' | 'screen' | Permission | `${Permission}${typeof STEP_UP}`;

/** The same words for what the running app has decided. */
export function wordOf(decision: AccessDecision | null): string {
  if (decision === null) return 'nobody has decided';
  switch (decision.who) {
    case 'resident': return decision.atLeast === 'wechat' || decision.atLeast === 'phone' ? 'resident' : `${decision.atLeast} resident`;
    case 'staff': return decision.permission ?? 'staff';
    case 'device': return decision.deviceKind;
    default: return decision.who;
  }
}

/** Every route of the running app, `GET /api/x/:id` → its decision in words. */
export const doorsOf = (hall: TestApp): Map<string, string> =>
  new Map(hall.app.get(RouteInventory).routes().map((route) => [`${route.method} ${route.path}`, wordOf(route.decision) + (route.stepUp ? STEP_UP : '')]));

const RANKS: Readonly<Record<string, number>> = { wechat: 1, phone: 1, declared: 2, verified: 3 };
const NEEDED: Readonly<Record<string, number>> = { resident: 1, 'declared resident': 2, 'verified resident': 3 };

/** What the table means for a caller: let in, or the status of the refusal. */
export function expected(who: Who, caller: Caller): 'in' | 'step up first' | 401 | 403 | 404 {
  if (who.endsWith(STEP_UP)) {
    const bare = expected(who.slice(0, -STEP_UP.length) as Who, caller);
    return bare === 'in' ? 'step up first' : bare;
  }
  if (who === 'anyone' || who === 'operator') return 'in';
  if (who === 'demo') return 404;
  if ((NOBODIES as readonly string[]).includes(caller.role)) return 401;
  const [kind, rank = ''] = caller.role.split(':');
  if (who === 'screen') return kind === 'screen' ? 'in' : 403;
  if (who in NEEDED) return kind === 'resident' && RANKS[rank]! >= NEEDED[who]! ? 'in' : 403;
  if (kind !== 'staff') return 403;
  if (who === 'staff') return 'in';
  return isPermission(who) && (ROLE_PERMISSIONS[rank as StaffRole] ?? []).includes(who) ? 'in' : 403;
}

/** Nobody has this id. */
const NO_SUCH_ID = '0190a000-0000-7000-8000-000000000000';

/** Knocks at every door as every caller; answers a sentence for each answer that is not as the table says. */
export async function knockEverywhere(hall: TestApp, table: Readonly<Record<string, Who>>, callers: readonly Caller[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [door, who] of Object.entries(table)) {
    const [method, path] = door.split(' ') as ['GET' | 'POST', string];
    const url = path.replace(/^\/api/, '').replace(/:\w+/g, NO_SUCH_ID);
    for (const caller of callers) {
      // Signing out ends the session it is asked with: everybody else needs theirs.
      const token = path.endsWith('/sign-out') && caller.kind ? await tokenFor(hall, caller.kind, caller.id!) : caller.token;
      const { status, body } = await hall.call<{ code?: string }>(method, url, { ...(token ? { token } : {}), ...(method === 'GET' ? {} : { body: {} }) });
      const refused = status === 401 ? body.code === 'SIGN_IN_NEEDED' : status === 403 && body.code === 'NOT_ALLOWED';
      const wanted = expected(who, caller);
      const right = wanted === 'step up first' ? status === 403 && body.code === 'STEP_UP_NEEDED' : wanted === 'in' ? !refused && status !== 401 && status !== 403 : status === wanted;
      if (!right) wrong.push(`${door} as ${caller.role}: ${status} ${body.code ?? ''} instead of ${wanted}`);
    }
  }
  return wrong;
}
