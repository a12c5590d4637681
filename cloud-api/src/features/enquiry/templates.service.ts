import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { EnquiryTemplateInput, EnquiryTemplateList } from './enquiry-staff.dto.ts';
import { EnquiryTemplate } from './enquiry.entity.ts';

/** Words answers begin with, kept for the whole hall. */
@Injectable()
export class EnquiryTemplates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(actor: StaffActor): Promise<EnquiryTemplateList> {
    const rows = await this.dataSource.manager.find(EnquiryTemplate, { where: { hallId: actor.hallId, retired: false }, order: { title: 'ASC', id: 'ASC' } });
    return { items: rows.map(({ id, title, text, version }) => ({ id, title, text, version })) };
  }

  async add(actor: StaffActor, { title, text }: EnquiryTemplateInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { id } = await work.add(EnquiryTemplate, { id: newId(), hallId: actor.hallId, title: title.trim(), text: text.trim(), retired: false, writtenBy: actor.id, createdAt: work.now });
      work.audit('enquiry-template.add', id);
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION */
  async change(actor: StaffActor, id: string, { title, text, version }: EnquiryTemplateInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await work.change(EnquiryTemplate, await this.hold(work, actor, id, version ?? 0), { title: title.trim(), text: text.trim(), writtenBy: actor.id });
      work.audit('enquiry-template.change', id);
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION */
  async retire(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await work.change(EnquiryTemplate, await this.hold(work, actor, id, version), { retired: true });
      work.audit('enquiry-template.retire', id);
    });
  }

  private async hold(work: Work, actor: StaffActor, id: string, version: number): Promise<EnquiryTemplate> {
    const row = await work.lock(EnquiryTemplate, id);
    if (row.hallId !== actor.hallId || row.retired) throw platformErrors.NOT_FOUND();
    if (row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }
}
