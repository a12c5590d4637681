import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf, isDay } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { HonourInput, HonourWithdrawInput, StaffHonourView } from './lights-staff.dto.ts';
import { Honour, type HonourHolder, type HonourSource } from './lights.entity.ts';
import { lightsErrors } from './lights.errors.ts';

/** What the hall's own computing gives, without anybody typing it. */
export interface EarnedHonour {
  hallId: string;
  holderKind: HonourHolder;
  holderId: string;
  title: string;
  document: string;
  source: Exclude<HonourSource, 'typed'>;
  /** Names it for ever: told again, it is not given again. */
  key: string;
}

/** 亮业绩: typed from a paper that can be looked up, or earned by what was counted. One given by mistake is withdrawn with a reason, not erased. */
@Injectable()
export class HonoursService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
  ) {}

  /** @throws HONOUR_HOLDER_UNKNOWN, HONOUR_DAY_TO_COME */
  async record(actor: StaffActor, { holderKind, holderId, title, givenBy, document, givenOn }: HonourInput, key: Idempotency | null): Promise<void> {
    if (!(await this.names(actor.hallId)).has(`${holderKind}:${holderId}`)) throw lightsErrors.HONOUR_HOLDER_UNKNOWN({ fields: [{ path: 'holderId', code: 'HONOUR_HOLDER_UNKNOWN', message: '请重新选择' }] });
    await this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      if (!isDay(givenOn) || givenOn > dayOf(work.now)) throw lightsErrors.HONOUR_DAY_TO_COME({ fields: [{ path: 'givenOn', code: 'HONOUR_DAY_TO_COME', message: '请核对文件上的日期' }] });
      await work.add(Honour, {
        id, hallId: actor.hallId, holderKind, holderId, title: title.trim(), givenBy: givenBy.trim(), document: document.trim(), givenOn, source: 'typed', sourceKey: null, recordedBy: actor.id, recordedAt: work.now, withdrawnAt: null, withdrawnWhy: null,
      });
      work.audit('lights.honour', id, { holderKind, holderId });
    }));
  }

  /** In the caller's unit of work; once for each key. */
  async earn(work: Work, { hallId, holderKind, holderId, title, document, source, key }: EarnedHonour): Promise<void> {
    if (await work.findOne(Honour, { sourceKey: key })) return;
    const { name } = await this.halls.hall(hallId);
    await work.add(Honour, { id: newId(), hallId, holderKind, holderId, title, givenBy: name, document, givenOn: dayOf(work.now), source, sourceKey: key, recordedBy: null, recordedAt: work.now, withdrawnAt: null, withdrawnWhy: null });
  }

  /** Only what was typed: what was counted stays as it was counted. @throws NOT_FOUND, STALE_VERSION, HONOUR_WITHDRAWN, NOT_ALLOWED */
  async withdraw(actor: StaffActor, id: string, { reason, version }: HonourWithdrawInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(Honour, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      if (row.withdrawnAt !== null) throw lightsErrors.HONOUR_WITHDRAWN();
      if (row.source !== 'typed') throw platformErrors.NOT_ALLOWED();
      await work.change(Honour, row, { withdrawnAt: work.now, withdrawnWhy: reason.trim() });
      work.audit('lights.honour-withdraw', id);
    });
  }

  /** Everything ever recorded, the newest first; withdrawn ones with their reason. */
  async ofHall(actor: StaffActor): Promise<StaffHonourView[]> {
    const [rows, names] = await Promise.all([this.dataSource.manager.find(Honour, { where: { hallId: actor.hallId }, order: { givenOn: 'DESC', id: 'DESC' } }), this.names(actor.hallId)]);
    return rows.map(({ id, holderKind, holderId, title, givenBy, document, givenOn, source, withdrawnAt, withdrawnWhy, version }) => ({
      id, holderKind, holderId, holderName: names.get(`${holderKind}:${holderId}`) ?? '（已离开）', title, givenBy, document, givenOn, source, withdrawnWhy, actions: withdrawnAt === null && source === 'typed' ? ['withdraw'] : [], version,
    }));
  }

  private async names(hallId: string): Promise<Map<string, string>> {
    const [staff, departments, windows] = await Promise.all([this.people.staffOf(hallId), this.halls.departments(hallId), this.halls.windows(hallId)]);
    return new Map([...staff.map(({ id, name }) => [`person:${id}`, name] as const), ...departments.map(({ id, name }) => [`department:${id}`, name] as const), ...windows.map(({ id, label }) => [`window:${id}`, label] as const)]);
  }
}
