import { Injectable } from '@nestjs/common';
import { addDays, dayOf } from '@hall/shared/kernel/day';
import { blankMatter } from '@hall/shared/matter/matter-content';
import { conditionFields } from '@hall/shared/matter/condition-words';
import { differenceOf } from '@hall/shared/matter/matter-difference';
import { draftOf, draftProblems } from '@hall/shared/matter/matter-draft.rules';
import { PUBLISHED_AHEAD_DAYS, dayProblemOf, versionOn } from '@hall/shared/matter/matter-versions.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { MatterDraft, MatterVersion } from './matter.entity.ts';
import type { PublishMatterDraft, SaveMatterDraft } from './matter-rooms.dto.ts';
import { matterErrors } from './matters.errors.ts';
import { Matters, contentOf } from './matters.ts';

/** Characters of a version; a table of the database takes 64 KiB. */
const LONGEST_CONTENT = 20_000;

/** How a version of a matter is written, published from a day on, and taken back before it. A version that was public is never altered. */
@Injectable()
export class MatterDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matters: Matters,
  ) {}

  /** A matter that was not there before, as a draft with nothing but its name. @returns its id */
  begin(actor: StaffActor, name: string, key: Idempotency | null): Promise<string> {
    return this.unitOfWork.run(actor, (work) => work.once(key, async (matterId) => {
      const positions = (await work.find(MatterVersion, {})).map(({ position }) => position);
      await addDraft(work, { matterId, position: Math.max(-1, ...positions) + 1, content: blankMatter(name.trim()), note: '新事项', createdBy: actor.id });
      work.audit('matter.draft', matterId);
    }));
  }

  /** A draft of the version that stands, or of the former one to be restored. @throws NOT_FOUND, MATTER_DRAFT_STANDS */
  async open(actor: StaffActor, matterId: string, restores: number | null): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const versions = await inTurn(work, matterId);
      const from = restores === null ? (versionOn(versions, dayOf(work.now)) ?? versions.find(({ withdrawnAt }) => withdrawnAt === null)) : versions.find(({ versionNumber }) => versionNumber === restores);
      if (!from) throw platformErrors.NOT_FOUND();
      if (await work.findOne(MatterDraft, { openKey: matterId })) throw matterErrors.MATTER_DRAFT_STANDS();
      await addDraft(work, { matterId, position: from.position, content: contentOf(from), note: restores === null ? `照第 ${from.versionNumber} 版修改` : `恢复第 ${restores} 版`, restores, createdBy: actor.id });
      work.audit('matter.draft', matterId, { from: from.versionNumber });
    });
  }

  /** Keeps what was written, however unfinished. @throws NOT_FOUND, STALE_VERSION, MATTER_TOO_LONG */
  async save(actor: StaffActor, matterId: string, { content, position, version }: SaveMatterDraft): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const draft = await hold(work, matterId, version);
      const written = draftOf(content, draft.content.prefill);
      if (JSON.stringify(written).length > LONGEST_CONTENT) throw matterErrors.MATTER_TOO_LONG();
      await work.change(MatterDraft, draft, { content: written, position, changedBy: actor.id, changedAt: work.now });
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION */
  async drop(actor: StaffActor, matterId: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const draft = await hold(work, matterId, version);
      await work.change(MatterDraft, draft, { state: 'dropped', openKey: null, changedBy: actor.id, changedAt: work.now });
      work.audit('matter.drop-draft', matterId, { draft: draft.id });
    });
  }

  /** Makes a version of the draft, from its day on. @throws NOT_FOUND, STALE_VERSION, MATTER_INVALID naming every place, MATTER_SAME, MATTER_DAY_INVALID */
  async publish(actor: StaffActor, matterId: string, { effectiveFrom, reason, version }: PublishMatterDraft): Promise<void> {
    const fields = conditionFields(await this.matters.codes());
    await this.unitOfWork.run(actor, async (work) => {
      const versions = await inTurn(work, matterId);
      const draft = await hold(work, matterId, version);
      const content = contentOf(draft);
      const problems = draftProblems(content, fields);
      if (problems.length > 0) throw matterErrors.MATTER_INVALID({ fields: problems });
      this.refuseDay(effectiveFrom, versions, work.now);
      const before = versionOn(versions, effectiveFrom);
      if (before && before.position === draft.position && differenceOf(contentOf(before), content).length === 0) throw matterErrors.MATTER_SAME();
      const versionNumber = Math.max(0, ...versions.map((each) => each.versionNumber)) + 1;
      await work.add(MatterVersion, {
        id: newId(), matterId, versionNumber, position: draft.position, effectiveFrom, effectiveTo: null, content, createdAt: work.now,
        publishedBy: actor.id, reason: reason.trim(), restores: draft.restores, withdrawnAt: null, withdrawnBy: null, withdrawal: null,
      });
      await work.change(MatterDraft, draft, { state: 'published', openKey: null, publishedVersion: versionNumber });
      work.audit('matter.publish', matterId, { versionNumber, effectiveFrom });
    });
  }

  /** Takes a version back before its day; a later one is undone by restoring what stood before it. @throws NOT_FOUND, MATTER_VERSION_BEGUN */
  async withdraw(actor: StaffActor, matterId: string, versionNumber: number, reason: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.findOne(MatterVersion, { matterId, versionNumber });
      if (!row) throw platformErrors.NOT_FOUND();
      const { affected } = await work.execute('UPDATE matter_version SET withdrawn_at = ?, withdrawn_by = ?, withdrawal = ? WHERE id = ? AND withdrawn_at IS NULL AND effective_from > ?', [work.now, actor.id, reason.trim(), row.id, dayOf(work.now)]);
      if (affected === 0) throw matterErrors.MATTER_VERSION_BEGUN();
      work.audit('matter.withdraw', matterId, { versionNumber });
    });
  }

  /** @throws MATTER_DAY_INVALID */
  refuseDay(effectiveFrom: string, versions: readonly MatterVersion[], now: number): void {
    const today = dayOf(now);
    const message = dayProblemOf(effectiveFrom, versions, today, addDays(today, PUBLISHED_AHEAD_DAYS));
    if (message !== null) throw matterErrors.MATTER_DAY_INVALID({ fields: [{ path: 'effectiveFrom', code: 'MATTER_DAY_INVALID', message }] });
  }
}

type NewDraft = Pick<MatterDraft, 'matterId' | 'position' | 'content' | 'note' | 'createdBy'> & Partial<Pick<MatterDraft, 'restores' | 'shippedKey'>>;

export const addDraft = (work: Work, { matterId, createdBy, restores = null, shippedKey = null, ...rest }: NewDraft): Promise<MatterDraft> => work.add(MatterDraft, {
  id: newId(), matterId, ...rest, restores, shippedKey, state: 'open', openKey: matterId, createdBy, createdAt: work.now, changedBy: createdBy, changedAt: work.now, publishedVersion: null,
});

/** A matter's versions; decisions about one matter are taken in turn. */
async function inTurn(work: Work, matterId: string): Promise<MatterVersion[]> {
  await work.rows(`SELECT id FROM matter_version WHERE matter_id = ?${work.sql.forUpdate}`, [matterId]);
  return work.find(MatterVersion, { matterId });
}

/** The open draft, locked, in the version that was seen. */
async function hold(work: Work, matterId: string, version: number): Promise<MatterDraft> {
  const found = await work.findOne(MatterDraft, { openKey: matterId });
  if (!found) throw platformErrors.NOT_FOUND();
  const draft = await work.lock(MatterDraft, found.id);
  if (draft.version !== version || draft.state !== 'open') throw platformErrors.STALE_VERSION();
  return draft;
}
