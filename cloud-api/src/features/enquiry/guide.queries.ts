import { Injectable } from '@nestjs/common';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { GUIDE_KIND_LABELS, GUIDE_MOVES, GUIDE_STAND_LABELS, GUIDE_STATE_LABELS, decideGuide, guideMatches, guideStand, searchGuide, topicLabel, type GuideAction } from '@hall/shared/enquiry/guide.rules';
import { actionsFrom } from '@hall/shared/kernel/moves';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { GuideShelf } from './guide-shelf.ts';
import type { GuideCardList, GuideCardView, GuideEntryView, GuideQuery, GuideScope, GuideVersionList, GuideVersionView } from './guide.dto.ts';
import { GuideVersion } from './guide.entity.ts';

/** As many as anybody scrolls through; whoever looks for more types a word. */
const MOST = 60;
const MOST_MATCHES = 3;
const EXCERPT = 60;

/** The public guide 便民栏 as everybody reads it, and as those who keep it do. */
@Injectable()
export class GuideQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shelf: GuideShelf,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async search({ q = '', topic, kind }: GuideQuery): Promise<GuideCardList> {
    const entries = (await this.shelf.today(await this.halls.defaultHallId())).filter((entry) => (topic === undefined || entry.topic === topic) && (kind === undefined || entry.kind === kind));
    return { items: searchGuide(entries, q).slice(0, MOST).map(cardOf) };
  }

  /** What may already answer a question that is being written. */
  async matches(text: string): Promise<GuideCardList> {
    return { items: guideMatches(await this.shelf.today(await this.halls.defaultHallId()), text, MOST_MATCHES).map(cardOf) };
  }

  /** @throws NOT_FOUND for an entry that does not hold today */
  async one(entryId: string): Promise<GuideEntryView> {
    const entry = (await this.shelf.today(await this.halls.defaultHallId())).find((each) => each.entryId === entryId);
    if (!entry) throw platformErrors.NOT_FOUND();
    const earlier = await this.dataSource.manager.find(GuideVersion, { where: { entryId, state: 'published' }, order: { versionNumber: 'DESC' } });
    return {
      ...cardOf(entry), answer: entry.answer, source: entry.source, effectiveTo: entry.effectiveTo, versionNumber: entry.versionNumber,
      earlier: earlier.filter(({ versionNumber }) => versionNumber < entry.versionNumber).map(({ versionNumber, effectiveFrom, effectiveTo }) => ({ versionNumber, effectiveFrom: effectiveFrom!, effectiveTo })),
    };
  }

  async versions(actor: StaffActor, scope: GuideScope = 'waiting'): Promise<GuideVersionList> {
    const where: FindOptionsWhere<GuideVersion> = { hallId: actor.hallId, ...(scope === 'waiting' ? { state: In(['proposed', 'returned']) } : scope === 'in-force' ? { state: 'published' } : {}) };
    const rows = await this.dataSource.manager.find(GuideVersion, { where, order: { writtenAt: 'DESC', id: 'DESC' }, take: 500 });
    const views = await this.views(actor, rows);
    return { items: scope === 'in-force' ? views.filter(({ stand }) => stand !== 'ended') : views };
  }

  /** @throws NOT_FOUND */
  async version(actor: StaffActor, id: string): Promise<GuideVersionView> {
    const row = await this.dataSource.manager.findOneBy(GuideVersion, { id, hallId: actor.hallId });
    if (!row) throw platformErrors.NOT_FOUND();
    return (await this.views(actor, [row]))[0]!;
  }

  private async views(actor: StaffActor, rows: readonly GuideVersion[]): Promise<GuideVersionView[]> {
    const today = dayOf(this.clock.now());
    const [names, siblings] = await Promise.all([
      this.people.staffNames(rows.flatMap((row) => [row.writtenBy, row.decidedBy ?? row.writtenBy])),
      this.dataSource.manager.find(GuideVersion, { where: { entryId: In([...new Set(rows.map(({ entryId }) => entryId)), '-']), state: In(['proposed', 'returned', 'published']) }, select: { id: true, entryId: true, state: true, versionNumber: true } }),
    ]);
    return rows.map((row) => {
      const stand = row.state === 'published' ? guideStand(row, today) : null;
      const newer = siblings.some((each) => each.entryId === row.entryId && each.versionNumber > row.versionNumber);
      const { id, entryId, versionNumber, state, topic, question, answer, effectiveFrom, effectiveTo, enquiryId, writtenAt, returnReason, version, kind, source, phone } = row;
      return {
        id, entryId, versionNumber, kind, kindLabel: GUIDE_KIND_LABELS[kind], source, phone, state, stateLabel: GUIDE_STATE_LABELS[state], stand, standLabel: stand && GUIDE_STAND_LABELS[stand], topic, topicLabel: topicLabel(topic), question, answer, effectiveFrom, effectiveTo, enquiryId,
        writtenBy: names.get(row.writtenBy) ?? '', writtenAt, decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''), returnReason, mayRenew: state === 'published' && !newer, mayEnd: stand === 'in-force' || stand === 'upcoming',
        actions: actionsFrom<typeof state, GuideAction>(GUIDE_MOVES, state).filter((action) => decideGuide(action, { state, ownWords: row.writtenBy === actor.id }).ok), version,
      };
    });
  }
}

function cardOf({ entryId, kind, topic, question, answer, phone, effectiveFrom }: GuideVersion): GuideCardView {
  const letters = Array.from(answer.replace(/\s+/g, ' '));
  return { id: entryId, kind, kindLabel: GUIDE_KIND_LABELS[kind], phone, topic, topicLabel: topicLabel(topic), question, excerpt: letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join(''), effectiveFrom: effectiveFrom! };
}
