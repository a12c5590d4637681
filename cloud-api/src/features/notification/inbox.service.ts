import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, Not } from 'typeorm';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { staffInboxChanged } from './inbox-line.ts';
import { InboxItem, StaffInboxItem } from './inbox.entity.ts';
import type { InboxItemView, StaffInboxItemView, StaffInboxList } from './notification.dto.ts';
import { staffPageOf } from './phone-pages.ts';

/** Newest messages shown at once; of a resident's, older ones stay stored. */
const SHOWN = 50;

/** The last message of a page, in a list that tells the unread first and each part from the newest on. */
interface Place { read: boolean; at: number; id: string }

const cursorOf = ({ readAt, at, id }: StaffInboxItem): string => `${readAt === null ? 'unread' : 'read'}.${at}.${id}`;
function placeOf(cursor: string | undefined): Place | null {
  const [part, at, id] = cursor?.split('.') ?? [];
  return part === undefined || id === undefined ? null : { read: part === 'read', at: Number(at), id };
}

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

  /** All that came until then. */
  async readAll(actor: ResidentActor, until: number): Promise<void> {
    await this.unitOfWork.run(actor, (work) => work.execute('UPDATE inbox_item SET read_at = ? WHERE resident_id = ? AND read_at IS NULL AND at <= ?', [work.now, actor.id, until]));
  }

  /**
   * One page, the unread first. What is read between two pages is told again among the read, never left out.
   * @param cursor where the page before ended
   */
  async listStaff(actor: StaffActor, cursor?: string): Promise<StaffInboxList> {
    const from = placeOf(cursor);
    const unread = from?.read ? [] : await this.older(actor.id, false, from);
    const rows = unread.length > SHOWN ? unread : [...unread, ...await this.older(actor.id, true, from?.read ? from : null)];
    const shown = rows.slice(0, SHOWN);
    const last = shown.at(-1);
    return { items: shown.map(staffViewOf), unread: await this.unreadOf(actor), nextCursor: rows.length > SHOWN && last ? cursorOf(last) : null };
  }

  async unreadOf(actor: StaffActor): Promise<number> {
    const [{ n }] = await this.dataSource.query<[{ n: number | string }]>('SELECT COUNT(*) AS n FROM staff_inbox_item WHERE staff_id = ? AND read_at IS NULL', [actor.id]);
    return Number(n);
  }

  async readStaff(actor: StaffActor, id: string): Promise<StaffInboxItemView> {
    await this.unitOfWork.run(actor, async (work) => {
      const { affected } = await work.execute('UPDATE staff_inbox_item SET read_at = ? WHERE id = ? AND staff_id = ? AND read_at IS NULL', [work.now, id, actor.id]);
      if (affected > 0) work.emit(staffInboxChanged, { staffId: actor.id, hallId: actor.hallId });
    });
    const row = await this.dataSource.manager.findOneBy(StaffInboxItem, { id, staffId: actor.id });
    if (!row) throw platformErrors.NOT_FOUND();
    return staffViewOf(row);
  }

  /** All that came until then. */
  async readAllOfStaff(actor: StaffActor, until: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { affected } = await work.execute('UPDATE staff_inbox_item SET read_at = ? WHERE staff_id = ? AND read_at IS NULL AND at <= ?', [work.now, actor.id, until]);
      if (affected > 0) work.emit(staffInboxChanged, { staffId: actor.id, hallId: actor.hallId });
    });
  }

  /** One more than a page of the read or of the unread, from the newest or from behind a place on. */
  private older(staffId: string, read: boolean, from: Place | null): Promise<StaffInboxItem[]> {
    const part = { staffId, readAt: read ? Not(IsNull()) : IsNull() };
    const where = from === null ? part : [{ ...part, at: LessThan(from.at) }, { ...part, at: from.at, id: LessThan(from.id) }];
    return this.dataSource.manager.find(StaffInboxItem, { where, order: { at: 'DESC', id: 'DESC' }, take: SHOWN + 1 });
  }
}

const viewOf = (row: InboxItem | StaffInboxItem): InboxItemView => ({ id: row.id, at: row.at, title: row.title, body: row.body, link: row.link, read: row.readAt !== null });
const staffViewOf = (row: StaffInboxItem): StaffInboxItemView => ({ ...viewOf(row), kind: row.kind, urgent: row.urgent, page: row.link === null ? null : staffPageOf(row.link) });
