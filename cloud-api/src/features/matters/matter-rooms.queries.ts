import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { conditionFields } from '@hall/shared/matter/condition-words';
import { differenceOf } from '@hall/shared/matter/matter-difference';
import { draftProblems, gapsOf } from '@hall/shared/matter/matter-draft.rules';
import { VERSION_STAND_LABELS, standOf, versionOn } from '@hall/shared/matter/matter-versions.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { MatterDrafts } from './matter-drafts.service.ts';
import { MatterDraft, MatterVersion } from './matter.entity.ts';
import type { MatterContentView, MatterPreviewRequest, MatterPreviewView, MatterRoomCardView, MatterRoomList, MatterRoomView, MatterVersionView } from './matter-rooms.dto.ts';
import { Matters, contentOf } from './matters.ts';

/** The rooms of the matters as their keepers read them: what stands, what is coming, what is being written. */
@Injectable()
export class MatterRooms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly matters: Matters,
    private readonly drafts: MatterDrafts,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async list(actor: StaffActor): Promise<MatterRoomList> {
    const today = this.today();
    const [versions, drafts, windows] = await Promise.all([this.matters.versions(), this.dataSource.manager.findBy(MatterDraft, { state: 'open' }), this.halls.windows(actor.hallId)]);
    const ids = [...new Set([...versions.keys(), ...drafts.map(({ matterId }) => matterId)])];
    const items = ids.flatMap((id): (MatterRoomCardView & { position: number })[] => {
      const rows = versions.get(id) ?? [];
      const [standing, draft] = [versionOn(rows, today), drafts.find(({ matterId }) => matterId === id)];
      const next = rows.filter((row) => standOf(row, rows, today) === 'upcoming').sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0];
      const told = standing ?? next ?? draft;
      if (!told) return [];
      const content = contentOf(told);
      return [{
        id, name: content.name, offered: standing !== null && content.offered, versionNumber: standing?.versionNumber ?? null, effectiveFrom: standing?.effectiveFrom ?? null, upcomingFrom: next?.effectiveFrom ?? null,
        draftNote: draft?.note ?? null, gaps: gapsOf(content), windows: windows.filter(({ skills }) => skills.includes(id)).map(({ label }) => label), position: told.position,
      }];
    });
    return { items: items.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)).map(({ position: _, ...card }) => card) };
  }

  /** @throws NOT_FOUND */
  async room(actor: StaffActor, matterId: string): Promise<MatterRoomView> {
    const today = this.today();
    const [versions, draft, windows] = await Promise.all([this.versionsOf(matterId), this.dataSource.manager.findOneBy(MatterDraft, { openKey: matterId }), this.halls.windows(actor.hallId)]);
    const standing = versionOn(versions, today);
    const told = standing ?? versions.at(-1) ?? draft;
    if (!told) throw platformErrors.NOT_FOUND();
    const names = await this.people.staffNames([...versions.flatMap(({ publishedBy }) => publishedBy ?? []), ...(draft?.changedBy ? [draft.changedBy] : [])]);
    const written = draft && contentOf(draft);
    return {
      id: matterId, name: contentOf(told).name, prefill: told.content.prefill, today, standing: standing && { ...contentOf(standing) }, versions: versions.map((row) => versionView(row, versions, today, names)).reverse(),
      windows: windows.filter(({ skills }) => skills.includes(matterId)).map(({ label }) => label),
      draft: draft && written && {
        content: { ...written }, position: draft.position, note: draft.note, changedByName: draft.changedBy === null ? null : (names.get(draft.changedBy) ?? ''), changedAt: draft.changedAt,
        problems: draftProblems(written, conditionFields(await this.matters.codes())), version: draft.version,
      },
    };
  }

  /** @throws NOT_FOUND */
  async content(matterId: string, versionNumber: number): Promise<MatterContentView> {
    const row = (await this.versionsOf(matterId)).find((each) => each.versionNumber === versionNumber);
    if (!row) throw platformErrors.NOT_FOUND();
    return { versionNumber, content: { ...contentOf(row) } };
  }

  /** What publishing the draft from that day would change and for whom. Saves nothing. @throws NOT_FOUND, STALE_VERSION, MATTER_DAY_INVALID */
  async preview(actor: StaffActor, matterId: string, { effectiveFrom, version }: MatterPreviewRequest): Promise<MatterPreviewView> {
    const [versions, draft, windows] = await Promise.all([this.versionsOf(matterId), this.dataSource.manager.findOneBy(MatterDraft, { openKey: matterId }), this.halls.windows(actor.hallId)]);
    if (!draft) throw platformErrors.NOT_FOUND();
    if (draft.version !== version) throw platformErrors.STALE_VERSION();
    this.drafts.refuseDay(effectiveFrom, versions, this.clock.now());
    const [content, before] = [contentOf(draft), versionOn(versions, effectiveFrom)];
    const later = versions.filter((row) => row.withdrawnAt === null && row.effectiveFrom > effectiveFrom).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0];
    const moved = before && before.position !== draft.position ? [`办事清单里的排序：${before.position} → ${draft.position}`] : [];
    const unhandled = content.offered && !windows.some(({ skills }) => skills.includes(matterId));
    return {
      effectiveFrom, difference: [...differenceOf(before && contentOf(before), content), ...moved], gaps: gapsOf(content),
      effects: [
        ...(later ? [`注意：${later.effectiveFrom} 起由已排定的第 ${later.versionNumber} 版接替，那一版里没有这次的改动`] : []),
        ...(unhandled ? ['还没有窗口能办这个事项：公布后请到“科室与窗口”里加上，否则取了号没人叫'] : []),
        ...(content.offered ? [] : ['从那天起手机和预约里看不到这个事项']),
        ...(await this.matters.touched({ id: matterId, from: effectiveFrom }, actor.hallId)),
      ],
    };
  }

  private versionsOf(matterId: string): Promise<MatterVersion[]> {
    return this.dataSource.manager.find(MatterVersion, { where: { matterId }, order: { versionNumber: 'ASC' } });
  }

  private today = (): string => dayOf(this.clock.now());
}

function versionView(row: MatterVersion, all: readonly MatterVersion[], today: string, names: ReadonlyMap<string, string>): MatterVersionView {
  const stand = standOf(row, all, today);
  const before = all.findLast(({ versionNumber }) => versionNumber < row.versionNumber);
  return {
    versionNumber: row.versionNumber, effectiveFrom: row.effectiveFrom, stand, standLabel: VERSION_STAND_LABELS[stand], reason: row.reason, withdrawal: row.withdrawal, restores: row.restores,
    publishedByName: row.publishedBy === null ? null : (names.get(row.publishedBy) ?? ''), publishedAt: row.createdAt, difference: differenceOf(before ? contentOf(before) : null, contentOf(row)),
    actions: stand === 'upcoming' ? ['withdraw'] : stand === 'in-force' ? [] : ['restore'],
  };
}
