import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { canonicalJson, type Json } from '@hall/shared/kernel/canonical-json';
import { dayOf } from '@hall/shared/kernel/day';
import { PLAN_STATE_LABELS } from '@hall/shared/house/house.rules';
import { Clock } from '../../platform/clock/clock.ts';
import type { HousePlanView, HouseRoomView } from './house.dto.ts';
import { HousePlan } from './house-plan.entity.ts';
import { HouseRegistry, type HouseSubject } from './house.registry.ts';

/** How many changes a room shows. */
const SHOWN = 60;

/** Changes when any fact does. */
export const stampOf = (facts: object): string => hash('sha256', canonicalJson(facts as Json), 'base64url').slice(0, 22);

/** The administrators' rooms as they are read: what is, what is planned, what was changed. */
@Injectable()
export class HousePlanQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HouseRegistry,
    private readonly clock: Clock,
  ) {}

  async room(hallId: string, kind: string): Promise<HouseRoomView> {
    const [subjects, rows, planned, matters] = await Promise.all([
      this.registry.kind(kind).all(hallId),
      this.dataSource.manager.find(HousePlan, { where: { hallId, kind }, order: { createdAt: 'DESC', id: 'DESC' }, take: SHOWN }),
      this.dataSource.manager.find(HousePlan, { where: { hallId, kind, state: 'planned' } }),
      this.registry.matters(),
    ]);
    const names = await this.registry.names([...rows, ...planned].map(({ createdBy }) => createdBy));
    const view = (row: HousePlan): HousePlanView => viewOf(row, names, subjects, planned, this.registry.kind(kind).ended !== undefined);
    return {
      today: dayOf(this.clock.now()), matters, plans: rows.map(view),
      items: subjects.map(({ id, label, facts }) => {
        const standing = planned.find(({ subjectId }) => subjectId === id);
        return { id, label, facts: { ...facts }, stamp: stampOf(facts), planned: standing ? view(standing) : null };
      }),
    };
  }
}

function viewOf(row: HousePlan, names: ReadonlyMap<string, string>, subjects: readonly HouseSubject[], planned: readonly HousePlan[], beginningsEnd: boolean): HousePlanView {
  const now = subjects.find(({ id }) => id === row.subjectId);
  const stands = now !== undefined && stampOf(now.facts) === stampOf(row.after) && !planned.some(({ subjectId }) => subjectId === row.subjectId);
  const undoable = row.state === 'applied' && stands && (row.before !== null || beginningsEnd);
  return {
    id: row.id, subjectId: row.subjectId, label: row.label, effectiveFrom: row.effectiveFrom, lines: row.lines, reason: row.reason, state: row.state, stateLabel: PLAN_STATE_LABELS[row.state], refusal: row.refusal,
    byName: names.get(row.createdBy) ?? '', createdAt: row.createdAt, appliedAt: row.appliedAt, actions: row.state === 'planned' ? ['withdraw'] : undoable ? ['undo'] : [], version: row.version,
  };
}
