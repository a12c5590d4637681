import { Injectable } from '@nestjs/common';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { addDays, dayOf, isDay } from '@hall/shared/kernel/day';
import { move } from '@hall/shared/kernel/moves';
import { COMMITMENT_MOVES, type CommitmentAction } from '@hall/shared/commitment/commitment.moves';
import { checkCommitmentRule, type CommitmentRule, type HolderKind } from '@hall/shared/commitment/commitment.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { CommitmentDraftInput } from './commitment.dto.ts';
import { Commitment, CommitmentVersion } from './commitment.entity.ts';
import { commitmentErrors } from './commitment.errors.ts';
import { commitmentPublished } from './commitment.events.ts';

/** Promises are drafted, published from a day to come, superseded by another wording, withdrawn. What was in force once stays for ever. */
@Injectable()
export class CommitmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly ledger: Ledger,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws COMMITMENT_RULE_INVALID, COMMITMENT_HOLDER_UNKNOWN */
  async draft(actor: StaffActor, input: CommitmentDraftInput, key: Idempotency | null): Promise<string> {
    await this.check(actor.hallId, input);
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      const [last] = await work.rows<{ position: number | null }>('SELECT MAX(position) AS position FROM commitment WHERE hall_id = ?', [actor.hallId]);
      await work.add(Commitment, { id, hallId: actor.hallId, code: this.crypto.randomToken(16), holderKind: input.holderKind, holderId: input.holderId, state: 'draft', position: Number(last?.position ?? 0) + 1, createdAt: work.now, createdBy: actor.id });
      await this.addVersion(work, actor, id, 1, input);
      work.audit('commitment.draft', id);
    }));
  }

  /** Another wording or rule: the draft is changed, or one is laid beside what is published. @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED */
  async redraft(actor: StaffActor, id: string, input: CommitmentDraftInput): Promise<void> {
    await this.check(actor.hallId, input);
    await this.change(actor, id, input.version ?? 0, async (work, row) => {
      if (row.state === 'withdrawn') throw refusal({ code: 'MOVE_NOT_ALLOWED', message: '这条承诺已经停用，请另起草一条。' });
      const versions = await this.versionsOf(work, id);
      const draft = versions.find(({ state }) => state === 'draft');
      if (draft) await work.change(CommitmentVersion, draft, { wording: input.wording.trim(), basis: input.basis.trim(), rule: plainRule(input.rule), draftedBy: actor.id });
      else await this.addVersion(work, actor, id, versions.length + 1, input);
      await work.change(Commitment, row, row.state === 'draft' ? { holderKind: input.holderKind, holderId: input.holderId } : { position: row.position });
      work.audit('commitment.redraft', id);
    });
  }

  /** @param inForceFrom tomorrow at the earliest: a promise never judges what began before it @throws COMMITMENT_FROM_TOO_EARLY, COMMITMENT_DRAFT_MISSING */
  async publish(actor: StaffActor, id: string, version: number, inForceFrom: string): Promise<void> {
    await this.change(actor, id, version, async (work, row) => {
      if (!isDay(inForceFrom) || inForceFrom <= dayOf(work.now)) throw commitmentErrors.COMMITMENT_FROM_TOO_EARLY({ fields: [{ path: 'inForceFrom', code: 'COMMITMENT_FROM_TOO_EARLY', message: '最早从明天起执行' }] });
      const versions = await this.versionsOf(work, id);
      const draft = versions.find(({ state }) => state === 'draft');
      if (!draft) throw commitmentErrors.COMMITMENT_DRAFT_MISSING();
      const before = versions.find(({ state, inForceTo }) => state === 'published' && inForceTo === null);
      await this.ledger.hold(work, actor.hallId);
      if (before) await this.endVersion(work, row, before, addDays(inForceFrom, -1));
      await work.change(CommitmentVersion, draft, { state: 'published', inForceFrom, publishedBy: actor.id, publishedAt: work.now });
      await work.change(Commitment, row, { state: taken(row, before ? 'supersede' : 'publish') });
      await this.ledger.say(work, {
        hallId: actor.hallId, key: `commitment:${draft.id}`, kind: 'commitment.published',
        body: { c: row.code, v: draft.number, wording: draft.wording, holder: await this.holderCode(work, row), from: inForceFrom, rule: await this.publicRule(work, actor.hallId, draft.rule) },
      });
      work.audit('commitment.publish', id, { number: draft.number, inForceFrom });
      work.emit(commitmentPublished, { hallId: actor.hallId, commitmentId: id, number: draft.number });
    });
  }

  /** Nothing that begins after today is measured by it any more; its figures stay. A draft is thrown away. */
  async withdraw(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.change(actor, id, version, async (work, row) => {
      const before = (await this.versionsOf(work, id)).find(({ state, inForceTo }) => state === 'published' && inForceTo === null);
      const state = taken(row, before ? 'withdraw' : 'discard');
      await this.ledger.hold(work, actor.hallId);
      if (before) await this.endVersion(work, row, before, dayOf(work.now));
      await work.execute("DELETE FROM commitment_version WHERE commitment_id = ? AND state = 'draft'", [id]);
      await work.change(Commitment, row, { state });
      work.audit('commitment.withdraw', id);
    });
  }

  private async endVersion(work: Work, { code }: Commitment, before: CommitmentVersion, lastDay: string): Promise<void> {
    await work.change(CommitmentVersion, before, { inForceTo: lastDay });
    await this.ledger.say(work, { hallId: before.hallId, key: `commitment-end:${before.id}`, kind: 'commitment.withdrawn', body: { c: code, v: before.number, to: lastDay } });
  }

  private async addVersion(work: Work, actor: StaffActor, commitmentId: string, number: number, { wording, basis, rule }: CommitmentDraftInput): Promise<void> {
    await work.add(CommitmentVersion, { id: newId(), commitmentId, hallId: actor.hallId, number, wording: wording.trim(), basis: basis.trim(), rule: plainRule(rule), state: 'draft', inForceFrom: null, inForceTo: null, draftedBy: actor.id, publishedBy: null, publishedAt: null });
  }

  private async check(hallId: string, { holderKind, holderId, rule, wording }: CommitmentDraftInput): Promise<void> {
    const verdict = checkCommitmentRule(rule);
    if (!verdict.ok) throw commitmentErrors.COMMITMENT_RULE_INVALID({ fields: [{ path: `rule.${verdict.path ?? 'from'}`, code: verdict.code, message: verdict.message }] });
    if (wording.trim().length < 4) throw commitmentErrors.COMMITMENT_RULE_INVALID({ fields: [{ path: 'wording', code: 'COMMITMENT_RULE_INVALID', message: '请写出承诺的内容' }] });
    const [departments, staff] = await Promise.all([this.halls.departments(hallId), this.people.staffOf(hallId)]);
    const known = { departments: new Set(departments.map(({ id }) => id)), staff: new Set(staff.map(({ id }) => id)) };
    const holderFits = holderKind === 'hall' ? holderId === null : holderId !== null && known[holderKind === 'department' ? 'departments' : 'staff'].has(holderId);
    if (!holderFits) throw commitmentErrors.COMMITMENT_HOLDER_UNKNOWN({ fields: [{ path: 'holderId', code: 'COMMITMENT_HOLDER_UNKNOWN', message: '请选择作出承诺的科室或人员' }] });
    for (const path of ['departments', 'staff'] as const) {
      if (rule.scope[path].some((id) => !known[path].has(id))) throw commitmentErrors.COMMITMENT_HOLDER_UNKNOWN({ fields: [{ path: `rule.scope.${path}`, code: 'COMMITMENT_HOLDER_UNKNOWN', message: '请重新选择范围' }] });
    }
  }

  /** A department or a person by the random name the ledger uses. */
  private async holderCode(work: Work, { hallId, holderKind, holderId }: Commitment): Promise<{ kind: HolderKind; code: string | null }> {
    return { kind: holderKind, code: holderId === null ? null : await this.ledger.codeOf(work, hallId, holderKind === 'department' ? 'department' : 'staff', holderId) };
  }

  private async publicRule(work: Work, hallId: string, rule: CommitmentRule): Promise<Json> {
    const coded = async (kind: string, ids: readonly string[]) => Promise.all(ids.map((id) => this.ledger.codeOf(work, hallId, kind, id)));
    const { from, to, limit, clock, scope } = rule;
    return { from, to, limit, clock, scope: { readyOnly: scope.readyOnly, classes: scope.classes, matters: scope.matters, departments: await coded('department', scope.departments), staff: await coded('staff', scope.staff) } };
  }

  private versionsOf(work: Work, commitmentId: string): Promise<CommitmentVersion[]> {
    return work.find(CommitmentVersion, { commitmentId });
  }

  private async change(actor: StaffActor, id: string, version: number, body: (work: Work, row: Commitment) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(Commitment, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      await body(work, row);
    });
  }
}

/** As plain data: what came in over HTTP is of the request's classes. */
const plainRule = ({ from, to, limit, clock, scope }: CommitmentRule): CommitmentRule => ({ from, to, limit, clock, scope: { readyOnly: scope.readyOnly, classes: scope.classes, matters: scope.matters, departments: scope.departments, staff: scope.staff } });

function taken(row: Commitment, action: CommitmentAction): Commitment['state'] {
  const verdict = move(COMMITMENT_MOVES, row.state, action);
  if (!verdict.ok) throw refusal(verdict);
  return verdict.value;
}
