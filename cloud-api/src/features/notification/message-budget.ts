import { Injectable } from '@nestjs/common';
import { DAY_LENGTH } from '@hall/shared/kernel/day';
import { DataSource } from 'typeorm';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { MessageConsent, type RecipientKind } from './message.entity.ts';
import type { MessageTemplateView } from './notification.dto.ts';
import { Templates, type TemplateCode } from './templates.ts';

/** Whoever allows this many messages of a template is not asked for more. */
const ENOUGH = 3;
/** More than anybody can tap together; beyond it the phone's report is not believed. */
const MOST = 20;
/** How many people one unit of work writes to. */
export const AT_ONCE = 200;
/** How long somebody who said no is not asked again. */
const LEFT_IN_PEACE = 7 * DAY_LENGTH;

/**
 * How many messages of each template a person still allows. WeChat grants one for each "允许" and does not tell how many
 * are left, so the phone reports what was tapped, each message spends one, and WeChat's own no (43101) empties the purse.
 */
@Injectable()
export class MessageBudget {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  /** Which of these to ask about now: configured here, not plentiful, not declined lately. At most three, as WeChat wants. */
  async toAsk(holderId: string, codes: readonly TemplateCode[]): Promise<MessageTemplateView[]> {
    const known = new Map((await this.dataSource.manager.findBy(MessageConsent, { holderId })).map((row) => [row.template, row]));
    return codes.flatMap((code) => {
      const template = this.templates.of(code);
      const row = known.get(code);
      const asked = row && (row.remaining >= ENOUGH || (row.declinedAt !== null && this.clock.now() - row.declinedAt < LEFT_IN_PEACE));
      return template && !asked ? [{ code, templateId: template.id }] : [];
    }).slice(0, 3);
  }

  /** What the person tapped in WeChat's own question. */
  async report(actor: ResidentActor | StaffActor, answers: { accepted: readonly TemplateCode[]; rejected: readonly TemplateCode[] }): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      for (const code of new Set(answers.accepted)) await this.add(work, actor.kind, actor.id, code, 1);
      for (const code of new Set(answers.rejected)) {
        await this.add(work, actor.kind, actor.id, code, 0);
        await work.execute('UPDATE message_consent SET declined_at = ? WHERE holder_id = ? AND template = ?', [work.now, actor.id, code]);
      }
    });
  }

  /** Residents who would be told of this, in the order of their ids, after a place. At most {@link AT_ONCE}. */
  async wishing(work: Work, template: TemplateCode, after: string): Promise<string[]> {
    const rows = await work.rows<{ holder_id: string }>(`SELECT holder_id FROM message_consent WHERE holder_kind = 'resident' AND template = ? AND remaining > 0 AND holder_id > ? ORDER BY holder_id LIMIT ${AT_ONCE}`, [template, after]);
    return rows.map(({ holder_id: id }) => id);
  }

  async left(work: Work, holderId: string, template: TemplateCode): Promise<number> {
    const [row] = await work.rows<{ remaining: number | string }>('SELECT remaining FROM message_consent WHERE holder_id = ? AND template = ?', [holderId, template]);
    return Number(row?.remaining ?? 0);
  }

  /** Takes one. @returns false when there was none */
  async spend(work: Work, holderId: string, template: TemplateCode): Promise<boolean> {
    return (await work.execute('UPDATE message_consent SET remaining = remaining - 1, changed_at = ? WHERE holder_id = ? AND template = ? AND remaining > 0', [work.now, holderId, template])).affected === 1;
  }

  /** The message surely did not use it. */
  async giveBack(work: Work, holderId: string, template: TemplateCode): Promise<void> {
    await work.execute('UPDATE message_consent SET remaining = remaining + 1, changed_at = ? WHERE holder_id = ? AND template = ?', [work.now, holderId, template]);
  }

  /** WeChat says there is none, whatever we have counted. */
  async empty(work: Work, holderId: string, template: TemplateCode): Promise<void> {
    await work.execute('UPDATE message_consent SET remaining = 0, changed_at = ? WHERE holder_id = ? AND template = ?', [work.now, holderId, template]);
  }

  /** Two accounts of one person became one. */
  async merge(work: Work, fromId: string, intoId: string): Promise<void> {
    for (const { template, remaining } of await work.find(MessageConsent, { holderId: fromId })) await this.add(work, 'resident', intoId, template, remaining);
    await this.forget(work, fromId);
  }

  /** Whoever it was has no WeChat any more. */
  async forget(work: Work, holderId: string): Promise<void> {
    await work.execute('DELETE FROM message_consent WHERE holder_id = ?', [holderId]);
  }

  private async add(work: Work, holderKind: RecipientKind, holderId: string, template: string, more: number): Promise<void> {
    await work.sql.insertIfAbsent('message_consent (id, holder_kind, holder_id, template, remaining, changed_at) VALUES (?, ?, ?, ?, 0, ?)', [newId(), holderKind, holderId, template, work.now]);
    if (more > 0) await work.execute('UPDATE message_consent SET remaining = CASE WHEN remaining + ? > ? THEN ? ELSE remaining + ? END, declined_at = NULL, changed_at = ? WHERE holder_id = ? AND template = ?', [more, MOST, MOST, more, work.now, holderId, template]);
  }
}
