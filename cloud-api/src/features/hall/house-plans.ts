import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { PLANNED_AHEAD_DAYS, mayTakeEffect } from '@hall/shared/house/house.rules';
import { addDays, dayOf } from '@hall/shared/kernel/day';
import { system, type StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { HouseChange, HouseChangeRequest, HousePreviewView } from './house.dto.ts';
import { houseErrors } from './house.errors.ts';
import { houseChanged } from './house.events.ts';
import { HousePlanQueries, stampOf } from './house-plan.queries.ts';
import { HousePlan } from './house-plan.entity.ts';
import { HouseRegistry, type PlanKind, type WishAbout } from './house.registry.ts';

/** How many plans one run of the job looks at; the next run takes the rest. */
const AT_ONCE = 200;

interface Judged {
  about: WishAbout<object>;
  after: object;
  label: string;
  lines: string[];
}

/** Decides on changes of the hall from a day on, undoes them by new ones, and lets them take effect. */
@Injectable()
export class HousePlans {
  private readonly tellings: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    readonly registry: HouseRegistry,
    readonly queries: HousePlanQueries,
    private readonly clock: Clock,
  ) {}

  /** Whoever believes facts of the hall for a while is told here to read them again. */
  whenApplied(tell: () => void): void {
    this.tellings.push(tell);
  }

  /** What would change and for whom. Saves nothing. @throws as `propose` does */
  async preview(actor: StaffActor, kindName: string, request: HouseChangeRequest): Promise<HousePreviewView> {
    const kind = this.registry.kind(kindName);
    this.checkDay(request.effectiveFrom);
    const items: HousePreviewView['items'] = [];
    for (const change of request.changes) {
      const { about, after, label, lines } = await this.judge(actor.hallId, kind, change, actor.id);
      if (lines.length > 0) items.push({ label, lines, effects: await kind.effects(actor.hallId, about.id, about.before, after) });
    }
    if (items.length === 0) throw houseErrors.HOUSE_NOTHING_CHANGES();
    return { effectiveFrom: request.effectiveFrom, items };
  }

  /**
   * All of them or none: today's take effect at once, later ones on their day. Changes that change nothing are passed over.
   * @throws HOUSE_DAY_INVALID, HOUSE_WISH_INVALID, HOUSE_OCCUPIED, HOUSE_PLAN_STANDS, HOUSE_NOTHING_CHANGES, STALE_VERSION
   */
  async propose(actor: StaffActor, kindName: string, request: HouseChangeRequest, key: Idempotency | null): Promise<void> {
    this.checkDay(request.effectiveFrom);
    await this.unitOfWork.run(actor, (work) => work.once(key, () => this.proposeIn(work, actor, kindName, request)));
    this.tell();
  }

  /** The same within somebody else's unit of work; `tell` afterwards. */
  async proposeIn(work: Work, actor: StaffActor, kindName: string, request: HouseChangeRequest, undoes: string | null = null): Promise<void> {
    const kind = this.registry.kind(kindName);
    await hold(work, actor.hallId);
    let made = 0;
    for (const change of request.changes) {
      const judged = await this.judge(actor.hallId, kind, change, actor.id);
      if (judged.lines.length === 0) continue;
      made += 1;
      await this.decide(work, kind, judged, request, undoes);
    }
    if (made === 0) throw houseErrors.HOUSE_NOTHING_CHANGES();
  }

  /** @throws NOT_FOUND, STALE_VERSION, HOUSE_PLAN_OVER */
  async withdraw(actor: StaffActor, kindName: string, planId: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const plan = await this.planOf(work, actor, kindName, planId, version);
      if (plan.state !== 'planned') throw houseErrors.HOUSE_PLAN_OVER();
      await work.change(HousePlan, plan, { state: 'withdrawn', openKey: null });
      work.audit(`house.withdraw-${kindName}`, plan.subjectId, { plan: plan.id });
    });
  }

  /** Makes it as it was before, by a new change from today. @throws NOT_FOUND, HOUSE_PLAN_OVER, HOUSE_UNDO_LATE, and as `propose` */
  async undo(actor: StaffActor, kindName: string, planId: string, reason: string): Promise<void> {
    const kind = this.registry.kind(kindName);
    await this.unitOfWork.run(actor, async (work) => {
      await hold(work, actor.hallId);
      const plan = await this.planOf(work, actor, kindName, planId);
      const after = plan.before ?? kind.ended?.(plan.after) ?? null;
      if (plan.state !== 'applied' || after === null) throw houseErrors.HOUSE_PLAN_OVER();
      const now = (await kind.all(actor.hallId)).find(({ id }) => id === plan.subjectId);
      if (!now || stampOf(now.facts) !== stampOf(plan.after)) throw houseErrors.HOUSE_UNDO_LATE();
      await this.proposeIn(work, actor, kindName, { effectiveFrom: dayOf(work.now), reason, changes: [{ subjectId: plan.subjectId, stamp: stampOf(now.facts), after: { ...after } }] }, plan.id);
    });
    this.tell();
  }

  /** Lets take effect whatever has come to its day. One that is impossible by now says why and changes nothing. */
  async applyDue(): Promise<void> {
    const due = await this.dataSource.manager.find(HousePlan, { where: { state: 'planned', effectiveFrom: LessThanOrEqual(dayOf(this.clock.now())) }, order: { effectiveFrom: 'ASC', id: 'ASC' }, take: AT_ONCE });
    for (const { id, hallId } of due) {
      await this.unitOfWork.run(system('house-plans'), async (work) => {
        await hold(work, hallId);
        const plan = await work.lock(HousePlan, id);
        if (plan.state === 'planned') await this.takeEffect(work, plan);
      });
    }
    if (due.length > 0) this.tell();
  }

  tell(): void {
    for (const tell of this.tellings) tell();
  }

  private async takeEffect(work: Work, plan: HousePlan): Promise<void> {
    const kind = this.registry.kind(plan.kind);
    const before = (await kind.all(plan.hallId)).find(({ id }) => id === plan.subjectId)?.facts ?? null;
    let after: object;
    try {
      after = await kind.judge({ ...plan.after }, { hallId: plan.hallId, id: plan.subjectId, before, byId: plan.createdBy });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await work.change(HousePlan, plan, { state: 'refused', openKey: null, refusal: [error.title, ...(error.extras.fields ?? []).map(({ message }) => message)].join('；').slice(0, 300) });
      work.audit(`house.refuse-${plan.kind}`, plan.subjectId, { plan: plan.id, code: error.code });
      return;
    }
    await work.change(HousePlan, plan, { state: 'applied', openKey: null, appliedAt: work.now });
    await this.write(work, kind, plan.hallId, plan.subjectId, after, before, plan.id);
  }

  private async decide(work: Work, kind: PlanKind<object>, { about, after, label, lines }: Judged, { effectiveFrom, reason }: HouseChangeRequest, undoes: string | null): Promise<void> {
    if (await work.findOne(HousePlan, { openKey: openKeyOf(kind, about) })) throw houseErrors.HOUSE_PLAN_STANDS();
    const atOnce = effectiveFrom === dayOf(work.now);
    const plan = await work.add(HousePlan, {
      id: newId(), hallId: about.hallId, kind: kind.kind, subjectId: about.id, label, effectiveFrom, before: about.before, after, lines, reason: reason.trim(), state: atOnce ? 'applied' : 'planned', refusal: null,
      openKey: atOnce ? null : openKeyOf(kind, about), createdBy: about.byId, createdAt: work.now, appliedAt: atOnce ? work.now : null, undoes,
    });
    if (atOnce) await this.write(work, kind, about.hallId, about.id, after, about.before, plan.id);
    else work.audit(`house.plan-${kind.kind}`, about.id, { plan: plan.id, effectiveFrom });
  }

  private async write(work: Work, kind: PlanKind<object>, hallId: string, id: string, after: object, before: object | null, plan: string): Promise<void> {
    await kind.write(work, hallId, id, after, before);
    work.audit(`house.change-${kind.kind}`, id, { plan });
    work.emit(houseChanged, { hallId, kind: kind.kind, subjectId: id });
  }

  private async judge(hallId: string, kind: PlanKind<object>, { subjectId, stamp, after: said }: HouseChange, byId: string): Promise<Judged> {
    const standing = subjectId === null ? null : (await kind.all(hallId)).find(({ id }) => id === subjectId);
    if (standing === undefined) throw platformErrors.NOT_FOUND();
    if (standing !== null && stampOf(standing.facts) !== stamp) throw platformErrors.STALE_VERSION();
    const about = { hallId, id: subjectId ?? newId(), before: standing?.facts ?? null, byId };
    const after = await kind.judge(said, about);
    return { about, after, label: await kind.labelOf(after, about), lines: await kind.lines(hallId, about.before, after, about.id) };
  }

  private async planOf(work: Work, { hallId }: StaffActor, kind: string, planId: string, version?: number): Promise<HousePlan> {
    const plan = await work.lock(HousePlan, planId);
    if (plan.hallId !== hallId || plan.kind !== kind) throw platformErrors.NOT_FOUND();
    if (version !== undefined && plan.version !== version) throw platformErrors.STALE_VERSION();
    return plan;
  }

  private checkDay(day: string): void {
    const today = dayOf(this.clock.now());
    if (!mayTakeEffect(day, today, addDays(today, PLANNED_AHEAD_DAYS))) throw houseErrors.HOUSE_DAY_INVALID({ fields: [{ path: 'effectiveFrom', code: 'HOUSE_DAY_INVALID', message: '生效日期请选今天到一年以内的日子' }] });
  }
}

const openKeyOf = ({ kind, perHall }: PlanKind<object>, { hallId, id }: WishAbout<object>): string => (perHall ? `${kind}:${hallId}:${id}` : `${kind}:${id}`);

/** Changes of one hall are decided in turn. */
const hold = (work: Work, hallId: string): Promise<unknown> => work.rows(`SELECT id FROM hall WHERE id = ?${work.sql.forUpdate}`, [hallId]);
