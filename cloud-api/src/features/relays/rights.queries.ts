import { Injectable } from '@nestjs/common';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { maskName, maskPhone } from '@hall/shared/kernel/masking';
import {
  OPEN_RIGHTS_STATES, RIGHTS_ACTION_LABELS, RIGHTS_NEXT_STEPS, RIGHTS_STATE_LABELS, RIGHTS_TOPICS, RIGHTS_TOPIC_CODES, RIGHTS_WAY_LABELS, rightsOffers,
} from '@hall/shared/relays/rights.moves';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { RightsCircle, holds } from './rights-circle.ts';
import type { MyRightsList, MyRightsView, RightsOpenedView, RightsOwnerView, RightsRowView, RightsStepView, StaffRightsView } from './rights.dto.ts';
import { RightsCase, RightsStep, type RightsStepKind } from './rights.entity.ts';
import { RIGHTS_SUBJECT } from './rights.service.ts';

const SHOWN = 200;
const STEP_LABELS: Record<RightsStepKind, string> = { ...RIGHTS_ACTION_LABELS, open: '受理', note: '内部记录', assign: '换人承办' };

/** Cases about rights, as much of each as its reader may see. */
@Injectable()
export class RightsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly people: People,
    private readonly halls: Halls,
    private readonly duty: DutyRoster,
    private readonly deadlines: Deadlines,
    private readonly circle: RightsCircle,
    private readonly clock: Clock,
  ) {}

  async mine(actor: ResidentActor): Promise<MyRightsList> {
    const [rows, me] = await Promise.all([this.dataSource.manager.find(RightsCase, { where: { residentId: actor.id }, order: { openedAt: 'DESC' }, take: 20 }), this.people.resident(actor.id)]);
    return {
      items: await Promise.all(rows.map((row) => this.forPerson(row))), topics: RIGHTS_TOPIC_CODES.map((code) => ({ code, label: RIGHTS_TOPICS[code] })), nameNeeded: me.name === null, maskedPhone: me.phone && maskPhone(me.phone),
    };
  }

  /** @throws NOT_FOUND also for somebody else's */
  async own(actor: ResidentActor, id: string): Promise<MyRightsView> {
    const row = await this.dataSource.manager.findOneBy(RightsCase, { id, residentId: actor.id });
    if (!row) throw platformErrors.NOT_FOUND();
    return this.forPerson(row);
  }

  /** Those the reader may open: the ones still worked on, or all. */
  async list(actor: StaffActor, scope: 'open' | 'all'): Promise<RightsRowView[]> {
    const circle = await this.circle.of(actor);
    const where: FindOptionsWhere<RightsCase> = { hallId: actor.hallId, ...(scope === 'open' ? { state: In([...OPEN_RIGHTS_STATES]) } : {}), ...(circle.all || circle.departmentId !== undefined ? {} : { ownerId: In([...circle.hands]) }) };
    const rows = (await this.dataSource.manager.find(RightsCase, { where, order: { openedAt: 'DESC' }, take: SHOWN })).filter((row) => holds(circle, row));
    const [owed, names, acting] = await Promise.all([this.deadlines.of(RIGHTS_SUBJECT, rows.map(({ id }) => id)), this.staffNames(actor.hallId, rows), this.duty.actingOn(actor.hallId, dayOf(this.clock.now()))]);
    return rows.map((row) => ({
      id: row.id, number: row.number, topicLabel: RIGHTS_TOPICS[row.topic], maskedName: maskName(this.opened(row.nameCipher, `rights.name:${row.id}`)), ownerName: names.get(row.ownerId) ?? '', actingName: acting(row.ownerId) === row.ownerId ? null : names.get(acting(row.ownerId)) ?? null,
      state: row.state, stateLabel: RIGHTS_STATE_LABELS[row.state], openedAt: row.openedAt, ...soonest(owed.get(row.id)),
    }));
  }

  /** The whole case. Each look is written down. @throws NOT_FOUND outside the circle */
  async one(actor: StaffActor, id: string): Promise<StaffRightsView> {
    const row = await this.dataSource.manager.findOneBy(RightsCase, { id });
    if (!row) throw platformErrors.NOT_FOUND();
    await this.circle.admit(actor, row);
    await this.unitOfWork.run(actor, (work) => {
      work.audit('rights.read', id);
      return Promise.resolve();
    });
    const [owed, names, acting, steps] = await Promise.all([this.deadlines.of(RIGHTS_SUBJECT, [id], actor), this.staffNames(row.hallId, [row]), this.duty.actingFor(row.hallId, row.ownerId, this.clock.now()), this.steps(row, true)]);
    return {
      id, number: row.number, way: row.way, wayLabel: RIGHTS_WAY_LABELS[row.way], suggestionNumber: row.suggestionNumber, topicLabel: RIGHTS_TOPICS[row.topic], name: this.opened(row.nameCipher, `rights.name:${id}`), phone: this.opened(row.phoneCipher, `rights.phone:${id}`),
      words: this.opened(row.wordsCipher, `rights.words:${id}`), hasAccount: row.residentId !== null, ownerId: row.ownerId, ownerName: names.get(row.ownerId) ?? '', actingName: acting === row.ownerId ? null : names.get(acting) ?? null,
      state: row.state, stateLabel: RIGHTS_STATE_LABELS[row.state], openedAt: row.openedAt, deadlines: owed.get(id) ?? [], steps, actions: rightsOffers(row.state, 'staff'), mayAssign: actor.permissions.has('rights.handle') && OPEN_RIGHTS_STATES.includes(row.state), version: row.version,
    };
  }

  /** For whoever opened it at the desk. */
  async openedBy(actor: StaffActor, id: string): Promise<RightsOpenedView> {
    const row = await this.dataSource.manager.findOneByOrFail(RightsCase, { id });
    return { id, number: row.number, ownerName: await this.people.staffName(row.ownerId), readable: holds(await this.circle.of(actor), row) };
  }

  /** Who may be given a case. */
  async owners(actor: StaffActor): Promise<RightsOwnerView[]> {
    return (await this.people.staffOf(actor.hallId)).filter(({ roles }) => roles.some((role) => role === 'clerk' || role === 'head' || role === 'leader')).map(({ id, name, post }) => ({ id, name, post }));
  }

  private async forPerson(row: RightsCase): Promise<MyRightsView> {
    const [{ phone }, staff, owed, steps] = await Promise.all([this.halls.hall(row.hallId), this.people.staffOf(row.hallId), this.deadlines.of(RIGHTS_SUBJECT, [row.id]), this.steps(row, false)]);
    const owner = staff.find(({ id }) => id === row.ownerId);
    return {
      id: row.id, number: row.number, topic: row.topic, topicLabel: RIGHTS_TOPICS[row.topic], words: this.opened(row.wordsCipher, `rights.words:${row.id}`), state: row.state, stateLabel: RIGHTS_STATE_LABELS[row.state], nextStep: RIGHTS_NEXT_STEPS[row.state],
      ownerLine: owner ? `${owner.name} ${owner.post}` : '', hallPhone: phone, openedAt: row.openedAt, ...soonest(owed.get(row.id)), steps, actions: rightsOffers(row.state, 'resident'), version: row.version,
    };
  }

  private async steps(row: RightsCase, all: boolean): Promise<RightsStepView[]> {
    const steps = (await this.dataSource.manager.find(RightsStep, { where: { caseId: row.id }, order: { position: 'ASC' } })).filter((step) => all || step.kind !== 'note');
    const names = await this.people.staffNames(steps.flatMap(({ byId }) => (byId ? [byId] : [])));
    return steps.map((step) => ({ label: step.kind === 'open' && step.byId === null ? '提出求助' : STEP_LABELS[step.kind], byName: step.byId === null ? '本人' : names.get(step.byId) ?? '', at: step.at, words: step.wordsCipher && this.opened(step.wordsCipher, `rights-step.words:${step.id}`), internal: step.kind === 'note' }));
  }

  private async staffNames(hallId: string, rows: readonly RightsCase[]): Promise<Map<string, string>> {
    if (rows.length === 0) return new Map();
    return new Map((await this.people.staffOf(hallId)).map(({ id, name }) => [id, name]));
  }

  private opened(cipher: string, place: string): string {
    return this.crypto.decryptField(cipher, place);
  }
}

/** What is owed next. */
function soonest(owed: readonly DeadlineView[] = []): { dueAt: number | null; overdue: boolean } {
  const open = owed.filter(({ dueAt, endedAt }) => endedAt === null && dueAt !== null).sort((a, b) => a.dueAt! - b.dueAt!);
  return { dueAt: open[0]?.dueAt ?? null, overdue: open.some(({ overdue }) => overdue) };
}
