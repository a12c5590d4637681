import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { ageOn, birthDayOf, checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { isPersonName } from '@hall/shared/kernel/person-name';
import { dayOf } from '@hall/shared/kernel/day';
import { maskCitizenId, maskName } from '@hall/shared/kernel/masking';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import type { RelativeInput, RelativeView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { AUTHORITY_PICTURE, People } from './people.ts';
import { Relative, Resident } from './resident.entity.ts';

const MOST_RELATIVES = 8;
const RELATION_LABELS: Record<string, string> = { spouse: '配偶', father: '父亲', mother: '母亲', child: '子女', sibling: '兄弟姐妹', grandparent: '祖父母/外祖父母', grandchild: '孙子女/外孙子女', other: '其他' };

/** The people a resident acts for (代办). */
@Injectable()
export class RelativesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly pictures: Pictures,
    private readonly clock: Clock,
  ) {}

  async list(residentId: string): Promise<RelativeView[]> {
    const rows = await this.dataSource.manager.find(Relative, { where: { residentId, openIndex: Not(IsNull()) }, order: { createdAt: 'ASC' } });
    return rows.map((row) => this.viewOf(row));
  }

  /** @throws CITIZEN_ID_INVALID, NAME_INVALID, RELATIVE_IS_SELF, RELATIVE_TWICE, RELATIVE_LIMIT */
  async add(actor: ResidentActor, input: RelativeInput, key: Idempotency | null): Promise<RelativeView> {
    const checked = checkCitizenId(input.citizenId, dayOf(this.clock.now()));
    if (!checked.ok) throw identityErrors.CITIZEN_ID_INVALID({ fields: [{ path: 'citizenId', code: checked.code, message: checked.message }] });
    const name = input.name.trim();
    if (!isPersonName(name)) throw identityErrors.NAME_INVALID({ fields: [{ path: 'name', code: 'NAME_INVALID', message: '请按身份证上的姓名填写亲属的姓名' }] });
    const citizenIndex = this.people.citizenIndex(checked.value);
    const id = await this.unitOfWork.run(actor, async (work) => {
      // The account's row is the lock that keeps two taps from passing the limit together.
      const self = await work.lock(Resident, actor.id);
      return work.once(key, async (relativeId) => {
        if (self.citizenIndex === citizenIndex) throw identityErrors.RELATIVE_IS_SELF();
        const standing = await work.find(Relative, { residentId: actor.id, openIndex: Not(IsNull()) });
        if (standing.some((row) => row.citizenIndex === citizenIndex)) throw identityErrors.RELATIVE_TWICE();
        if (standing.length >= MOST_RELATIVES) throw identityErrors.RELATIVE_LIMIT();
        await work.add(Relative, {
          id: relativeId, residentId: actor.id, relation: input.relation, ...this.people.sealRelative(relativeId, name, checked.value), citizenIndex, openIndex: citizenIndex,
          authorityPictureId: null, authorityState: 'none', authorityValidUntil: input.validUntil ?? null, createdAt: work.now,
        });
        work.audit('identity.add-relative', relativeId, { relation: input.relation });
      });
    });
    return this.one(actor.id, id);
  }

  /** @throws NOT_FOUND, and the picture check's refusals */
  async keepAuthority(actor: ResidentActor, relativeId: string, upload: Upload): Promise<RelativeView> {
    await this.people.relative(actor.id, relativeId);
    const stored = await this.pictures.store(upload);
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(Relative, relativeId);
      if (row.residentId !== actor.id || row.openIndex === null) throw platformErrors.NOT_FOUND();
      const picture = await this.pictures.keep(work, stored, { subjectKind: AUTHORITY_PICTURE, subjectId: relativeId, ownerResidentId: actor.id, hallId: null });
      if (row.authorityPictureId) await this.pictures.remove(work, row.authorityPictureId);
      await work.change(Relative, row, { authorityPictureId: picture.id, authorityState: 'uploaded' });
      work.audit('identity.relative-authority', relativeId);
    });
    return this.one(actor.id, relativeId);
  }

  async remove(actor: ResidentActor, relativeId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(Relative, relativeId);
      if (row.residentId !== actor.id) throw platformErrors.NOT_FOUND();
      if (row.openIndex === null) return;
      await work.change(Relative, row, { openIndex: null });
      work.audit('identity.remove-relative', relativeId);
    });
  }

  private async one(residentId: string, relativeId: string): Promise<RelativeView> {
    const row = await this.dataSource.manager.findOneBy(Relative, { id: relativeId, residentId });
    if (!row) throw platformErrors.NOT_FOUND();
    return this.viewOf(row);
  }

  private viewOf(row: Relative): RelativeView {
    const facts = this.people.relativeFactsOf(row);
    return {
      id: row.id, relation: row.relation, relationLabel: RELATION_LABELS[row.relation] ?? '其他', maskedName: maskName(facts.name), maskedCitizenId: maskCitizenId(facts.citizenId),
      age: ageOn(birthDayOf(facts.citizenId), dayOf(this.clock.now())), authority: facts.authority, version: row.version,
    };
  }
}
