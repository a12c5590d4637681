import { Injectable } from '@nestjs/common';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { factsWords, idsIn } from '@hall/shared/identity/audit-field-words';
import { ACTOR_LABELS, OWN_SIGN_INS, actionWords, actionsSaying, auditAreaOf } from '@hall/shared/identity/audit-words';
import { addDays, instantAt, isDay } from '@hall/shared/kernel/day';
import { ROLE_LABELS } from '@hall/shared/identity/permissions';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { AuditEntry } from '../../platform/persistence/platform.entities.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { AuditEntryView, AuditPageView, AuditQuery } from './audit.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { Staff } from './staff.entity.ts';

const PAGE = 50;
/** A sheet of more would be read by nobody. */
const MOST_IN_SHEET = 5_000;
const MOST_DAYS = 366;

/** The audit, read by the audit administrator alone. Each reading is an entry of its own. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The newest first, page by page. @throws AUDIT_DAYS_INVALID */
  async page(actor: StaffActor, query: AuditQuery): Promise<AuditPageView> {
    const found = await (await this.asked(actor, query)).take(PAGE + 1).getMany();
    const rows = found.slice(0, PAGE);
    await this.noted(actor, 'audit.read', query, rows.length);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    return { items: await this.views(rows), next: last ? `${last.at}.${last.id}` : null };
  }

  /** The same as a sheet, the newest 5,000 at the most. @throws AUDIT_DAYS_INVALID */
  async sheet(actor: StaffActor, query: AuditQuery): Promise<Buffer> {
    const rows = await (await this.asked(actor, query)).take(MOST_IN_SHEET).getMany();
    await this.noted(actor, 'audit.export', query, rows.length);
    const views = await this.views(rows);
    return writeTable({
      sheet: '审计记录', title: `审计记录 ${query.from} 至 ${query.to}`, note: rows.length === MOST_IN_SHEET ? `只列最近 ${MOST_IN_SHEET} 条，请缩小时间范围再导一次。` : `共 ${rows.length} 条。记录里没有居民的姓名、证件号和电话。`, createdAt: this.clock.now(), creator: ROLE_LABELS['audit-admin'],
      columns: [['时间', 22], ['谁', 12], ['姓名', 14], ['范围', 16], ['动作', 22], ['动作代码', 26], ['对象', 40], ['对象姓名', 14], ['细节', 40]],
      rows: views.map((view) => [chinaTime(view.at), view.actorLabel, view.actorName, view.area, view.label, view.action, view.subjectId ?? '', view.subjectName, view.detail]),
    });
  }

  /** Entries of this hall, and those of nobody's hall, such as a sign-in that failed. */
  private async asked({ hallId }: StaffActor, query: AuditQuery): Promise<SelectQueryBuilder<AuditEntry>> {
    const { from, to, actorKind, actor, action, subjectId, after } = query;
    if (!isDay(from) || !isDay(to) || to < from || to > addDays(from, MOST_DAYS)) throw identityErrors.AUDIT_DAYS_INVALID();
    const asked = this.dataSource.manager.createQueryBuilder(AuditEntry, 'e').where('(e.hallId = :hallId OR e.hallId IS NULL)', { hallId })
      .andWhere('e.at >= :since AND e.at < :until', { since: instantAt(from, '00:00'), until: instantAt(addDays(to, 1), '00:00') });
    // Who signed in was nobody yet when it was written.
    const signIns = { signIns: [...OWN_SIGN_INS] };
    if (actorKind === 'staff') asked.andWhere("(e.actorKind = 'staff' OR (e.actorKind = 'anyone' AND e.action IN (:...signIns)))", signIns);
    else if (actorKind === 'anyone') asked.andWhere("e.actorKind = 'anyone' AND e.action NOT IN (:...signIns)", signIns);
    else if (actorKind) asked.andWhere('e.actorKind = :actorKind', { actorKind });
    if (actor?.trim()) asked.andWhere("(e.actorId IN (:...actorIds) OR (e.actorKind = 'anyone' AND e.action IN (:...signIns) AND e.subjectId IN (:...actorIds)))", { ...signIns, actorIds: ['nobody', ...(await this.staffCalled(hallId, actor.trim()))] });
    const saying = action?.trim() ? actionsSaying(action.trim()) : null;
    if (saying) asked.andWhere('e.action IN (:...saying)', { saying: ['none', ...saying] });
    // The signs that mean "anything" in a pattern are looked for as themselves.
    else if (action?.trim()) asked.andWhere("e.action LIKE :action ESCAPE '!'", { action: `${action.trim().replace(/[!%_]/g, '!$&')}%` });
    if (subjectId) asked.andWhere('e.subjectId = :subjectId', { subjectId });
    if (after) {
      const [at = '', id = ''] = after.split('.');
      asked.andWhere('(e.at < :at OR (e.at = :at AND e.id < :id))', { at: Number(at), id });
    }
    return asked.orderBy('e.at', 'DESC').addOrderBy('e.id', 'DESC');
  }

  private async staffCalled(hallId: string, words: string): Promise<string[]> {
    const { manager } = this.dataSource;
    const found = await manager.find(Staff, { where: [{ hallId, name: words }, { hallId, badgeNumber: words }, { hallId, userName: words }, { hallId, id: words }], select: { id: true } });
    return found.map(({ id }) => id);
  }

  private async views(rows: readonly AuditEntry[]): Promise<AuditEntryView[]> {
    const ids = [...new Set(rows.flatMap(({ actorKind, actorId, subjectId, detail }) => [actorKind === 'staff' ? actorId : null, subjectId, ...idsIn(detail)]).filter((id) => id !== null))];
    const staff = new Map((ids.length === 0 ? [] : await this.dataSource.manager.findBy(Staff, { id: In(ids) })).map(({ id, name }) => [id, name]));
    return rows.map((row) => {
      const signedIn = row.actorKind === 'anyone' && OWN_SIGN_INS.includes(row.action);
      const [kind, who] = signedIn ? ['staff', row.subjectId] : [row.actorKind, row.actorId];
      return {
        id: row.id, at: row.at, actorKind: row.actorKind, actorLabel: ACTOR_LABELS[kind] ?? kind, actorName: kind === 'staff' ? staff.get(who ?? '') ?? '' : '', area: auditAreaOf(row.action), label: actionWords(row.action), action: row.action,
        subjectId: row.subjectId, subjectName: staff.get(row.subjectId ?? '') ?? '', detail: factsWords(row.detail, (id) => staff.get(id) ?? null),
      };
    });
  }

  /** Which kinds of question were asked, and how much was shown; the newest row of the page itself is not read again. */
  private async noted(actor: StaffActor, action: 'audit.read' | 'audit.export', { from, to, actorKind, actor: who, action: what, subjectId }: AuditQuery, shown: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const [by] = who?.trim() ? await this.staffCalled(actor.hallId, who.trim()) : [];
      work.audit(action, by ?? null, { from, to, shown, ...(actorKind ? { actorKind } : {}), ...(what ? { action: what.slice(0, 60) } : {}), ...(subjectId ? { subject: true } : {}) });
    });
  }
}

const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const chinaTime = (at: number): string => CHINA.format(at);
