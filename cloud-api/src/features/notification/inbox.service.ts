import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { InboxItem } from './inbox.entity.ts';
import { StaffInboxItem } from './message.entity.ts';
import type { InboxItemView, StaffInboxItemView, StaffInboxList } from './notification.dto.ts';

/** Newest messages shown; older ones stay stored. */
const SHOWN = 50;

/** Everybody's own inbox: the one channel that always works. */
@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(residentId: string): Promise<InboxItemView[]> {
    const rows = await this.dataSource.manager.find(InboxItem, { where: { residentId }, order: { at: 'DESC' }, take: SHOWN });
    return rows.map(viewOf);
  }

  async read(actor: ResidentActor, id: string): Promise<InboxItemView> {
    await this.unitOfWork.run(actor, (work) => work.execute('UPDATE inbox_item SET read_at = ? WHERE id = ? AND resident_id = ? AND read_at IS NULL', [work.now, id, actor.id]));
    const row = await this.dataSource.manager.findOneBy(InboxItem, { id, residentId: actor.id });
    if (!row) throw platformErrors.NOT_FOUND();
    return viewOf(row);
  }

  async listStaff(actor: StaffActor): Promise<StaffInboxList> {
    const rows = await this.dataSource.manager.find(StaffInboxItem, { where: { staffId: actor.id }, order: { at: 'DESC', id: 'DESC' }, take: SHOWN });
    const [{ n }] = await this.dataSource.query<[{ n: number | string }]>('SELECT COUNT(*) AS n FROM staff_inbox_item WHERE staff_id = ? AND read_at IS NULL', [actor.id]);
    return { items: rows.map(staffViewOf), unread: Number(n) };
  }

  async readStaff(actor: StaffActor, id: string): Promise<StaffInboxItemView> {
    await this.unitOfWork.run(actor, (work) => work.execute('UPDATE staff_inbox_item SET read_at = ? WHERE id = ? AND staff_id = ? AND read_at IS NULL', [work.now, id, actor.id]));
    const row = await this.dataSource.manager.findOneBy(StaffInboxItem, { id, staffId: actor.id });
    if (!row) throw platformErrors.NOT_FOUND();
    return staffViewOf(row);
  }
}

const viewOf = (row: InboxItem): InboxItemView => ({ id: row.id, at: row.at, title: row.title, body: row.body, link: row.link, read: row.readAt !== null });
const staffViewOf = (row: StaffInboxItem): StaffInboxItemView => ({ id: row.id, kind: row.kind, urgent: row.urgent, at: row.at, title: row.title, body: row.body, link: row.link, read: row.readAt !== null });
