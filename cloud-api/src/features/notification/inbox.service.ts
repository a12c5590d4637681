import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { InboxItem } from './inbox.entity.ts';
import type { InboxItemView } from './notification.dto.ts';

/** Newest messages shown; older ones stay stored. */
const SHOWN = 50;

export interface Message {
  residentId: string;
  title: string;
  body: string;
  link: string | null;
  /** The fact it tells of. */
  onceKey: string;
}

/** The resident's own inbox: the one channel that always works. */
@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async tell(work: Work, message: Message): Promise<void> {
    await work.sql.insertIfAbsent('inbox_item (id, resident_id, at, title, body, link, read_at, once_key) VALUES (?, ?, ?, ?, ?, ?, NULL, ?)', [newId(), message.residentId, work.now, message.title, message.body, message.link, message.onceKey]);
  }

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
}

const viewOf = (row: InboxItem): InboxItemView => ({ id: row.id, at: row.at, title: row.title, body: row.body, link: row.link, read: row.readAt !== null });
