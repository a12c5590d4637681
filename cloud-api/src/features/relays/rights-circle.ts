import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { People } from '../identity/people.ts';
import type { RightsCase } from './rights.entity.ts';

/** Which cases one member of staff may open. */
export interface Circle {
  /** Leaders: every case of the hall. */
  all: boolean;
  /** A head's own department; null for somebody without one, `undefined` for whoever heads none. */
  departmentId: string | null | undefined;
  /** Themselves, and those they act for just now. */
  hands: readonly string[];
}

/** A case about somebody's rights is open to its owner, to the head of its department and to the leaders; to nobody else who works here. */
@Injectable()
export class RightsCircle {
  constructor(
    private readonly people: People,
    private readonly duty: DutyRoster,
    private readonly clock: Clock,
  ) {}

  async of(actor: StaffActor): Promise<Circle> {
    const hands = await this.duty.actsFor(actor.hallId, actor.id, this.clock.now());
    if (!actor.permissions.has('rights.handle')) return { all: false, departmentId: undefined, hands };
    const me = (await this.people.staffOf(actor.hallId)).find(({ id }) => id === actor.id);
    const all = me?.roles.some((role) => role === 'leader' || role === 'director') ?? false;
    return { all, departmentId: me?.departmentId ?? null, hands };
  }

  /** @throws NOT_FOUND for whoever stands outside */
  async admit(actor: StaffActor, row: RightsCase): Promise<void> {
    if (row.hallId !== actor.hallId || !holds(await this.of(actor), row)) throw platformErrors.NOT_FOUND();
  }
}

/** A case of no department is every head's to see, so that none falls between two. */
export const holds = (circle: Circle, row: Pick<RightsCase, 'ownerId' | 'departmentId'>): boolean =>
  circle.all || circle.hands.includes(row.ownerId) || (circle.departmentId !== undefined && (row.departmentId === null || row.departmentId === circle.departmentId));
