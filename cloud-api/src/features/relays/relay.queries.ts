import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ROLE_LABELS, type StaffRole } from '@hall/shared/identity/permissions';
import { dayOf } from '@hall/shared/kernel/day';
import { RECEIPT_STATE_LABELS, mayRemind } from '@hall/shared/relays/relay.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { DutyRoster, type ActingOn } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import type { RelayAddressBookView, RelayList, RelayReceiptView, RelayView } from './relay.dto.ts';
import { RelayMessage, RelayReceipt } from './relay.entity.ts';

const SHOWN = 100;

interface Around {
  staff: readonly StaffFacts[];
  names: ReadonlyMap<string, string>;
  departments: readonly { id: string; name: string }[];
  acting: ActingOn;
  now: number;
}

/** Messages as their recipients and their senders see them. */
@Injectable()
export class RelayQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly duty: DutyRoster,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** What was meant for the reader or for somebody they act for: owed ones first, then the newest. */
  async received(actor: StaffActor): Promise<RelayList> {
    const hands = await this.duty.actsFor(actor.hallId, actor.id, this.clock.now());
    const mine = await this.dataSource.manager.find(RelayReceipt, { where: { hallId: actor.hallId, staffId: In(hands) }, order: { id: 'DESC' }, take: SHOWN });
    const rows = await this.dataSource.manager.find(RelayMessage, { where: { id: In(mine.map((each) => each.relayId)) }, order: { sentAt: 'DESC', id: 'DESC' } });
    const items = (await this.views(actor, rows)).sort((a, b) => Number(b.mine) - Number(a.mine));
    return { items, owed: items.filter((item) => item.mine).length };
  }

  /** Every message of the hall, for whoever may send: the newest first. */
  async sent(actor: StaffActor): Promise<RelayList> {
    const items = await this.views(actor, await this.dataSource.manager.find(RelayMessage, { where: { hallId: actor.hallId }, order: { sentAt: 'DESC', id: 'DESC' }, take: SHOWN }));
    return { items, owed: items.filter((item) => item.mine).length };
  }

  /** @throws NOT_FOUND for whom it was not meant, unless they may send */
  async one(actor: StaffActor, id: string): Promise<RelayView> {
    const row = await this.dataSource.manager.findOneBy(RelayMessage, { id, hallId: actor.hallId });
    if (!row) throw platformErrors.NOT_FOUND();
    const hands = await this.duty.actsFor(actor.hallId, actor.id, this.clock.now());
    if (!actor.permissions.has('relay.send') && !(await this.dataSource.manager.existsBy(RelayReceipt, { relayId: id, staffId: In(hands) }))) throw platformErrors.NOT_FOUND();
    return (await this.views(actor, [row]))[0]!;
  }

  /** To whom a message may go. */
  async addressBook(actor: StaffActor): Promise<RelayAddressBookView> {
    const [staff, departments] = await Promise.all([this.people.staffOf(actor.hallId), this.halls.departments(actor.hallId)]);
    const others = staff.filter((person) => person.id !== actor.id);
    return {
      departments: departments.map(({ id, name }) => ({ id, label: name, people: others.filter((person) => person.departmentId === id).length })).filter(({ people }) => people > 0),
      roles: (Object.keys(ROLE_LABELS) as StaffRole[]).map((role) => ({ id: role, label: ROLE_LABELS[role], people: others.filter((person) => person.roles.includes(role)).length })).filter(({ people }) => people > 0),
      people: others.map(({ id, name, post, departmentId, roles }) => ({ id, name, post, departmentId, roles: [...roles] })),
    };
  }

  private async views(actor: StaffActor, rows: readonly RelayMessage[]): Promise<RelayView[]> {
    if (rows.length === 0) return [];
    const now = this.clock.now();
    const receipts = await this.dataSource.manager.find(RelayReceipt, { where: { relayId: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
    const [staff, departments, acting, hands, names] = await Promise.all([
      this.people.staffOf(actor.hallId), this.halls.departments(actor.hallId), this.duty.actingOn(actor.hallId, dayOf(now)), this.duty.actsFor(actor.hallId, actor.id, now),
      this.people.staffNames([...rows.map((row) => row.sentBy), ...receipts.flatMap((each) => [each.staffId, ...(each.acknowledgedBy ? [each.acknowledgedBy] : [])])]),
    ]);
    const around: Around = { staff, names, departments, acting, now };
    const sends = actor.permissions.has('relay.send');
    return rows.map((row) => {
      const its = receipts.filter((each) => each.relayId === row.id);
      const owed = its.filter((each) => each.state === 'owed' && hands.includes(each.staffId));
      const dueAt = owed.map((each) => each.dueAt).filter((at) => at !== null).sort((a, b) => a - b)[0] ?? null;
      return {
        id: row.id, title: row.title, words: row.words, link: row.link, sentByName: names.get(row.sentBy) ?? '', sentAt: row.sentAt, withdrawn: row.withdrawnAt !== null, mine: owed.length > 0, dueAt, overdue: dueAt !== null && now > dueAt,
        recipients: its.filter((each) => each.state !== 'released').length, acknowledged: its.filter((each) => each.state === 'acknowledged').length, mayWithdraw: row.sentBy === actor.id && row.withdrawnAt === null,
        receipts: sends ? its.map((each) => receiptView(each, around)) : [], remindable: sends && row.withdrawnAt === null ? its.filter((each) => mayRemind(each, dayOf(now))).length : 0, version: row.version,
      };
    });
  }
}

function receiptView(row: RelayReceipt, { staff, names, departments, acting, now }: Around): RelayReceiptView {
  const departmentId = staff.find(({ id }) => id === row.staffId)?.departmentId ?? null;
  const actingId = acting(row.staffId);
  const byOther = row.acknowledgedBy !== null && row.acknowledgedBy !== row.staffId;
  return {
    staffId: row.staffId, name: names.get(row.staffId) ?? '', departmentName: departments.find(({ id }) => id === departmentId)?.name ?? '', actingName: actingId === row.staffId ? null : names.get(actingId) ?? staff.find(({ id }) => id === actingId)?.name ?? null,
    state: row.state, stateLabel: RECEIPT_STATE_LABELS[row.state], dueAt: row.dueAt, overdue: row.state === 'owed' && row.dueAt !== null && now > row.dueAt, acknowledgedAt: row.acknowledgedAt, acknowledgedByName: byOther ? names.get(row.acknowledgedBy!) ?? '' : null,
    remindedOn: row.remindedOn,
  };
}
