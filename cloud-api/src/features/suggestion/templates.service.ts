import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { SuggestionTemplateInput, SuggestionTemplateView } from './suggestion-staff.dto.ts';
import { SuggestionTemplate } from './suggestion-work.entity.ts';

/** Words an answer may begin with, kept by the hall. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(hallId: string): Promise<SuggestionTemplateView[]> {
    const rows = await this.dataSource.manager.find(SuggestionTemplate, { where: { hallId, retired: false }, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(({ id, title, text, topic, version }) => ({ id, title, text, topic, version }));
  }

  async add(actor: StaffActor, key: Idempotency | null, { title, text, topic }: SuggestionTemplateInput): Promise<void> {
    await this.unitOfWork.run(actor, (work) =>
      work.once(key, async (id) => {
        await work.add(SuggestionTemplate, { id, hallId: actor.hallId, title: title.trim(), text: text.trim(), topic, retired: false, writtenBy: actor.id, createdAt: work.now });
        work.audit('suggestion-template.add', id);
      }),
    );
  }

  /** @throws NOT_FOUND, STALE_VERSION */
  async change(actor: StaffActor, id: string, { title, text, topic, version }: SuggestionTemplateInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.lock(work, actor, id, version ?? undefined);
      await work.change(SuggestionTemplate, row, { title: title.trim(), text: text.trim(), topic });
      work.audit('suggestion-template.change', id);
    });
  }

  /** Nobody begins with it any more. @throws NOT_FOUND */
  async retire(actor: StaffActor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await work.change(SuggestionTemplate, await this.lock(work, actor, id), { retired: true });
      work.audit('suggestion-template.retire', id);
    });
  }

  private async lock(work: Work, actor: StaffActor, id: string, version?: number): Promise<SuggestionTemplate> {
    const row = await work.lock(SuggestionTemplate, id);
    if (row.hallId !== actor.hallId || row.retired) throw platformErrors.NOT_FOUND();
    if (version !== undefined && row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }
}
