import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { atLeast } from '@hall/shared/identity/assurance.rules';
import { Settings } from '../config/settings.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import { ACCESS, type AccessDecision } from './access.ts';
import { ANYONE, type Actor } from './actor.ts';
import { Sessions } from './sessions.ts';

export type HallRequest = FastifyRequest & { actor: Actor; sessionId: string | null };

const bearer = (request: FastifyRequest): string | null => /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;

/** Denied by default: a route is open only to whom its access decision names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HallRequest>();
    const decision = this.reflector.getAllAndOverride<AccessDecision | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    request.actor = ANYONE;
    request.sessionId = null;
    if (!decision) throw platformErrors.NOT_ALLOWED();
    if (decision.who === 'demo' && !this.settings.isDemo) throw platformErrors.NOT_FOUND();
    if (decision.who === 'anyone' || decision.who === 'demo') return true;
    const token = bearer(request);
    const known = token && (await this.sessions.actorFor(token));
    if (!known) throw platformErrors.SIGN_IN_NEEDED();
    if (!allows(decision, known.actor)) throw platformErrors.NOT_ALLOWED();
    request.actor = known.actor;
    request.sessionId = known.sessionId;
    return true;
  }
}

function allows(decision: AccessDecision, actor: Actor): boolean {
  switch (decision.who) {
    case 'resident':
      return actor.kind === 'resident' && atLeast(actor.assurance, decision.atLeast);
    case 'staff':
      return actor.kind === 'staff' && (decision.permission === null || actor.permissions.has(decision.permission));
    case 'device':
      return actor.kind === 'device' && actor.deviceKind === decision.deviceKind;
    default:
      return true;
  }
}
