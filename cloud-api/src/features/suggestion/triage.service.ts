import { Injectable } from '@nestjs/common';
import { dayOf, startOfDay } from '@hall/shared/kernel/day';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { OPEN_SUGGESTION_STATES } from '@hall/shared/suggestion/suggestion.moves';
import { DECLINE_REASONS, type DeclineReason } from '@hall/shared/suggestion/suggestion.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { forEverybody } from './new-suggestion.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { Suggestion, SuggestionStep } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';
import { suggestionAssigned, suggestionHandedBack, suggestionTriaged } from './suggestion.events.ts';
import { Supporters } from './supporters.ts';

/** Sorting the post: what is ours, whose it is, and what was said before. */
@Injectable()
export class TriageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SuggestionDesk,
    private readonly steps: SuggestionSteps,
    private readonly deadlines: SuggestionDeadlines,
    private readonly people: People,
    private readonly supporters: Supporters,
  ) {}

  /** @param ownerId assigns it in the same stroke @throws SUGGESTION_OWNER_INVALID, and the rule's refusals */
  async accept(actor: StaffActor, id: string, version: number, ownerId?: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.desk.open(work, actor, id, version);
      const accepted = await this.steps.move(work, row, 'accept', by);
      await this.say(work, accepted, 'accept', actor);
      await this.steps.tellAuthors(work, accepted, suggestionTriaged, { outcome: 'accepted' });
      if (ownerId !== undefined) return this.give(work, actor, accepted, ownerId, by);
      await this.deadlines.follow(work, accepted, { plan: null });
    });
  }

  async redirect(actor: StaffActor, id: string, version: number, whereTo: string): Promise<void> {
    await this.end(actor, id, version, 'redirect', { closingWords: forEverybody(whereTo) }, 'redirected');
  }

  /** @throws SUGGESTION_INVALID when the reason needs words and has none */
  async decline(actor: StaffActor, id: string, version: number, reason: DeclineReason, words = ''): Promise<void> {
    const needsWords = DECLINE_REASONS.find(({ code }) => code === reason)?.needsWords ?? true;
    if (needsWords && Array.from(words.trim()).length < 2) throw suggestionErrors.SUGGESTION_INVALID({ fields: [{ path: 'words', code: 'SUGGESTION_REASON', message: '请写清楚原因和去处，提出人和大家都看得到。' }] });
    await this.end(actor, id, version, 'decline', { declineReason: reason, closingWords: forEverybody(words) || null }, 'declined');
  }

  /**
   * Joins it to one that says the same: supporters are kept, and what is owed counts from the earlier of the two. What everybody
   * can read is joined only to what everybody can read, and what was being worked on to nothing: joining buries neither.
   * @throws SUGGESTION_MERGE_INVALID
   */
  async merge(actor: StaffActor, id: string, version: number, intoId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      // In the order of their ids, so that two who join two of them do not wait for each other.
      const lots = await this.lockBoth(work, actor, id, intoId);
      const [row, into] = [lots.get(id)!, lots.get(intoId)!];
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      if (intoId === id || into.mergedIntoId !== null || !OPEN_SUGGESTION_STATES.includes(into.state)) throw suggestionErrors.SUGGESTION_MERGE_INVALID();
      if (row.face !== 'none' && into.face !== 'whole') throw suggestionErrors.SUGGESTION_MERGE_INVALID({ detail: '这一条大家已经看得到，只能合并到同样公开的意见。' });
      if (await work.findOne(SuggestionStep, { suggestionId: id, kind: 'take' })) throw suggestionErrors.SUGGESTION_MERGE_INVALID({ detail: '这一条已经有人接手办过，要办到有答复。' });
      await this.steps.tend(work, row);
      await this.steps.tend(work, into);
      const { by } = await this.desk.open(work, actor, id);
      const merged = await this.steps.move(work, row, 'merge', by, { mergedIntoId: intoId });
      await work.execute('UPDATE suggestion SET merged_into_id = ? WHERE merged_into_id = ?', [intoId, id]);
      await this.say(work, merged, 'merge', actor, `合并到意见 ${into.number}`);
      await this.deadlines.follow(work, merged, { plan: null });
      if ((into.state === 'submitted' || into.state === 'accepted') && merged.receivedOn < into.receivedOn) await this.deadlines.antedate(work, into, startOfDay(merged.receivedOn));
      await this.supporters.count(work, intoId);
      await this.tellTriaged(work, merged, 'merged');
    });
  }

  /** It was not the same after all: it stands for itself again, and its clock has run since it came. */
  async separate(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.desk.open(work, actor, id, version);
      const into = row.mergedIntoId;
      const separated = await this.steps.move(work, row, 'separate', by, { mergedIntoId: null });
      await this.say(work, separated, 'separate', actor);
      await this.deadlines.follow(work, separated, { from: startOfDay(separated.receivedOn), plan: null });
      if (into !== null) {
        await work.lock(Suggestion, into);
        await this.supporters.count(work, into);
      }
      await this.supporters.count(work, id);
    });
  }

  async assign(actor: StaffActor, id: string, version: number, ownerId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.desk.open(work, actor, id, version);
      await this.give(work, actor, row, ownerId, by);
    });
  }

  /** The owner takes it: from here on it is theirs, whoever asks. */
  async take(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by, plan } = await this.desk.open(work, actor, id, version);
      const taken = await this.steps.move(work, row, 'take', by);
      await this.say(work, taken, 'take', actor);
      await this.deadlines.follow(work, taken, { plan: plan?.state ?? null });
    });
  }

  /** Not theirs: it goes back to be sorted, with the reason, before anybody waits in vain. */
  async handBack(actor: StaffActor, id: string, version: number, reason: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.desk.open(work, actor, id, version);
      const { assignedBy } = row;
      const back = await this.steps.move(work, row, 'hand-back', by, { ownerId: null, assignedBy: null });
      await this.say(work, back, 'hand-back', actor, reason, false);
      await this.deadlines.follow(work, back, { plan: null, dropped: 'handed-back' });
      work.emit(suggestionHandedBack, { suggestionId: id, hallId: back.hallId, staffId: assignedBy });
    });
  }

  private async give(work: Work, actor: StaffActor, row: Suggestion, ownerId: string, by: Parameters<SuggestionSteps['move']>[3]): Promise<void> {
    const owner = (await this.people.staffOf(actor.hallId)).find((staff) => staff.id === ownerId);
    if (!owner || !permissionsOf(owner.roles).includes('suggestion.answer')) throw suggestionErrors.SUGGESTION_OWNER_INVALID({ fields: [{ path: 'ownerId', code: 'SUGGESTION_OWNER_INVALID', message: '请选一位本大厅能办理意见的同事。' }] });
    const given = await this.steps.move(work, row, 'assign', by, { ownerId, assignedBy: actor.id });
    await this.say(work, given, 'assign', actor, `承办人：${owner.name}`);
    const plan = await this.steps.planOf(work, given);
    await this.deadlines.follow(work, given, { plan: plan?.state ?? null });
    work.emit(suggestionAssigned, { suggestionId: given.id, hallId: given.hallId, staffId: ownerId });
  }

  private async end(actor: StaffActor, id: string, version: number, action: 'redirect' | 'decline', changes: Partial<Suggestion>, outcome: 'redirected' | 'declined'): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.desk.open(work, actor, id, version);
      const ended = await this.steps.move(work, row, action, by, changes);
      await this.say(work, ended, action, actor, changes.closingWords ?? undefined);
      await this.deadlines.follow(work, ended, { plan: null });
      await this.steps.tellAuthors(work, ended, suggestionTriaged, { outcome });
    });
  }

  private async lockBoth(work: Work, actor: StaffActor, id: string, intoId: string): Promise<Map<string, Suggestion>> {
    const rows = new Map<string, Suggestion>();
    for (const each of [id, intoId].sort()) {
      const row = await work.lock(Suggestion, each).catch(() => null);
      if (row?.hallId !== actor.hallId) throw each === id ? platformErrors.NOT_FOUND() : suggestionErrors.SUGGESTION_MERGE_INVALID();
      rows.set(each, row);
    }
    return rows;
  }

  private async tellTriaged(work: Work, row: Suggestion, outcome: 'merged'): Promise<void> {
    const residentId = await this.steps.residentOf(work, row.id);
    if (residentId !== null) work.emit(suggestionTriaged, { suggestionId: row.id, hallId: row.hallId, residentId, outcome });
  }

  private async say(work: Work, row: Suggestion, kind: Parameters<SuggestionSteps['say']>[2]['kind'], actor: StaffActor, words?: string, open = true): Promise<void> {
    await this.steps.say(work, row.id, { kind, on: dayOf(work.now), by: { kind: 'staff', id: actor.id }, words, open });
    work.audit(`suggestion.${kind}`, row.id);
  }
}
