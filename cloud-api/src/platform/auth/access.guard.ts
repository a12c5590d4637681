import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { atLeast } from '@hall/shared/identity/assurance.rules';
import { Settings } from '../config/settings.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import { ACCESS, STEP_UP, type AccessDecision } from './access.ts';
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
    if (decision.who === 'operator') return this.isOperator(token);
    let known = token && (await this.sessions.actorFor(token));
    // Somebody may have just declared or shown who they are, or been given a right, here or at another process.
    if (token && known && couldGrow(decision, known.actor) && !allows(decision, known.actor)) known = await this.sessions.actorFor(token, 'now');
    if (!known) throw platformErrors.SIGN_IN_NEEDED();
    if (!allows(decision, known.actor)) throw platformErrors.NOT_ALLOWED();
    if (this.reflector.getAllAndOverride<boolean | undefined>(STEP_UP, [context.getHandler(), context.getClass()]) && !(await this.sessions.hasSteppedUp(token!))) throw platformErrors.STEP_UP_NEEDED();
    request.actor = known.actor;
    request.sessionId = known.sessionId;
    return true;
  }

  /** Without a token of theirs the operator's doors stand open in the demo and are not there in production. */
  private isOperator(token: string | null): boolean {
    const { METRICS_TOKEN: expected, HALL_MODE: mode } = this.settings;
    if (expected === undefined && mode === 'production') throw platformErrors.NOT_FOUND();
    if (expected !== undefined && (token === null || !timingSafeEqual(digest(token), digest(expected)))) throw platformErrors.SIGN_IN_NEEDED();
    return true;
  }
}

/** Of one length, so that comparing tells nothing of how far they agree. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether the same session could be allowed more a moment later: what a person may do grows, who they are does not. */
const couldGrow = (decision: AccessDecision, actor: Actor): boolean => decision.who === actor.kind;

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
