import { Injectable } from '@nestjs/common';
import { move } from '@hall/shared/kernel/moves';
import { EXCLUSION_MOVES } from '@hall/shared/commitment/commitment.moves';
import { subjectKindOf } from '@hall/shared/commitment/measurable-events';
import { permissionsOf } from '@hall/shared/identity/permissions';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { ExclusionDecision, ExclusionInput } from './commitment.dto.ts';
import { Commitment, CommitmentVersion, Exclusion, FulfilmentRow, MeasuredFact } from './commitment.entity.ts';
import { commitmentErrors } from './commitment.errors.ts';
import { exclusionProposed } from './commitment.events.ts';

/** Leaving a time out takes two people and a reason, neither of them the one whose time it is; and it shows as a share of its own. */
@Injectable()
export class ExclusionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly people: People,
  ) {}

  /** @throws NOT_FOUND, EXCLUSION_SAME_PERSON for one's own time, EXCLUSION_OPEN_ALREADY */
  propose(actor: StaffActor, fulfilmentId: string, input: ExclusionInput, key: Idempotency | null): Promise<string> {
    return this.unitOfWork.run(actor, (work) => work.once(key, (id) => this.proposeIn(work, actor, fulfilmentId, input, id)));
  }

  /** The same as part of another step. */
  async proposeIn(work: Work, actor: StaffActor, fulfilmentId: string, { reason, words }: ExclusionInput, id: string): Promise<void> {
    await this.ledger.hold(work, actor.hallId);
    const time = await this.timeOf(await work.findOne(FulfilmentRow, { id: fulfilmentId }), actor);
    const hands = await this.handsIn(work, time);
    if (hands.has(actor.id)) throw commitmentErrors.EXCLUSION_SAME_PERSON();
    const before = await work.find(Exclusion, { fulfilmentId });
    if (time.excludedAt !== null || before.some(({ state }) => state === 'proposed')) throw commitmentErrors.EXCLUSION_OPEN_ALREADY();
    await work.add(Exclusion, { id, hallId: actor.hallId, fulfilmentId, reason, words: words.trim(), state: 'proposed', proposedBy: actor.id, proposedAt: work.now, decidedBy: null, decidedAt: null, decisionWords: null });
    work.audit('exclusion.propose', id, { reason });
    const deciders = (await this.people.staffOf(actor.hallId)).filter((person) => permissionsOf(person.roles).includes('commitment.exclude') && person.id !== actor.id && !hands.has(person.id));
    work.emit(exclusionProposed, { hallId: actor.hallId, exclusionId: id, staffIds: deciders.map((person) => person.id) });
  }

  /** @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED, EXCLUSION_SAME_PERSON */
  async decide(actor: StaffActor, id: string, { agree, words, version }: ExclusionDecision): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await this.ledger.hold(work, actor.hallId);
      const row = await work.lock(Exclusion, id);
      const time = await this.timeOf(await work.findOne(FulfilmentRow, { id: row.fulfilmentId }), actor);
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      if (row.proposedBy === actor.id || (await this.handsIn(work, time)).has(actor.id)) throw commitmentErrors.EXCLUSION_SAME_PERSON();
      const verdict = move(EXCLUSION_MOVES, row.state, agree ? 'agree' : 'refuse');
      if (!verdict.ok) throw refusal(verdict);
      await work.change(Exclusion, row, { state: verdict.value, decidedBy: actor.id, decidedAt: work.now, decisionWords: words.trim() === '' ? null : words.trim() });
      work.audit(agree ? 'exclusion.agree' : 'exclusion.refuse', id);
      if (!agree) return;
      await work.manager.update(FulfilmentRow, { id: time.id }, { excludedAt: work.now });
      const promise = await work.get(CommitmentVersion, time.commitmentVersionId);
      const { code } = await work.get(Commitment, promise.commitmentId);
      const kind = subjectKindOf(promise.rule.from);
      const [s, by, agreed] = [await this.ledger.codeOf(work, row.hallId, kind, time.subjectId), await this.ledger.codeOf(work, row.hallId, 'staff', row.proposedBy), await this.ledger.codeOf(work, row.hallId, 'staff', actor.id)];
      await this.ledger.say(work, { hallId: row.hallId, key: `exclusion:${id}`, kind: 'exclusion.made', body: { c: code, v: promise.number, s, ordinal: time.ordinal, reason: row.reason, by: [by, agreed] }, forSeal: kind !== 'visit' });
    });
  }

  /** Whose time it is: of a visit everybody who had a hand in it, as the ledger says them, of anything else whoever it is owed by. */
  private async handsIn(work: Work, { subjectId, staffId }: FulfilmentRow): Promise<ReadonlySet<string>> {
    const visit = await work.find(MeasuredFact, { subjectKind: 'visit', subjectId });
    return new Set([...visit.flatMap(({ attributes }) => attributes.staff ?? []), ...(staffId === null ? [] : [staffId])]);
  }

  private async timeOf(time: FulfilmentRow | null, actor: StaffActor): Promise<FulfilmentRow> {
    if (!time || time.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    return time;
  }
}
